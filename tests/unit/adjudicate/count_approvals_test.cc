#include "src/adjudicate/count_approvals.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "src/index/snapshot.h"

TEST_SUITE_BEGIN("adjudicate/count_approvals");

namespace referee {
namespace {

constexpr std::string_view kUsers =
    R"({"type":"user","id":"u-maya","roles":["partner_manager","partner_owner"]}
{"type":"user","id":"u-tom","roles":["partner_manager","partner_owner","program_owner"]}
{"type":"user","id":"u-zoe","roles":["partner_owner"]}
{"type":"partner","id":"p-tom","users":[{"id":"u-tom"}]}
)";

Moment At(std::string_view text) { return Time{*ParseInstant(text), std::string(text)}; }

// A decision that asks for approvals, and acts that give them.
struct CountUnderTest {
  Case the_case;
  Decision decision;

  CountUnderTest() {
    Corpus corpus;
    REQUIRE(corpus.LoadNdjson("users", kUsers, CallContext()).ok());
    the_case.records = corpus.Publish();
    the_case.referral_id = "r-1";
    the_case.submission.submitted_by = std::string("pu-1");
    the_case.as_of = *ParseInstant("2026-06-10T00:00:00Z");
    decision.lanes.fill(LaneState::kHold);
    decision.attribution.confidence = Confidence::kDisputed;
    decision.attribution.note = "Evidence.";
  }

  void Ask(std::string action, std::string role) {
    decision.approvals_needed.push_back({action, std::move(role), "sha256:" + action});
  }

  Approval& Give(std::string id, std::string action, std::string role, std::string user) {
    Approval act;
    act.id = std::move(id);
    act.subject_hash = "sha256:" + action;
    act.action = std::move(action);
    act.referral_id = std::string("r-1");
    act.role = std::move(role);
    act.user = std::move(user);
    act.at = At("2026-06-05T00:00:00Z");
    act.decision = std::string("approve");
    the_case.approvals.push_back(std::move(act));
    return the_case.approvals.back();
  }

  void Count() { CountApprovals(the_case, &decision); }
  LaneState lane(Lane which) const { return decision.lane(which); }
};

TEST_CASE("a lane is done only by the approval of a person [APR-22]") {
  CountUnderTest test;
  test.Ask("attribute", "partner_manager");
  test.Count();
  CHECK(test.lane(Lane::kAttribution) == LaneState::kHold);
  CHECK(test.decision.approvals_needed.size() == 1);

  test.Give("ap-1", "attribute", "partner_manager", "u-maya");
  test.Count();
  CHECK(test.lane(Lane::kAttribution) == LaneState::kDone);
  CHECK(test.decision.approvals_needed.empty());
  CHECK(test.decision.attribution.confidence == Confidence::kConfirmed);
  CHECK(test.decision.attribution.note ==
        "Confirmed by u-maya (partner_manager) at 2026-06-05T00:00:00Z. Evidence.");
  CHECK(test.lane(Lane::kFit) == LaneState::kHold);
}

TEST_CASE("accepting finishes fit and ownership, but not before an exception that is asked for") {
  CountUnderTest test;
  test.Ask("accept", "partner_manager");
  test.Ask("exception", "partner_owner");
  test.Give("ap-1", "accept", "partner_manager", "u-maya");
  test.Count();
  CHECK(test.lane(Lane::kFit) == LaneState::kDone);
  CHECK(test.lane(Lane::kOwnership) == LaneState::kHold);
  REQUIRE(test.decision.approvals_needed.size() == 1);
  CHECK(test.decision.approvals_needed[0].action == "exception");
}

TEST_CASE("where two roles are asked two people must act") {
  CountUnderTest alone;
  alone.Ask("attribute", "partner_manager");
  alone.Ask("attribute", "partner_owner");
  alone.Give("ap-1", "attribute", "partner_manager", "u-maya");
  alone.Give("ap-2", "attribute", "partner_owner", "u-maya");
  alone.Count();
  CHECK(alone.lane(Lane::kAttribution) == LaneState::kHold);
  CHECK(alone.decision.approvals_needed.size() == 1);

  // Two people are found whoever is looked at first: u-tom can only stand for one of the roles.
  CountUnderTest both;
  both.Ask("attribute", "partner_manager");
  both.Ask("attribute", "partner_owner");
  both.Give("ap-1", "attribute", "partner_manager", "u-maya");
  both.Give("ap-2", "attribute", "partner_manager", "u-tom");
  both.Give("ap-3", "attribute", "partner_owner", "u-tom");
  both.Count();
  CHECK(both.lane(Lane::kAttribution) == LaneState::kDone);
}

TEST_CASE("nobody who could gain from the referral approves it [APR-03] [APR-29]") {
  const auto is_done_by = [](std::string user, const auto& arrange) {
    CountUnderTest test;
    test.Ask("attribute", "partner_manager");
    test.Give("ap-1", "attribute", "partner_manager", std::move(user));
    arrange(&test);
    test.Count();
    return test.lane(Lane::kAttribution) == LaneState::kDone;
  };
  const auto earlier_by = [](std::string user, bool same_referral) {
    return [user, same_referral](CountUnderTest* test) {
      PriorSubmission prior;
      prior.submission.submitted_by = user;
      prior.same_referral = same_referral;
      test->the_case.prior.push_back(std::move(prior));
    };
  };
  const auto claims_for = [](std::string partner) {
    return [partner](CountUnderTest* test) {
      Claim claim;
      claim.partner_id = partner;
      test->decision.attribution.claims.push_back(std::move(claim));
    };
  };
  CHECK_FALSE(is_done_by("u-maya", earlier_by("u-maya", true)));
  CHECK(is_done_by("u-maya", earlier_by("u-maya", false)));
  CHECK(is_done_by("u-tom", earlier_by("u-maya", true)));
  CHECK_FALSE(is_done_by("u-tom", claims_for("p-tom")));
  CHECK(is_done_by("u-maya", claims_for("p-tom")));
}

TEST_CASE("where the policy asks for more people than roles each of them must act") {
  CountUnderTest test;
  test.Ask("attribute", "partner_manager");
  test.decision.approvals_needed[0].people = 2;
  test.Give("ap-1", "attribute", "partner_manager", "u-maya");
  test.Give("ap-2", "attribute", "partner_manager", "u-maya");
  test.Count();
  CHECK(test.lane(Lane::kAttribution) == LaneState::kHold);
  CHECK(test.decision.approvals_needed.size() == 1);
  test.Give("ap-3", "attribute", "partner_manager", "u-tom");
  test.Count();
  CHECK(test.lane(Lane::kAttribution) == LaneState::kDone);
}

TEST_CASE("a later refusal takes an approval back, and a still later approval restores it") {
  CountUnderTest test;
  test.Ask("attribute", "partner_manager");
  test.Give("ap-1", "attribute", "partner_manager", "u-maya");
  Approval& refusal = test.Give("ap-2", "attribute", "partner_manager", "u-tom");
  refusal.decision = std::string("refuse");
  refusal.at = At("2026-06-06T00:00:00Z");
  test.Count();
  CHECK(test.lane(Lane::kAttribution) == LaneState::kHold);
  test.Give("ap-3", "attribute", "partner_manager", "u-tom").at = At("2026-06-07T00:00:00Z");
  test.Count();
  CHECK(test.lane(Lane::kAttribution) == LaneState::kDone);
}

TEST_CASE("a reward is not done before the attribution is") {
  CountUnderTest test;
  test.Ask("attribute", "partner_manager");
  test.Ask("reward", "program_owner");
  test.Give("ap-1", "reward", "program_owner", "u-tom");
  test.Count();
  CHECK(test.lane(Lane::kReward) == LaneState::kHold);

  CountUnderTest both;
  both.Ask("attribute", "partner_manager");
  both.Ask("reward", "program_owner");
  both.Give("ap-1", "reward", "program_owner", "u-tom");
  both.Give("ap-2", "attribute", "partner_manager", "u-maya");
  both.Count();
  CHECK(both.lane(Lane::kReward) == LaneState::kDone);
}

TEST_CASE("no approval replaces consent [STP-21]") {
  CountUnderTest test;
  test.Ask("feedback", "partner_manager");
  test.Give("ap-1", "feedback", "partner_manager", "u-maya");
  Finding finding;
  finding.lane = Lane::kComms;
  finding.code = "consent_incomplete";
  finding.verdict = Verdict::kWait;
  test.decision.findings = {finding};
  test.Count();
  CHECK(test.lane(Lane::kComms) == LaneState::kHold);

  CountUnderTest promised;
  promised.Ask("feedback", "partner_manager");
  promised.Give("ap-1", "feedback", "partner_manager", "u-maya");
  finding.code = "implied_commitment";
  finding.verdict = Verdict::kStop;
  promised.decision.findings = {finding};
  promised.Count();
  CHECK(promised.lane(Lane::kComms) == LaneState::kDone);
}

TEST_CASE("a query leaves fit, ownership and comms as they were") {
  CountUnderTest test;
  test.the_case.submission.intent = Intent::kStatusQuery;
  for (const char* action : {"accept", "feedback", "attribute"}) {
    test.Ask(action, "partner_manager");
    test.Give(std::string("ap-") + action, action, "partner_manager", "u-maya");
  }
  test.Count();
  CHECK(test.lane(Lane::kFit) == LaneState::kHold);
  CHECK(test.lane(Lane::kOwnership) == LaneState::kHold);
  CHECK(test.lane(Lane::kComms) == LaneState::kHold);
  CHECK(test.lane(Lane::kAttribution) == LaneState::kDone);
}

TEST_CASE("every act is listed with what became of it") {
  CountUnderTest test;
  test.Ask("attribute", "partner_manager");
  test.Give("ap-3", "attribute", "partner_manager", "u-maya");
  test.Give("ap-2", "attribute", "partner_manager", "u-maya").at = At("2026-06-01T00:00:00Z");
  test.Give("ap-1", "attribute", "partner_manager", "u-maya").subject_hash = std::string("old");
  test.Count();
  REQUIRE(test.decision.approvals.size() == 3);
  CHECK(test.decision.approvals[0].id == "ap-2");
  CHECK_FALSE(test.decision.approvals[0].counts);
  CHECK(test.decision.approvals[1].id == "ap-1");
  CHECK(test.decision.approvals[1].because == "What was approved has changed since.");
  CHECK(test.decision.approvals[2].counts);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
