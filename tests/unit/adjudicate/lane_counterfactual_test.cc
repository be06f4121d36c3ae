#include "src/adjudicate/lane_counterfactual.h"

#include <algorithm>
#include <random>

#include "src/adjudicate/adjudicate.h"
#include "src/attribution/altered_case.h"
#include "src/attribution/counterfactual.h"
#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("adjudicate/lane_counterfactual");

namespace referee::testing {
namespace {

const Policy& StandardPolicy() {
  static const auto& policy = *new Policy(*Policy::Standard());
  return policy;
}

// A case that nothing stops: complete, with every consent.
struct LaneUnderTest : CaseUnderTest {
  LaneUnderTest() {
    parameters = StandardPolicy().parameters();
    Submission& submission = facts.submission;
    Consent& consent = submission.consent.mutable_value();
    consent.basis = std::string("consent");
    consent.share_forward = consent.contact = consent.report_back = true;
    submission.amount = Amount{std::int64_t{2'000'000}, std::string("USD")};
    facts.party.company.employees = std::int32_t{100};
  }

  Decision Decide() {
    SourceParty source = FindSource(facts.records, facts.submission, facts.receipt);
    facts.source = std::move(source);
    Attribution attribution = Attribute(facts, parameters);
    FindCounterfactuals(&facts, parameters, &attribution.conflicts);
    const Judgement judgement = StandardPolicy().Judge(facts, attribution);
    Decision decision =
        Adjudicate(StandardPolicy(), facts, std::move(attribution), judgement, std::nullopt);
    decision.counterfactuals = FindLaneCounterfactuals(StandardPolicy(), &facts, decision);
    return decision;
  }
};

const LaneCounterfactual* Of(const Decision& decision, Lane lane) {
  for (const LaneCounterfactual& one : decision.counterfactuals) {
    if (one.lane == lane) return &one;
  }
  return nullptr;
}

TEST_CASE("a lane that does not stop has no counterfactual") {
  LaneUnderTest test;
  const Decision decision = test.Decide();
  for (const LaneState state : decision.lanes) CHECK(state != LaneState::kStop);
  CHECK(decision.counterfactuals.empty());
}

TEST_CASE("a lane that a dispute stops would go on by what settles the dispute [STP-01]") {
  LaneUnderTest test;
  test.Registration("d-1", "p-rival", -50 * kDay).expires_at = FromReceipt(kHour);
  const Decision decision = test.Decide();
  REQUIRE(decision.lane(Lane::kAttribution) == LaneState::kStop);
  const LaneCounterfactual* found = Of(decision, Lane::kAttribution);
  REQUIRE(found != nullptr);
  REQUIRE(found->counterfactual.changes.size() == 1);
  CHECK(found->counterfactual.changes[0].path == "expires_at");
  CHECK(found->counterfactual.sentence.starts_with("Lane attribution would not stop if "));
}

TEST_CASE("a change that only brings another dispute turns no lane") {
  LaneUnderTest test;
  // The nearest change makes the receipts tie, which stops the lane as well.
  test.Registration("d-1", "p-rival", -25 * kHour);
  const Decision decision = test.Decide();
  REQUIRE(decision.lane(Lane::kAttribution) == LaneState::kStop);
  CHECK(Of(decision, Lane::kAttribution) == nullptr);
}

TEST_CASE("consent that somebody refused is the fact that stops contact [STP-03]") {
  LaneUnderTest test;
  test.facts.submission.consent.mutable_value().contact = false;
  const Decision decision = test.Decide();
  const LaneCounterfactual* found = Of(decision, Lane::kComms);
  REQUIRE(found != nullptr);
  REQUIRE(found->counterfactual.changes.size() == 1);
  CHECK(found->counterfactual.changes[0].path == "consent.contact");
}

TEST_CASE("a stop that rests on no known lever is left without a counterfactual") {
  LaneUnderTest test;
  test.facts.submission.sensitive = true;
  const Decision decision = test.Decide();
  REQUIRE(decision.lane(Lane::kOwnership) == LaneState::kStop);
  CHECK(Of(decision, Lane::kOwnership) == nullptr);
}

TEST_CASE("every lane counterfactual that is claimed lets its lane go on") {
  std::mt19937 random(5);
  int claimed = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    LaneUnderTest test;
    const auto chance = [&] { return random() % 3 == 0; };
    if (chance()) test.Registration("d-1", "p-rival", -80 * kDay);
    if (chance()) test.TouchOfParty("t-1", "webinar", -170 * kDay);
    if (chance()) test.OpportunityOfParty("o-1").last_activity_at = FromReceipt(-80 * kDay);
    if (chance()) test.facts.submission.consent.mutable_value().report_back = false;
    if (chance()) {
      OpenIssue issue;
      issue.severity = std::string("high");
      test.AccountOfParty().open_issues = std::vector<OpenIssue>{issue};
    }
    const Decision decision = test.Decide();
    for (const LaneCounterfactual& one : decision.counterfactuals) {
      ++claimed;
      AlteredCase altered(&test.facts);
      for (const FactChange& change : one.counterfactual.changes) REQUIRE(altered.Apply(change));
      const Attribution attribution = Attribute(altered.the_case(), test.parameters);
      const Judgement judgement = StandardPolicy().Judge(altered.the_case(), attribution);
      for (const Finding& finding : judgement.findings) {
        if (finding.lane == one.lane) CHECK(finding.verdict != Verdict::kStop);
      }
    }
  }
  CHECK(claimed > 20);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
