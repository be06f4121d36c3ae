#include "src/intake/mapping/export_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/intake/mapping/read_export.h"

TEST_SUITE_BEGIN("intake/mapping/export_reader");

namespace referee::mapping {
namespace {

using testing::ReadExport;

TEST_CASE("an empty cell says nothing and a column that no table names is ignored") {
  CHECK(ReadExport({{"salesforce:lead", "Id,FirstName,LastName,Shoe_Size__c\nl1,, ,44\n"}}) ==
        "{\"type\":\"lead\",\"id\":\"l1\"}\n");
}

TEST_CASE("a cell that cannot be read names its file and line and column and not its text") {
  CHECK(ReadExport({{"salesforce:lead", "Id,CreatedDate\nl1,2026-04-02\nl2,secret\n"}}) ==
        "salesforce:lead.csv:3: /CreatedDate: is not a date YYYY-MM-DD");
  CHECK(ReadExport({{"salesforce:account", "Id,NumberOfEmployees\na1,\"1\n2\"\n"}}) ==
        "salesforce:account.csv:2: /NumberOfEmployees: must be an integer, found another text");
  CHECK(ReadExport({{"salesforce:account", "Id,NumberOfEmployees\na1,-5\n"}})
            .find("salesforce:account.csv:2: /employees: must be an integer from 0") == 0);
}

TEST_CASE("a file without ids or with a blank or a repeated one is refused") {
  CHECK(ReadExport({{"salesforce:lead", "FirstName\nAda\n"}}) ==
        "salesforce:lead.csv:1: must have a column with the id of the record");
  CHECK(ReadExport({{"salesforce:lead", "Id,Email\n ,a@a.example\n"}}) ==
        "salesforce:lead.csv:2: /Id: must not be blank");
  CHECK(ReadExport({{"salesforce:lead", "Id\nl1\nl2\n l1 \n"}}) ==
        "salesforce:lead.csv:4: /Id: the same id stands at salesforce:lead.csv:2");
  CHECK(ReadExport({{"salesforce:lead", "Id\nl1\n"}, {"hubspot:lead", "hs_object_id\nl1\n"}}) ==
        "hubspot:lead.csv:2: /hs_object_id: the same id stands at salesforce:lead.csv:2");
}

TEST_CASE("an unknown map is refused with the objects that are known") {
  CHECK(ReadExport({{"dynamics:case", "x\n"}}) ==
        "dynamics:case.csv:1: is mapped as an object that is not known; known are lead, contact, "
        "account, opportunity, systemuser, activity");
  CHECK(ReadExport({{"sap:lead", "x\n"}}).find("the vendors are salesforce, hubspot") !=
        std::string::npos);
}

TEST_CASE("the object may be told by the name of the file") {
  ExportReader reader;
  CHECK(reader.Read("salesforce", "dir/Leads.csv", "Id\nl1\n", {}).ok());
  CHECK(reader.Read("salesforce", "C:\\x\\OPPORTUNITIES.CSV", "Id\no1\n", {}).ok());
  CHECK(reader.Read("salesforce", "account.2026.csv", "Id\na1\n", {}).ok());
  CHECK(!reader.Read("salesforce", "sandwiches.csv", "Id\na1\n", {}).ok());
  CHECK(!reader.Read("salesforce", "", "Id\na1\n", {}).ok());
  const auto records = reader.Take();
  REQUIRE(records.ok());
  CHECK(records->size() == 3);
}

TEST_CASE("rows of a part find their record whichever file comes first") {
  const testing::ExportFile opportunities = {"salesforce:opportunity", "Id,Name\no1,ERP\no2,CRM\n"};
  const testing::ExportFile partners = {
      "salesforce:opportunity_partner",
      "OpportunityId,AccountToId,Role,IsPrimary\no1,p1,Source,true\no1,p2,Reseller,false\n"};
  const std::string expected = R"({"type":"opportunity","id":"o1","name":"ERP","partners":[)"
                               R"({"partner_id":"p1","role":"source","primary":true},)"
                               R"({"partner_id":"p2","role":"fulfil","primary":false}]})"
                               "\n"
                               R"({"type":"opportunity","id":"o2","name":"CRM"})"
                               "\n";
  CHECK(ReadExport({opportunities, partners}) == expected);
  const std::string reversed = ReadExport({partners, opportunities});
  for (const std::string member : {R"("name":"ERP")", R"("partner_id":"p2","role":"fulfil")"}) {
    CHECK(reversed.find(member) != std::string::npos);
  }
  CHECK(
      ReadExport({partners}) ==
      "salesforce:opportunity_partner.csv:2: adds to a opportunity that no file of this load has");
}

TEST_CASE("nothing of a file with an error is kept") {
  ExportReader reader;
  REQUIRE(reader.Read("salesforce:lead", "a.csv", "Id,LastName\nl1,King\n", {}).ok());
  CHECK(!reader.Read("salesforce:lead", "b.csv", "Id,CreatedDate\nl2,2026-01-01\nl3,x\n", {}).ok());
  CHECK(!reader.Read("salesforce:lead", "c.csv", "Id,LastName\nl4,Byron\nl1,King\n", {}).ok());
  const auto records = reader.Take();
  REQUIRE(records.ok());
  REQUIRE(records->size() == 1);
  CHECK((*records)[0].json == R"({"type":"lead","id":"l1","last_name":"King"})");
}

TEST_CASE("a reader is empty after its records were taken and keeps the customer's columns") {
  ExportReader reader;
  CustomColumn column;
  column.vendor = "salesforce";
  column.object = "lead";
  column.name = "Code__c";
  column.path = "partner_id";
  reader.AddCustomColumns({column});
  REQUIRE(reader.Read("salesforce:lead", "a.csv", "Id,Code__c\nl1,p1\n", {}).ok());
  CHECK(reader.Take()->size() == 1);
  CHECK(reader.Take()->empty());
  REQUIRE(reader.Read("salesforce:lead", "a.csv", "Id,Code__c\nl1,p1\n", {}).ok());
  CHECK((*reader.Take())[0].json == R"({"type":"lead","partner_id":"p1","id":"l1"})");
  REQUIRE(reader.Read("salesforce:lead", "a.csv", "Id,Code__c\nl1,p1\n", {}).ok());
  reader.Clear();
  CHECK(reader.Take()->empty());
}

TEST_CASE("a customer's column is read as the customer says even where a table knows its name") {
  const std::string mapping = R"({"schema":"referee.mapping/1","dynamics":{"opportunity":{
      "new_amount":{"path":"amount","as":"money","currency":"new_currency"},
      "statecode":{"path":"is_closed","words":{"Offen":"false","Gewonnen":"true"}},
      "new_families":{"path":"product_families[]","as":"list"},
      "new_family2":"product_families[]",
      "new_close":{"path":"expected_close","as":"day"}}}})";
  CHECK(ReadExport({{"dynamics:opportunity",
                     "opportunityid,new_amount,new_currency,statecode,new_families,new_family2,"
                     "new_close\no1,12.5,JOD,Gewonnen,a; b,c,2026-07-15T00:00:00Z\n"}},
                   mapping) ==
        R"({"type":"opportunity","amount":{"minor":12500,"currency":"JOD"},"is_closed":true,)"
        R"("product_families":["a","b","c"],"expected_close":"2026-07-15","id":"o1"})"
        "\n");
}

TEST_CASE("fields that each customer names are mapped by the customer") {
  CHECK(ReadExport({{"partnerstack:lead", "key,email_2,who\nk1,a@a.example,Ada King\n"}},
                   R"({"schema":"referee.mapping/1","partnerstack":{"lead":{
                       "email_2":"emails[]","who":"full_name"}}})") ==
        R"({"type":"lead","emails":["a@a.example"],"full_name":"Ada King","id":"k1"})"
        "\n");
}

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
