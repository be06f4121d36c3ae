#include "src/intake/mapping/record_builder.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("intake/mapping/record_builder");

namespace referee::mapping {
namespace {

TEST_CASE("a path makes the objects and lists that it walks through") {
  RecordBuilder builder;
  builder.Set("type", "\"account\"");
  builder.Set("address.city", "\"Bonn\"");
  builder.Set("address.country", "\"DE\"");
  builder.Set("emails[]", "\"a\"");
  builder.Set("emails[]", "\"b\"");
  builder.Set("registry_ids[duns]", "\"1\"");
  builder.Set("registry_ids[vat]", "\"2\"");
  CHECK(builder.Json() ==
        R"({"type":"account","address":{"city":"Bonn","country":"DE"},"emails":["a","b"],)"
        R"("registry_ids":[{"kind":"duns","value":"1"},{"kind":"vat","value":"2"}]})");
}

TEST_CASE("the first value of a member wins") {
  RecordBuilder builder;
  builder.Set("a", "1");
  builder.Set("a", "2");
  CHECK(builder.Json() == R"({"a":1})");
}

TEST_CASE("the columns of one row describe one new element and the next row another") {
  RecordBuilder builder;
  builder.Set("partners[+].id", "1");
  builder.Set("partners[+].role", "\"x\"");
  builder.NextRow();
  builder.Set("partners[+].id", "2");
  CHECK(builder.Json() == R"({"partners":[{"id":1,"role":"x"},{"id":2}]})");
}

TEST_CASE("nothing set is an empty object") { CHECK(RecordBuilder().Json() == "{}"); }

}  // namespace
}  // namespace referee::mapping

TEST_SUITE_END();
