#include <doctest/doctest.h>

#include "tests/unit/intake/mapping/read_export.h"

TEST_SUITE_BEGIN("intake/mapping/dynamics");

namespace referee::mapping {
namespace {

using testing::ReadExport;

TEST_CASE("a lead of Dynamics becomes a lead and its codes become words") {
  CHECK(
      ReadExport(
          {{"dynamics:lead",
            R"x(leadid,firstname,middlename,lastname,emailaddress1,emailaddress2,emailaddress3,telephone1,telephone2,telephone3,mobilephone,jobtitle,companyname,websiteurl,address1_line1,address1_city,address1_stateorprovince,address1_postalcode,address1_country,numberofemployees,statecode,leadsourcecode,ownerid,donotemail,donotphone,createdon
l1,Ada,B,King,a@k.example,b@k.example,c@k.example,1,2,3,4,CTO,King Ltd,king.example,1 Mill Lane,London,LND,N1 9GU,GB,50,1,4,u1,1,0,2026-04-02T09:00:00Z
)x"}}) ==
      R"x({"type":"lead","id":"l1","first_name":"Ada","middle_name":"B","last_name":"King","emails":["a@k.example","b@k.example","c@k.example"],"phones":["1","2","3","4"],"title":"CTO","company":{"name":"King Ltd","website":"king.example","address":{"line1":"1 Mill Lane","city":"London","region":"LND","postal":"N1 9GU","country":"GB"},"employees":50},"lead_status":"qualified","lead_source":"partner","owner":"u1","opt_out":{"email":true,"phone":false},"created_at":"2026-04-02T09:00:00Z"}
)x");
}

TEST_CASE("a contact and an account of Dynamics become a contact and an account") {
  CHECK(
      ReadExport(
          {{"dynamics:contact",
            R"x(contactid,firstname,lastname,parentcustomerid,emailaddress1,leadsourcecode
c1,Ada,King,a1,a@k.example,9
)x"},
           {"dynamics:account",
            R"x(accountid,name,websiteurl,parentaccountid,telephone1,address1_city,revenue,transactioncurrencyid,customertypecode,territoryid,msa_managingpartnerid
a1,King Ltd,king.example,a0,1,London,1250000.0000,GBP,Reseller,t1,p1
)x"}}) ==
      R"x({"type":"account","id":"a1","name":"King Ltd","website":"king.example","parent_id":"a0","phones":["1"],"address":{"city":"London"},"revenue":{"minor":125000000,"currency":"GBP"},"kind":"partner","territory":"t1","partner_of_record":"p1"}
{"type":"contact","id":"c1","first_name":"Ada","last_name":"King","emails":["a@k.example"],"company_id":"a1","lead_source":"word_of_mouth"}
)x");
}

TEST_CASE("an opportunity of Dynamics is closed and won by its state") {
  CHECK(
      ReadExport(
          {{"dynamics:opportunity",
            R"x(opportunityid,parentaccountid,parentcontactid,name,stepname,statecode,ref_wonstate,estimatedvalue,transactioncurrencyid,estimatedclosedate,createdon,msa_partnerid
o1,a1,c1,ERP,3-Develop,1,1,120000.00,EUR,2026-07-15,2026-02-01 08:30,p1
)x"}}) ==
      R"x({"type":"opportunity","id":"o1","company_id":"a1","person_ids":["c1"],"name":"ERP","stage":"3-Develop","is_closed":true,"is_won":true,"amount":{"minor":12000000,"currency":"EUR"},"created_at":"2026-02-01T08:30:00Z","expected_close":"2026-07-15","partners":[{"partner_id":"p1"}]}
)x");
}

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
