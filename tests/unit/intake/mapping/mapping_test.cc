#include "src/intake/mapping/mapping.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "src/base/error_location.h"

TEST_SUITE_BEGIN("intake/mapping/mapping");

namespace referee::mapping {
namespace {

std::string Outcome(std::string_view json) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  REQUIRE(node.ok());
  const auto columns = ReadCustomColumns(**node);
  if (!columns.ok()) return DescribeError(columns.status());
  std::string out;
  for (const CustomColumn& column : *columns) {
    out += column.vendor + ":" + column.object + "." + column.name + "=" + column.path + ";";
  }
  return out;
}

std::string OfLead(const std::string& column) {
  return R"({"schema":"referee.mapping/1","salesforce":{"lead":{"X__c":)" + column + "}}}";
}

TEST_CASE("a mapping names vendors and objects and columns and where they go") {
  CHECK(Outcome(R"({"schema":"referee.mapping/1"})").empty());
  CHECK(Outcome(OfLead("\"partner_id\"")) == "salesforce:lead.X__c=partner_id;");
  CHECK(Outcome(OfLead(R"({"path":"company.registry_ids[vat]","as":"text"})")) ==
        "salesforce:lead.X__c=company.registry_ids[vat];");
  CHECK(Outcome(OfLead(R"({"path":"partners[+].role","words":{"Gold":"source"}})")) ==
        "salesforce:lead.X__c=partners[+].role;");
  CHECK(Outcome(OfLead(R"({"path":"amount","as":"money","currency":"Curr__c"})")) ==
        "salesforce:lead.X__c=amount;");
}

TEST_CASE("a mapping that is wrong is refused where it is wrong") {
  struct Case {
    std::string json, error;
  };
  const std::string no_path =
      "must be a path such as company.address.city or emails[], found another text";
  const std::string at = "/salesforce/lead/X__c";
  const Case cases[] = {
      {"[]", "must be an object, found a list"},
      {"{}", "/schema: must be referee.mapping/1"},
      {R"({"schema":7})", "/schema: must be referee.mapping/1"},
      {R"({"schema":"referee.mapping/2"})", "/schema: must be referee.mapping/1"},
      {R"({"schema":"referee.mapping/1","sap":{}})", "/sap: is no vendor that is known"},
      {R"({"schema":"referee.mapping/1","hubspot":7})",
       "/hubspot: must be an object, found a number"},
      {R"({"schema":"referee.mapping/1","hubspot":{"contact":[]}})",
       "/hubspot/contact: must be an object, found a list"},
      {R"({"schema":"referee.mapping/1","hubspot":{"case":{}}})",
       "/hubspot/case: is no object of this vendor; known are contact, lead, company, deal, "
       "deal_partner, owner, engagement"},
      {OfLead("7"), at + ": must be a path or an object with a path, found a number"},
      {OfLead("{}"), at + "/path: is required"},
      {OfLead(R"({"path":7})"), at + "/path: must be a path, found a number"},
      {OfLead(R"({"path":"a","as":"float"})"),
       at + "/as: must be one of text, list, bool, time, day, epoch, integer, money, minor_money; "
            "found another text"},
      {OfLead(R"({"path":"a","as":1})"),
       at + "/as: must be one of text, list, bool, time, day, epoch, integer, money, minor_money; "
            "found a number"},
      {OfLead(R"({"path":"a","colour":1})"),
       at + "/colour: is not known; path, as, currency and words are"},
      {OfLead(R"({"path":"a","words":[]})"), at + "/words: must be an object, found a list"},
      {OfLead(R"({"path":"a","words":{"Gold":1}})"),
       at + "/words/Gold: must be a string, found a number"},
      {OfLead(R"({"path":"a","words":{},"as":"text"})"), at + "/as: cannot stand beside words"},
      {OfLead(R"({"path":"a","currency":1})"), at + "/currency: must be a string, found a number"},
      {OfLead("\"\""), at + ": " + no_path},
      {OfLead("\"type\""), at + ": " + no_path},
      {OfLead("\"a..b\""), at + ": " + no_path},
      {OfLead("\".a\""), at + ": " + no_path},
      {OfLead("\"a[\""), at + ": " + no_path},
      {OfLead("\"a]\""), at + ": " + no_path},
      {OfLead("\"[]\""), at + ": " + no_path},
      {OfLead("\"a[b]c\""), at + ": " + no_path},
      {OfLead("\"a[[]]\""), at + ": " + no_path},
      {OfLead("\"a.b.c.d.e.f.g\""), at + ": " + no_path},
      {OfLead("\"First Name\""), at + ": " + no_path},
  };
  for (const Case& test : cases) {
    CAPTURE(test.json);
    CHECK(Outcome(test.json) == test.error);
  }
}

TEST_CASE("every vendor has the objects that its exports are named after") {
  for (const char* const name : {"salesforce:lead",
                                 "salesforce:contact",
                                 "salesforce:account",
                                 "salesforce:opportunity",
                                 "salesforce:opportunity_partner",
                                 "salesforce:user",
                                 "salesforce:task",
                                 "hubspot:contact",
                                 "hubspot:lead",
                                 "hubspot:company",
                                 "hubspot:deal",
                                 "hubspot:owner",
                                 "hubspot:engagement",
                                 "dynamics:lead",
                                 "dynamics:contact",
                                 "dynamics:account",
                                 "dynamics:opportunity",
                                 "dynamics:systemuser",
                                 "dynamics:activity",
                                 "partnerstack:partnership",
                                 "partnerstack:team_member",
                                 "partnerstack:lead",
                                 "partnerstack:deal",
                                 "partnerstack:reward"}) {
    CAPTURE(name);
    const std::string text = name;
    const std::size_t colon = text.find(':');
    CHECK(FindObject(text.substr(0, colon), text.substr(colon + 1)) != nullptr);
  }
  CHECK(FindObject("salesforce", "sandwich") == nullptr);
  CHECK(FindObject("sap", "lead") == nullptr);
}

TEST_CASE("no table names a column twice for one member and each has an id") {
  for (const auto objects :
       {SalesforceObjects(), HubspotObjects(), DynamicsObjects(), PartnerstackObjects()}) {
    for (const Object& object : objects) {
      CAPTURE(object.name);
      std::set<std::pair<std::string_view, std::string_view>> rows;
      int ids = 0;
      for (const Column& column : object.columns) {
        CHECK(rows.insert({column.name, column.path}).second);
        ids += column.path == "id" ? 1 : 0;
      }
      CHECK(ids == 1);
    }
  }
}

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
