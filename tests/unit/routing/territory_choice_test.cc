#include "src/routing/territory_choice.h"

#include <string>

#include "tests/unit/routing/case_with.h"

TEST_SUITE_BEGIN("routing/territory_choice");

namespace referee::testing {
namespace {

std::string Chosen(const Case& the_case) {
  const Territory* territory = TerritoryOf(the_case);
  return territory == nullptr ? "" : territory->id;
}

TEST_CASE("every list takes only what is on it and an empty one takes any [RSO-03]") {
  struct Row {
    const char* territory;
    bool takes;
  };
  const Row rows[] = {
      {R"("countries":["DE"])", true},
      {R"("countries":["Germany"])", true},
      {R"("countries":["AT","CH"])", false},
      {R"("countries":[])", true},
      {R"("countries":["DE"],"regions":["BY"])", true},
      {R"("countries":["DE"],"regions":["DE-BY"])", true},
      {R"("countries":["DE"],"regions":["HH"])", false},
      {R"("countries":["DE"],"postal_prefixes":["80","81"])", true},
      {R"("countries":["DE"],"postal_prefixes":["20"])", false},
      {R"("countries":["DE"],"industries":["Manufacturing"])", true},
      {R"("countries":["DE"],"industries":["retail"])", false},
      {R"("countries":["DE"],"employees":{"min":420,"max":420})", true},
      {R"("countries":["DE"],"employees":{"min":421})", false},
      {R"("countries":["DE"],"employees":{"max":419})", false},
      {R"("countries":["DE"],"from":"2026-06-01T10:00:00Z")", true},
      {R"("countries":["DE"],"from":"2026-06-01T10:00:01Z")", false},
      {R"("countries":["DE"],"to":"2026-06-01T10:00:00Z")", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.territory);
    Case the_case = CaseWith(std::string(R"({"type":"territory","id":"t","owner":"u",)") +
                             row.territory + "}\n");
    Place(&the_case, "DE", "BY", "80331");
    the_case.party.company.industry = std::string("manufacturing");
    the_case.party.company.employees = 420;
    CHECK(Chosen(the_case) == (row.takes ? "t" : ""));
  }
}

TEST_CASE("what is not known is on no list") {
  Case the_case = CaseWith(
      R"({"type":"territory","id":"t","countries":["DE"],"industries":["retail"]}
{"type":"territory","id":"u","countries":["DE"],"employees":{"min":1}}
{"type":"territory","id":"v","countries":["DE"],"regions":["BY"]}
)");
  Place(&the_case, "DE");
  CHECK(Chosen(the_case).empty());
  Place(&the_case, nullptr);
  CHECK(Chosen(the_case).empty());
}

TEST_CASE("the highest priority wins and then the smallest id") {
  Case the_case = CaseWith(
      R"({"type":"territory","id":"t-3","countries":["DE"],"priority":5}
{"type":"territory","id":"t-2","countries":["DE"],"priority":10}
{"type":"territory","id":"t-1","countries":["DE"],"priority":10}
{"type":"territory","id":"t-0","countries":["FR"],"priority":99}
)");
  Place(&the_case, "DE");
  CHECK(Chosen(the_case) == "t-1");
}

TEST_CASE("the region of the submission goes before the address") {
  Case the_case = CaseWith(
      R"({"type":"territory","id":"t-fr","countries":["FR"]}
{"type":"territory","id":"t-by","countries":["DE"],"regions":["BY"]}
)");
  Place(&the_case, "FR");
  CHECK(Chosen(the_case) == "t-fr");
  the_case.submission.region = std::string("DE-BY");
  CHECK(Chosen(the_case) == "t-by");
  // The postal code of another country says nothing about this one.
  the_case.submission.region = std::string("Germany");
  CHECK(Chosen(the_case).empty());
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
