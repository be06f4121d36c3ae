#include "src/policy/rule.h"

#include <string>

#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/rule");

namespace referee::testing {
namespace {

using policy::ReadRule;
using policy::RunRule;

std::string RuleJson(const std::string& speaks, const std::string& when) {
  return R"({"code":"r","speaks":")" + speaks + R"(","when":")" + when +
         R"(","review":"sales_owner","covers":["FIT-07"],"because":"So."})";
}

TEST_CASE("a rule speaks for or against when it holds and is silent when it does not [FIT-07]") {
  struct Row {
    const char* speaks;
    const char* document;
    Speaks said;
    Verdict verdict;
  };
  const Row rows[] = {
      {"for", R"({"submission":{"urgency":"now"}})", Speaks::kFor, Verdict::kPass},
      {"against", R"({"submission":{"urgency":"now"}})", Speaks::kAgainst, Verdict::kPass},
      {"for", R"({"submission":{"urgency":"none"}})", Speaks::kNothing, Verdict::kPass},
      {"for", R"({"submission":{}})", Speaks::kNothing, Verdict::kPass},
  };
  for (const Row& row : rows) {
    CAPTURE(row.document);
    const auto rule = ReadRule(*Json(RuleJson(row.speaks, "submission.urgency == 'now'")), {});
    REQUIRE(rule.ok());
    const Finding finding = RunRule(*rule, CaseOf(row.document));
    CHECK(finding.source == FindingSource::kRule);
    CHECK(finding.speaks == row.said);
    CHECK(finding.verdict == row.verdict);
    CHECK_FALSE(finding.HoldsALane());
  }
}

TEST_CASE("a rule that lacks evidence names it and one that errs is a fault") {
  const auto rule = ReadRule(*Json(RuleJson("for", "submission.urgency == 'now'")), {});
  const Finding unsure = RunRule(*rule, CaseOf(R"({"submission":{}})"));
  REQUIRE(unsure.missing.size() == 1);
  CHECK(unsure.missing[0].path == "submission.urgency");
  const auto wrong = ReadRule(*Json(RuleJson("for", "company.employees / 0 > 1")), {});
  const Finding fault = RunRule(*wrong, CaseOf(R"({"company":{"employees":5}})"));
  CHECK(fault.verdict == Verdict::kFault);
  CHECK(fault.HoldsALane());
}

TEST_CASE("a wrong rule is refused where it is wrong") {
  CHECK(ErrorPointer(ReadRule(*Json(RuleJson("maybe", "true")), {}).status()) == "/speaks");
  CHECK(ErrorPointer(ReadRule(*Json(RuleJson("for", "urgency")), {}).status()) == "/when");
  CHECK(ErrorPointer(ReadRule(*Json(R"({"code":"r"})"), {}).status()) == "/when");
  CHECK(
      ErrorPointer(ReadRule(*Json(RuleJson("for", "verdicts.fit_tier == 'weak'")), {}).status()) ==
      "/when");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
