// The tests that the standard policy carries, run through the steps of adjudication.

#include <set>
#include <string>

#include "tests/unit/output/decide.h"

TEST_SUITE_BEGIN("engine/standard_policy");

namespace referee::testing {
namespace {

std::string Lines(const std::vector<std::string>& documents) {
  std::string lines;
  for (const std::string& document : documents) lines += document + "\n";
  return lines;
}

TEST_CASE("the standard policy meets all of its own tests [STP-01][STP-02][STP-03][STP-04]") {
  const auto tests = StandardPolicy().Tests();
  REQUIRE(tests.ok());
  for (const PolicyTest& test : *tests) {
    CAPTURE(test.name);
    const auto policy = StandardPolicy().With(test.set);
    REQUIRE(policy.ok());
    Run run(Lines(test.records), *policy);
    for (std::size_t i = 0; i < test.submissions.size(); ++i) {
      const Decision decision = run.Decide(test.submissions[i]);
      for (const std::string& unmet : UnmetBy(decision, test.expect[i])) FAIL_CHECK(unmet);
    }
  }
}

TEST_CASE(
    "every gate of the standard policy is tested where it stops or waits and where it passes") {
  std::set<std::string> codes, held, passed;
  for (
      const Finding& finding :
      Run("")
          .Decide(
              R"({"type":"submission","id":"s","intent":"referral","received_at":"2026-06-01T10:00:00Z"})")
          .findings) {
    if (finding.source == FindingSource::kGate) codes.insert(finding.code);
  }
  const auto tests = StandardPolicy().Tests();
  REQUIRE(tests.ok());
  for (const PolicyTest& test : *tests) {
    for (const ExpectedFinding& finding : test.expect.back().findings) {
      if (!finding.verdict.has_value()) continue;
      (*finding.verdict == Verdict::kPass ? passed : held).insert(finding.code);
    }
  }
  CHECK(codes.size() == 25);
  for (const std::string& code : codes) {
    CAPTURE(code);
    CHECK(passed.count(code) == 1);
    CHECK(held.count(code) == 1);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
