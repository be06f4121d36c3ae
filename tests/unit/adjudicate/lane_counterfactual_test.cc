#include "src/adjudicate/lane_counterfactual.h"

#include <algorithm>
#include <random>

#include "src/adjudicate/adjudicate.h"
#include "src/attribution/altered_case.h"
#include "src/attribution/counterfactual.h"
#include "src/policy/money.h"
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

TEST_CASE("a change that only brings another dispute gives way to one that settles it") {
  LaneUnderTest test;
  // The nearest change makes the receipts tie, which stops the lane as well.
  test.Registration("d-1", "p-rival", -25 * kHour);
  const Decision decision = test.Decide();
  REQUIRE(decision.lane(Lane::kAttribution) == LaneState::kStop);
  const LaneCounterfactual* found = Of(decision, Lane::kAttribution);
  REQUIRE(found != nullptr);
  REQUIRE(found->counterfactual.changes.size() == 1);
  CHECK(found->counterfactual.changes[0].path == "expires_at");
}

TEST_CASE("one fact that two disputes rest on is changed once") {
  LaneUnderTest test;
  Touch& form = test.TouchOfParty("t-1", "form", -20 * kDay);
  form.by = std::string("prospect");
  Touch& call = test.TouchOfParty("t-2", "call_mention", -10 * kDay);
  call.by = std::string("prospect");
  call.partner_id = std::string("p-nova");
  const Decision decision = test.Decide();
  REQUIRE(decision.conflicts.size() == 2);
  const LaneCounterfactual* found = Of(decision, Lane::kAttribution);
  REQUIRE(found != nullptr);
  REQUIRE(found->counterfactual.changes.size() == 1);
  CHECK(found->counterfactual.changes[0].record.id == "t-1");
}

TEST_CASE("a permission that the CRM took back turns both gates of consent [STP-02] [STP-03]") {
  LaneUnderTest test;
  test.LeadOfParty("l-1", -kDay).opt_out.mutable_value().all = true;
  const Decision decision = test.Decide();
  REQUIRE(decision.lane(Lane::kComms) == LaneState::kStop);
  const LaneCounterfactual* found = Of(decision, Lane::kComms);
  REQUIRE(found != nullptr);
  REQUIRE(found->counterfactual.changes.size() == 1);
  CHECK(found->counterfactual.changes[0].path == "opt_out.all");
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

// The changes that would let the lane go on; none without a counterfactual.
std::vector<FactChange> ChangesOf(LaneUnderTest* test, Lane lane) {
  const Decision decision = test->Decide();
  CHECK(decision.lane(lane) == LaneState::kStop);
  const LaneCounterfactual* found = Of(decision, lane);
  return found == nullptr ? std::vector<FactChange>() : found->counterfactual.changes;
}

TEST_CASE("a stop that rests on which records there are is left without a counterfactual") {
  LaneUnderTest test;
  test.LeadOfParty("l-1", -90 * kDay);
  CHECK(ChangesOf(&test, Lane::kOwnership).empty());
}

TEST_CASE("a basis that is unknown would have to be a consent [STP-02]") {
  LaneUnderTest test;
  test.facts.submission.consent.mutable_value().basis = std::string("unknown");
  const auto changes = ChangesOf(&test, Lane::kComms);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].path == "consent.basis");
  CHECK(changes[0].to == FactValue(std::string("consent")));
}

TEST_CASE("who is sensitive would have to be none, in the submission and in every account") {
  LaneUnderTest test;
  test.facts.submission.sensitive = true;
  const auto changes = ChangesOf(&test, Lane::kOwnership);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].path == "sensitive");
  CHECK(changes[0].record.type == "submission");
}

TEST_CASE("an amount of high value would have to lie one minor unit below it") {
  LaneUnderTest test;
  test.facts.submission.amount = test.parameters.high_value;
  const auto changes = ChangesOf(&test, Lane::kOwnership);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].path == "amount");
  CHECK(*std::get<Amount>(changes[0].to).minor == *test.parameters.high_value.minor - 1);
}

TEST_CASE("an amount below the minimum would have to reach it, in its own currency") {
  LaneUnderTest test;
  test.facts.submission.amount = Amount{std::int64_t{1}, std::string("EUR")};
  const auto changes = ChangesOf(&test, Lane::kAttribution);
  REQUIRE(changes.size() == 1);
  Amount edge = std::get<Amount>(changes[0].to);
  CHECK(edge.currency.get() == "EUR");
  const Exchange& exchange = test.parameters.exchange;
  CHECK(*CompareMoney(exchange, edge, test.parameters.minimum_deal) >= 0);
  edge.minor = *edge.minor - 1;
  CHECK(*CompareMoney(exchange, edge, test.parameters.minimum_deal) < 0);
}

TEST_CASE("a company of the enterprise would have to be one person smaller than that") {
  LaneUnderTest test;
  test.facts.party.company.employees = test.parameters.enterprise_employees + 500;
  const auto changes = ChangesOf(&test, Lane::kOwnership);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].path == "company.employees");
  CHECK(changes[0].to == FactValue(std::int64_t{test.parameters.enterprise_employees} - 1));
}

TEST_CASE("commitments and promises would have to be none, a reward not asked for") {
  LaneUnderTest test;
  Submission& submission = test.facts.submission;
  submission.commitments = std::vector<std::string>{"a discount", "a date"};
  submission.call.mutable_value().promises = std::vector<std::string>{"a gift"};
  CHECK(ChangesOf(&test, Lane::kComms).size() == 2);
  submission.reward = Money(Amount{std::int64_t{5}, std::string("EUR")});
  const auto changes = ChangesOf(&test, Lane::kReward);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].path == "reward");
}

TEST_CASE("advocacy would have to be approved, and stale evidence newer") {
  LaneUnderTest test;
  Advocacy& advocacy = test.facts.submission.advocacy.mutable_value();
  advocacy.requested = true;
  advocacy.approved = false;
  const auto approved = ChangesOf(&test, Lane::kComms);
  REQUIRE(approved.size() == 1);
  CHECK(approved[0].path == "advocacy.approved");
  test.TouchOfParty("t-1", "email_intro", -400 * kDay);
  Evidence old;
  old.at = FromReceipt(-300 * kDay);
  test.facts.submission.evidence = std::vector<Evidence>{old};
  const auto newer = ChangesOf(&test, Lane::kFit);
  REQUIRE(newer.size() == 1);
  CHECK(newer[0].path == "evidence.at");
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
    if (chance()) test.facts.submission.sensitive = true;
    if (chance()) test.facts.submission.amount = test.parameters.high_value;
    if (chance()) test.facts.party.company.employees = test.parameters.enterprise_employees;
    if (chance()) test.AccountOfParty().owner = std::string("u-1");
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
      altered.Reset();
      // The first is not idle: without it the lane stops.
      const auto& changes = one.counterfactual.changes;
      for (std::size_t i = 1; i < changes.size(); ++i) altered.Apply(changes[i]);
      const Attribution without = Attribute(altered.the_case(), test.parameters);
      const auto left = StandardPolicy().JudgeLane(one.lane, altered.the_case(), without);
      CHECK(std::any_of(left.begin(), left.end(),
                        [](const Finding& finding) { return finding.verdict == Verdict::kStop; }));
    }
  }
  CHECK(claimed > 20);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
