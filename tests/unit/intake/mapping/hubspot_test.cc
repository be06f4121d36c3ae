#include <doctest/doctest.h>

#include "tests/unit/intake/mapping/read_export.h"

TEST_SUITE_BEGIN("intake/mapping/hubspot");

namespace referee::mapping {
namespace {

using testing::ReadExport;

TEST_CASE("a contact of HubSpot becomes a contact with all of its mailboxes") {
  CHECK(
      ReadExport(
          {{"hubspot:contact",
            R"x(hs_object_id,firstname,lastname,email,hs_additional_emails,phone,mobilephone,jobtitle,hs_buying_role,associatedcompanyid,hs_analytics_source,hubspot_owner_id,hs_email_optout,createdate,notes_last_contacted
51,Ada,King,a@k.example,ada@k.example;king@k.example,+44 20 1,+44 7 1,CTO,decision_maker,61,OFFLINE,71,true,1775120400000,1775120400
)x"}}) ==
      R"x({"type":"contact","id":"51","first_name":"Ada","last_name":"King","emails":["a@k.example","ada@k.example","king@k.example"],"phones":["+44 20 1","+44 7 1"],"title":"CTO","authority":"decision_maker","company_id":"61","lead_source":"OFFLINE","owner":"71","opt_out":{"email":true},"created_at":"2026-04-02T09:00:00Z","last_activity_at":"2026-04-02T09:00:00Z"}
)x");
}

TEST_CASE("a company of HubSpot becomes an account with all of its domains") {
  CHECK(
      ReadExport(
          {{"hubspot:company",
            R"x(hs_object_id,name,domain,hs_additional_domains,hs_parent_company_id,address,city,zip,country,numberofemployees,annualrevenue,currency,type,createdate
61,King Ltd,king.example,king-group.example; k.example,60,1 Mill Lane,London,N1 9GU,United Kingdom,50,1250000,GBP,CUSTOMER,2026-04-02T09:00:00Z
)x"}}) ==
      R"x({"type":"account","id":"61","name":"King Ltd","domains":["king.example","king-group.example","k.example"],"parent_id":"60","address":{"line1":"1 Mill Lane","city":"London","postal":"N1 9GU","country":"United Kingdom"},"employees":50,"revenue":{"minor":125000000,"currency":"GBP"},"kind":"customer","created_at":"2026-04-02T09:00:00Z"}
)x");
}

TEST_CASE("a deal of HubSpot becomes an opportunity with its partners") {
  CHECK(
      ReadExport(
          {{"hubspot:deal_partner", R"x(deal_id,partner_id,role,is_primary
81,p1,source,true
)x"},
           {"hubspot:deal",
            R"x(hs_object_id,dealname,dealstage,hs_is_closed,hs_is_closed_won,amount,deal_currency_code,closedate,dealtype,associated_contact_ids
81,ERP,contractsent,false,false,120000.00,EUR,1784073600000,newbusiness,51;52
)x"}}) ==
      R"x({"type":"opportunity","id":"81","partners":[{"partner_id":"p1","role":"source","primary":true}],"person_ids":["51","52"],"name":"ERP","stage":"contractsent","is_closed":false,"is_won":false,"amount":{"minor":12000000,"currency":"EUR"},"expected_close":"2026-07-15","opportunity_type":"new"}
)x");
}

TEST_CASE("leads and owners and engagements of HubSpot become leads and users and touches") {
  CHECK(
      ReadExport(
          {{"hubspot:lead", R"x(hs_object_id,firstname,company,city,hs_lead_status,partner_id
91,Ada,King Ltd,London,OPEN,p1
)x"},
           {"hubspot:owner", R"x(id,name,email,active
71,Sam,s@v.example,true
)x"},
           {"hubspot:engagement", R"x(hs_object_id,associated_contact_id,touch_kind,hs_timestamp,by
95,51,webinar,1775120400000,prospect
)x"}}) ==
      R"x({"type":"lead","id":"91","first_name":"Ada","company":{"name":"King Ltd","address":{"city":"London"}},"lead_status":"OPEN","partner_id":"p1"}
{"type":"touch","id":"95","person_id":"51","kind":"webinar","at":"2026-04-02T09:00:00Z","by":"prospect"}
{"type":"user","id":"71","name":"Sam","email":"s@v.example","active":true}
)x");
}

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
