#include <doctest/doctest.h>

#include "tests/unit/intake/mapping/read_export.h"

TEST_SUITE_BEGIN("intake/mapping/salesforce");

namespace referee::mapping {
namespace {

using testing::ReadExport;

TEST_CASE("a lead of Salesforce becomes a lead") {
  CHECK(
      ReadExport(
          {{"salesforce:lead",
            R"x(Id,FirstName,MiddleName,LastName,Salutation,Email,Phone,MobilePhone,Title,Company,Website,Street,City,State,PostalCode,Country,Industry,NumberOfEmployees,CompanyDunsNumber,Status,LeadSource,OwnerId,PartnerAccountId,HasOptedOutOfEmail,DoNotCall,CreatedDate,LastActivityDate,ConvertedDate,Rating
00Q1,Jonas,K,Weber,Dr.,j@f.example,+49 40 1,+49 170 1,"Head, IT",Falkenried AG,f.example,"Hafenstr. 1
Hof",Hamburg,HH,20457,DE,manufacturing,420,312345678,Open,Webinar,u1,p1,0,1,2026-04-02T09:00:00.000+0000,2026-04-20,2026-05-01,Hot
)x"}}) ==
      R"x({"type":"lead","id":"00Q1","first_name":"Jonas","middle_name":"K","last_name":"Weber","salutation":"Dr.","emails":["j@f.example"],"phones":["+49 40 1","+49 170 1"],"title":"Head, IT","company":{"name":"Falkenried AG","website":"f.example","address":{"line1":"Hafenstr. 1\nHof","city":"Hamburg","region":"HH","postal":"20457","country":"DE"},"industry":"manufacturing","employees":420,"registry_ids":[{"kind":"duns","value":"312345678"}]},"lead_status":"Open","lead_source":"Webinar","owner":"u1","partner_id":"p1","opt_out":{"email":false,"phone":true},"created_at":"2026-04-02T09:00:00.000+00:00","last_activity_at":"2026-04-20T00:00:00Z","converted_at":"2026-05-01T00:00:00Z"}
)x");
}

TEST_CASE("a contact of Salesforce becomes a contact of its account") {
  CHECK(
      ReadExport({{"salesforce:contact",
                   R"x(Id,FirstName,LastName,Email,AccountId,Title,LeadSource,HasOptedOutOfEmail
0031,Ada,King,a@k.example,0011,CTO,Partner,true
)x"}}) ==
      R"x({"type":"contact","id":"0031","first_name":"Ada","last_name":"King","emails":["a@k.example"],"title":"CTO","company_id":"0011","lead_source":"Partner","opt_out":{"email":true}}
)x");
}

TEST_CASE("an account of Salesforce becomes an account with its parent and registry number") {
  CHECK(
      ReadExport(
          {{"salesforce:account",
            R"x(Id,Name,Website,ParentId,Phone,BillingStreet,BillingCity,BillingPostalCode,BillingCountry,Industry,NumberOfEmployees,AnnualRevenue,CurrencyIsoCode,Type,OwnerId,DunsNumber,CreatedDate
0011,King Ltd,https://king.example,0010,020 1,1 Mill Lane,London,N1 9GU,United Kingdom,Software,50,1250000.50,GBP,Customer - Direct,u1,210000001,2024-01-01T00:00:00Z
)x"}}) ==
      R"x({"type":"account","id":"0011","name":"King Ltd","website":"https://king.example","parent_id":"0010","phones":["020 1"],"address":{"line1":"1 Mill Lane","city":"London","postal":"N1 9GU","country":"United Kingdom"},"industry":"Software","employees":50,"revenue":{"minor":125000050,"currency":"GBP"},"kind":"customer","owner":"u1","registry_ids":[{"kind":"duns","value":"210000001"}],"created_at":"2024-01-01T00:00:00Z"}
)x");
}

TEST_CASE("an opportunity of Salesforce becomes an opportunity") {
  CHECK(
      ReadExport(
          {{"salesforce:opportunity",
            R"x(Id,AccountId,ContactId,Name,StageName,IsClosed,IsWon,Amount,CurrencyIsoCode,CloseDate,Type,CreatedDate,Territory2Id
0061,0011,0031,ERP,Proposal,false,false,120000,EUR,2026-07-15,Existing Customer - Renewal,2026-02-01T00:00:00.000Z,t1
)x"}}) ==
      R"x({"type":"opportunity","id":"0061","company_id":"0011","person_ids":["0031"],"name":"ERP","stage":"Proposal","is_closed":false,"is_won":false,"amount":{"minor":12000000,"currency":"EUR"},"created_at":"2026-02-01T00:00:00.000Z","expected_close":"2026-07-15","opportunity_type":"renewal","territory":"t1"}
)x");
}

TEST_CASE("users and tasks of Salesforce become users and touches") {
  CHECK(
      ReadExport({{"salesforce:user", R"x(Id,Name,Email,IsActive
u1,Sam Lee,s@v.example,true
)x"},
                  {"salesforce:task", R"x(Id,WhoId,AccountId,Type,CompletedDateTime
00T1,0031,0011,Call,2026-04-02T09:00:00Z
)x"}}) ==
      R"x({"type":"touch","id":"00T1","person_id":"0031","company_id":"0011","kind":"inbound_call","at":"2026-04-02T09:00:00Z"}
{"type":"user","id":"u1","name":"Sam Lee","email":"s@v.example","active":true}
)x");
}

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
