#include "src/adjudicate/lifecycle.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "src/base/error_location.h"
#include "tests/unit/adjudicate/referral_under_test.h"

TEST_SUITE_BEGIN("adjudicate/lifecycle");

namespace referee {
namespace {

using testing::MomentOf;
using testing::ReferralUnderTest;

bool RestsOn(const Move& move, std::string_view action) {
  return std::any_of(move.approvals.begin(), move.approvals.end(),
                     [&](const RequiredApproval& required) {
                       return required.action == action && required.rests == Rests::kAlways;
                     });
}

// The never-automate list as the mission has it: state and the approval without which no row leads
// there.
TEST_CASE(
    "no row leads to what is never automated without its approval "
    "[APR-22] [APR-23] [APR-25] [APR-26] [APR-29] [STP-28]") {
  struct Case {
    const char* state;
    std::vector<const char*> actions;
  };
  const Case kCases[] = {
      {"accepted", {"accept"}},
      {"rejected", {"reject_message"}},
      {"credit.credited", {"attribute"}},
      {"reward.eligible", {"attribute"}},
      {"reward.approved", {"attribute", "commission", "reward"}},
      {"reward.paid", {"attribute", "commission", "reward"}},
      {"rewarded", {"attribute", "commission", "reward"}},
      {"commitment.committed", {"commitment"}},
      {"advocacy.allowed", {"advocacy"}},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.state);
    int rows = 0;
    for (const Move& move : Moves()) {
      if (ReferralStateCode(move.to) != test.state) continue;
      ++rows;
      for (const char* action : test.actions) CHECK(RestsOn(move, action));
    }
    CHECK(rows >= 1);
  }
}

TEST_CASE("each never automated state names the approval that is missing [APR-01] [APR-24]") {
  ReferralUnderTest under;
  const absl::Status status = under.Move("accepted");
  CHECK(status.code() == absl::StatusCode::kFailedPrecondition);
  CHECK(ErrorCode(status) == "approval.missing");
  CHECK(ErrorPointer(status) == "/to");
  CHECK(std::string(status.message()).find("accept by partner_manager and partner_owner") !=
        std::string::npos);
  CHECK(under.referral.history.empty());
  under.GiveAll();
  CHECK(under.Move("accepted").ok());
  CHECK(under.referral.state(Aspect::kStatus) == ReferralState::kAccepted);
}

TEST_CASE(
    "rejected comes only after review with an approved explanation and a reason "
    "[LIF-10] [FIT-16] [FIT-27] [APR-07]") {
  ReferralUnderTest under;
  CHECK(ErrorCode(under.Move("rejected", "low_fit")) == "transition.no_such_move");
  REQUIRE(under.Move("in_review").ok());
  CHECK(ErrorCode(under.Move("rejected")) == "transition.reason_missing");
  CHECK(ErrorCode(under.Move("rejected", "completed")) == "transition.unknown_reason");
  CHECK(ErrorCode(under.Move("rejected", "low_fit")) == "approval.missing");
  REQUIRE(under.Give("reject_message", "u-maya", "partner_manager").ok());
  REQUIRE(under.Move("rejected", "low_fit").ok());
  CHECK(under.referral.history.back().reason == "low_fit");
}

TEST_CASE(
    "closing needs a reason, and a reason that rejects needs the approved explanation "
    "[LIF-12] [FIT-15] [REC-59]") {
  ReferralUnderTest under;
  CHECK(ErrorCode(under.Move("closed")) == "transition.reason_missing");
  CHECK(ErrorCode(under.Move("closed", "because")) == "transition.unknown_reason");
  CHECK(ErrorCode(under.Move("closed", "subject_changed")) == "transition.unknown_reason");
  CHECK(ErrorCode(under.Move("closed", "low_fit")) == "approval.missing");
  REQUIRE(under.Move("closed", "no_response").ok());
  CHECK(under.referral.history.back().outcome == "closed");
  CHECK(ErrorCode(under.Move("in_review")) == "transition.reason_missing");
  CHECK(under.Move("in_review", "new_evidence").ok());
}

TEST_CASE("needs more context is a state and no rejection [LIF-11]") {
  ReferralUnderTest under;
  REQUIRE(under.Move("needs_more_context").ok());
  under.GiveAll();
  CHECK(under.Move("accepted").ok());
}

TEST_CASE(
    "every routing decision of the mission is a value that a move records "
    "[RSO-07] [REC-58] [LIF-13] [AUD-07]") {
  std::set<std::string> codes;
  for (const Outcome& outcome : Outcomes()) codes.emplace(outcome.code);
  for (const char* code : {"booked", "recovered", "confirmed", "escalated", "nurtured", "closed",
                           "retried", "sent_to_review"}) {
    CHECK(codes.count(code) == 1);
  }
  ReferralUnderTest under;
  under.GiveAll();
  REQUIRE(under.Move("accepted").ok());
  TransitionAct routed = ReferralUnderTest::MoveTo("routed");
  routed.outcome = std::string("nurtured");
  CHECK(ErrorCode(under.Move(routed)) == "transition.unknown_outcome");
  routed.outcome = std::string("recovered");
  REQUIRE(under.Move(routed).ok());
  CHECK(under.referral.history.back().outcome == "recovered");
  for (const char* next : {"nurtured", "retried", "escalated", "in_review"}) {
    CAPTURE(next);
    CHECK(under.Move(next).ok());
    CHECK_FALSE(under.referral.history.back().outcome.empty());
  }
}

TEST_CASE("a disputed referral is routed only once its attribution is approved [STP-29] [ATT-11]") {
  ReferralUnderTest under;
  under.referral.is_disputed = true;
  REQUIRE(under.Give("accept", "u-maya", "partner_manager").ok());
  REQUIRE(under.Give("accept", "u-tom", "partner_owner").ok());
  REQUIRE(under.Move("accepted").ok());
  const absl::Status status = under.Move("routed");
  CHECK(ErrorCode(status) == "approval.missing");
  CHECK(std::string(status.message()).find("attribute") != std::string::npos);
  REQUIRE(under.Give("attribute", "u-maya", "partner_manager").ok());
  CHECK(under.Move("routed").ok());
}

TEST_CASE("no promise is handed over without ownership and its own approval [STP-26] [APR-16]") {
  ReferralUnderTest under;
  REQUIRE(under.Move("commitment.held").ok());
  REQUIRE(under.Give("commitment", "u-maya", "partner_manager").ok());
  CHECK(ErrorCode(under.Move("commitment.committed")) == "approval.missing");
  REQUIRE(under.Give("accept", "u-maya", "partner_manager").ok());
  REQUIRE(under.Give("accept", "u-tom", "partner_owner").ok());
  CHECK(under.Move("commitment.committed").ok());
}

TEST_CASE("the reward goes its own way and only after credit [LIF-06] [STP-27] [STP-33] [REC-35]") {
  ReferralUnderTest under;
  under.GiveAll();
  CHECK(ErrorCode(under.Move("reward.paid")) == "transition.no_such_move");
  REQUIRE(under.Move("reward.held").ok());
  CHECK(ErrorCode(under.Move("reward.eligible")) == "transition.too_early");
  REQUIRE(under.Move("credit.credited").ok());
  REQUIRE(under.Move("reward.eligible").ok());
  CHECK(ErrorCode(under.Move("reward.approved")) == "transition.too_early");
  REQUIRE(under.Move("accepted").ok());
  REQUIRE(under.Move("reward.approved").ok());
  REQUIRE(under.Move("reward.paid").ok());
  CHECK(under.referral.state(Aspect::kStatus) == ReferralState::kAccepted);
  CHECK(ErrorCode(under.Move("rewarded")) == "transition.no_such_move");
  REQUIRE(under.Move("routed").ok());
  REQUIRE(under.Move("converted").ok());
  CHECK(under.Move("rewarded").ok());
}

TEST_CASE(
    "feedback is told apart from acceptance, and only as approved [LIF-07] [REC-42] [APR-05]") {
  ReferralUnderTest under;
  REQUIRE(under.Move("feedback.draft_held").ok());
  CHECK(ErrorCode(under.Move("feedback.approved")) == "approval.missing");
  CHECK(ErrorCode(under.Move("feedback.sent")) == "transition.no_such_move");
  REQUIRE(under.Give("feedback", "u-maya", "partner_manager").ok());
  REQUIRE(under.Move("feedback.approved").ok());
  REQUIRE(under.Move("feedback.sent").ok());
  CHECK(under.referral.state(Aspect::kStatus) == ReferralState::kSubmitted);
}

TEST_CASE("what a rejected partner is told needs the approved rejection [APR-22]") {
  ReferralUnderTest under;
  REQUIRE(under.Give("feedback", "u-maya", "partner_manager").ok());
  REQUIRE(under.Give("reject_message", "u-maya", "partner_manager").ok());
  REQUIRE(under.Move("in_review").ok());
  REQUIRE(under.Move("rejected", "low_fit").ok());
  REQUIRE(under.Move("feedback.draft_held").ok());
  under.referral.approvals.pop_back();
  CHECK(ErrorCode(under.Move("feedback.approved")) == "approval.missing");
  Approval again = ReferralUnderTest::Act("reject_message", "u-maya", "partner_manager");
  REQUIRE(under.Give(again).ok());
  CHECK(under.Move("feedback.approved").ok());
}

TEST_CASE("who may not move a referral, and when, is told with the member at fault") {
  struct Case {
    const char* what;
    void (*change)(TransitionAct& act);
    absl::StatusCode status;
    const char* pointer;
  };
  using enum absl::StatusCode;
  const Case kCases[] = {
      {"nobody of this id", [](TransitionAct& a) { a.user = std::string("u-nobody"); },
       kPermissionDenied, "/user"},
      {"a user of a claiming partner", [](TransitionAct& a) { a.user = std::string("pu-2"); },
       kPermissionDenied, "/user"},
      {"no state", [](TransitionAct& a) { a.to = std::string("won"); }, kInvalidArgument, "/to"},
      {"no move from here", [](TransitionAct& a) { a.to = std::string("rewarded"); },
       kFailedPrecondition, "/to"},
      {"after the call", [](TransitionAct& a) { a.at = MomentOf("2026-06-02T10:00:01Z"); },
       kInvalidArgument, "/at"},
      {"before the decision", [](TransitionAct& a) { a.at = MomentOf("2026-05-31T10:00:00Z"); },
       kFailedPrecondition, "/at"},
      {"an outcome where none is",
       [](TransitionAct& a) {
         a.to = std::string("disputed");
         a.outcome = std::string("booked");
       },
       kInvalidArgument, "/outcome"},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.what);
    ReferralUnderTest under;
    TransitionAct act = ReferralUnderTest::MoveTo("in_review");
    test.change(act);
    const absl::Status status = under.Move(act);
    CHECK(status.code() == test.status);
    CHECK(ErrorPointer(status) == test.pointer);
    CHECK(under.referral.history.empty());
  }
}

TEST_CASE("the message of an illegal move lists the legal ones") {
  ReferralUnderTest under;
  const absl::Status status = under.Move("routed");
  for (const char* code : {"in_review", "accepted", "closed"}) {
    CHECK(std::string(status.message()).find(code) != std::string::npos);
  }
}

TEST_CASE("every state but the first of each aspect can be reached, and has a meaning [LIF-05]") {
  std::set<ReferralState> reached;
  for (const Move& move : Moves()) reached.insert(move.to);
  for (int i = 0; i < kReferralStateCount; ++i) {
    const auto state = static_cast<ReferralState>(i);
    CAPTURE(ReferralStateCode(state));
    CHECK_FALSE(ReferralStateMeaning(state).empty());
    CHECK(ReferralStateFromCode(ReferralStateCode(state)) == state);
    const Referral fresh;
    const bool is_first = fresh.state(AspectOf(state)) == state;
    CHECK((is_first || reached.count(state) == 1 || state == ReferralState::kUncredited));
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
