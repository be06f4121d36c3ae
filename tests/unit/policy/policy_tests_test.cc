#include "src/policy/policy_tests.h"

#include <string>

#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/policy_tests");

namespace referee::testing {
namespace {

using policy::ReadTests;

const std::string kFirst =
    R"({"name":"first","records":[{"type":"account","id":"a-1","name":"X"}],"submissions":[{"type":"submission","id":"s-1","intent":"referral","need":"ERP"}],"set":{"fit_regions":["DE"]},"expect":[{}]})";

TEST_CASE("a test like another takes over and changes records and submission and settings") {
  const auto tests = ReadTests(*Json(
      "[" + kFirst +
      R"(,{"name":"second","like":"first","covers":["STP-08"],"records":[{"type":"account","id":"a-1","name":"Y"},{"type":"account","id":"a-2"}],"change":{"need":null,"urgency":"now"},"set":{"fit_products":[]},"expect":[{"recommendation":["review"]}]}])"));
  REQUIRE(tests.ok());
  REQUIRE(tests->size() == 2);
  const PolicyTest& second = (*tests)[1];
  CHECK(second.records == std::vector<std::string>{R"({"type":"account","id":"a-1","name":"Y"})",
                                                   R"({"type":"account","id":"a-2"})"});
  CHECK(second.submissions ==
        std::vector<std::string>{
            R"({"type":"submission","id":"s-1","intent":"referral","urgency":"now"})"});
  CHECK(second.set.size() == 2);
  CHECK(second.covers == std::vector<std::string>{"STP-08"});
  CHECK(second.expect.size() == 1);
  CHECK((*tests)[0].records.size() == 1);
}

TEST_CASE("a wrong test is refused where it is wrong") {
  struct Row {
    std::string json;
    const char* pointer;
  };
  const std::string submission =
      R"("submissions":[{"type":"submission","id":"s","intent":"referral"}])";
  const Row rows[] = {
      {R"([{"expect":[{}]}])", "/0/name"},
      {"[" + kFirst + "," + kFirst + "]", "/1/name"},
      {R"([{"name":"a","like":"b","expect":[{}]}])", "/0/like"},
      {R"([{"name":"a","expect":[{}]}])", "/0/submissions"},
      {R"([{"name":"a",)" + submission + R"(}])", "/0/expect"},
      {R"([{"name":"a",)" + submission + R"(,"expect":[]}])", "/0/expect"},
      {R"([{"name":"a",)" + submission + R"(,"expect":[{"colour":1}]}])", "/0/expect/0/colour"},
      {R"([{"name":"a",)" + submission + R"(,"expect":[{}],"colour":1}])", "/0/colour"},
      {R"([{"name":"a",)" + submission + R"(,"expect":[{}],"change":{"urgency":"soon"}}])",
       "/0/change/urgency"},
      {R"([{"name":"a",)" + submission +
           R"(,"expect":[{}],"records":[{"type":"account","id":"a","employees":"x"}]}])",
       "/0/records/0/employees"},
      {R"([{"name":"a","submissions":[{"type":"submission","id":"s","intent":"gossip"}],"expect":[{}]}])",
       "/0/submissions/0/intent"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(ErrorPointer(ReadTests(*Json(row.json)).status()) == row.pointer);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
