#include "src/adjudicate/questions.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("adjudicate/questions");

namespace referee::testing {
namespace {

Finding Waiting(const char* path, FindingSource source = FindingSource::kGate) {
  Finding finding;
  finding.verdict = Verdict::kWait;
  finding.source = source;
  finding.missing.push_back({path, "absent"});
  return finding;
}

TEST_CASE("each missing path is asked for once and in the order of the paths [OUT-14][RSO-17]") {
  const auto policy = Policy::Standard();
  REQUIRE(policy.ok());
  Conflict conflict;
  conflict.missing.push_back({"company.employees", "absent"});
  const auto questions =
      QuestionsFor(*policy,
                   {Waiting("submission.need"), Waiting("company.employees"),
                    Waiting("submission.need"), Waiting("only.a.rule", FindingSource::kRule)},
                   {conflict});
  REQUIRE(questions.size() == 2);
  CHECK(questions[0].path == "company.employees");
  CHECK(questions[1].path == "submission.need");
  CHECK(questions[1].question == "What problem does the customer want to solve?");
  CHECK(questions[1].ask == "partner");
}

TEST_CASE("nothing is asked when nothing is missing") {
  const auto policy = Policy::Standard();
  REQUIRE(policy.ok());
  CHECK(QuestionsFor(*policy, {Finding()}, {Conflict()}).empty());
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
