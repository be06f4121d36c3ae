#include "src/policy/expectation.h"

#include <string>

#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/expectation");

namespace referee::testing {
namespace {

Decision Example() {
  Decision decision;
  Finding finding;
  finding.code = "data_stale";
  finding.lane = Lane::kFit;
  finding.verdict = Verdict::kWait;
  decision.findings.push_back(finding);
  Conflict conflict;
  conflict.kind = ConflictKind::kNamedAccount;
  decision.conflicts.push_back(conflict);
  decision.lanes[static_cast<std::size_t>(Lane::kFit)] = LaneState::kHold;
  decision.recommendation = Recommendation::kReview;
  decision.attribution.confidence = Confidence::kHigh;
  decision.outputs.qualification.fit_tier = "strong";
  decision.missing.push_back({"submission.need", "?", "partner"});
  decision.approvals_needed.push_back({"accept", "partner_manager", ""});
  return decision;
}

TEST_CASE("what is met is silent and what is not is said") {
  struct Row {
    const char* expectation;
    const char* unmet;  // The start of the only sentence, or "".
  };
  const Row rows[] = {
      {"{}", ""},
      {R"({"findings":{"must":["data_stale"]}})", ""},
      {R"({"findings":{"must":[{"code":"data_stale","verdict":"wait","lane":"fit"}]}})", ""},
      {R"({"findings":{"must":[{"code":"data_stale","verdict":"stop"}]}})",
       "finding data_stale stop is missing"},
      {R"({"findings":{"must":[{"code":"data_stale","lane":"comms"}]}})",
       "finding data_stale is missing"},
      {R"({"findings":{"must_not":["data_stale"]}})", "finding data_stale should not be there"},
      {R"({"findings":{"must_not":[{"code":"data_stale","verdict":"stop"}]}})", ""},
      {R"({"conflicts":{"must":["named_account"],"must_not":["self_referral"]}})", ""},
      {R"({"conflicts":{"must":["self_referral"]}})", "conflict self_referral is missing"},
      {R"({"lanes":{"fit":["hold","stop"]}})", ""},
      {R"({"lanes":{"fit":["open"]}})", "fit hold is not allowed"},
      {R"({"recommendation":["accept"]})", "recommendation review is not allowed"},
      {R"({"confidence":["high"],"fit_tier":["strong"]})", ""},
      {R"({"confidence":["low"]})", "confidence high is not allowed"},
      {R"({"fit_tier":["weak"]})", "fit strong is not allowed"},
      {R"({"missing":["submission.need"]})", ""},
      {R"({"missing":["submission.urgency"]})", "question submission.urgency is missing"},
      {R"({"not_missing":["submission.need"]})", "question submission.need should not be there"},
      {R"({"approvals":{"must":[{"action":"accept","role":"partner_manager"}]}})", ""},
      {R"({"approvals":{"must":[{"action":"accept","role":"partner_owner"}]}})",
       "approval accept by partner_owner is missing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expectation);
    const auto expectation = policy::ReadExpectation(*Json(row.expectation));
    REQUIRE(expectation.ok());
    const std::vector<std::string> unmet = UnmetBy(Example(), *expectation);
    CHECK((unmet.empty() ? "" : unmet.front()) == row.unmet);
    CHECK(unmet.size() <= 1);
  }
}

TEST_CASE("a wrong expectation is refused where it is wrong") {
  struct Row {
    const char* json;
    const char* pointer;
  };
  const Row rows[] = {
      {"[]", ""},
      {R"({"finding":[]})", "/finding"},
      {R"({"findings":[]})", "/findings"},
      {R"({"findings":{"must":[{"verdict":"stop"}]}})", "/findings/must/0/code"},
      {R"({"findings":{"must":[{"code":"x","verdict":"no"}]}})", "/findings/must/0/verdict"},
      {R"({"findings":{"should":[]}})", "/findings/should"},
      {R"({"conflicts":{"must":["quarrel"]}})", "/conflicts/must/0"},
      {R"({"lanes":{"lunch":["open"]}})", "/lanes/lunch"},
      {R"({"lanes":{"fit":[1]}})", "/lanes/fit/0"},
      {R"({"missing":[1]})", "/missing/0"},
      {R"({"approvals":{"must":[{"action":"accept"}]}})", "/approvals/must/0/role"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    const auto status = policy::ReadExpectation(*Json(row.json)).status();
    REQUIRE_FALSE(status.ok());
    CHECK(ErrorPointer(status) == row.pointer);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
