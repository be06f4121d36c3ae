#include "src/intake/party_fields.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/intake/read_document.h"

TEST_SUITE_BEGIN("intake/party_fields");

namespace referee {
namespace {

using testing::ReadRecord;

TEST_CASE("every member of a person has its place") {
  UnknownMembers unknown;
  const auto record = ReadRecord(
      R"({"type":"touch","id":"t","person":{"id":"c-9","salutation":"Dr.","first_name":"Ada",)"
      R"("middle_name":"B","last_name":"King","suffix":"Jr","full_name":"Ada King",)"
      R"("emails":["ada@a.example"],"phones":["1"],"title":"CTO","authority":"user","linkedin":"in/ada",)"
      R"("country":"GB","language":"en","payout_identity":"h:1","birth_date":"1980-02-29",)"
      R"("national_id":"42"}})",
      &unknown);
  REQUIRE(record.ok());
  CHECK(unknown.empty());
  const Person& person = *std::get<Touch>(*record).person;
  CHECK(*person.id == "c-9");
  CHECK(*person.salutation == "Dr.");
  CHECK(*person.middle_name == "B");
  CHECK(*person.suffix == "Jr");
  CHECK(*person.authority == "user");
  CHECK(FormatDay(person.birth_date->day) == "1980-02-29");
  CHECK(*person.payout_identity == "h:1");
}

TEST_CASE("a person may be given by one name") {
  const auto record = ReadRecord(R"({"type":"touch","id":"t","person":{"name":"Ada King"}})");
  REQUIRE(record.ok());
  CHECK(*std::get<Touch>(*record).person->full_name == "Ada King");
}

TEST_CASE("unknown members of a party inside of a record are named by the record") {
  UnknownMembers unknown;
  const auto record = ReadRecord(
      R"({"type":"touch","id":"t","company":{"mood":1,"address":{"planet":2}}})", &unknown);
  REQUIRE(record.ok());
  CHECK(std::get<Touch>(*record).company->extra.size() == 1);
  CHECK(std::get<Touch>(*record).company->address->extra.size() == 1);
  CHECK(unknown == UnknownMembers{"touch.mood", "touch.planet"});
}

TEST_CASE("an error deep inside of a party points there") {
  CHECK(testing::RecordError(
            R"({"type":"touch","id":"t","company":{"registry_ids":[{},{"value":5}]}})") ==
        "/company/registry_ids/1/value: must be a string, found a number");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
