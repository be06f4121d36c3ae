#include "src/adjudicate/approvals.h"

#include <doctest/doctest.h>

#include "src/base/error_location.h"
#include "tests/unit/adjudicate/referral_under_test.h"

TEST_SUITE_BEGIN("adjudicate/approvals");

namespace referee {
namespace {

using testing::InstantOf;
using testing::kNow;
using testing::MomentOf;
using testing::ReferralUnderTest;

TEST_CASE("what people bring that does not count is refused with the member at fault") {
  struct Case {
    const char* what;
    void (*change)(Approval& act, ReferralUnderTest& under);
    absl::StatusCode status;
    const char* pointer;
    const char* code;
  };
  using enum absl::StatusCode;
  const Case kCases[] = {
      {"forged: nobody of this id", [](Approval& a, auto&) { a.user = std::string("u-nobody"); },
       kPermissionDenied, "/user", "approval.unknown_user"},
      {"forged: no longer active",
       [](Approval&, ReferralUnderTest& under) { under.users[0].active = false; },
       kPermissionDenied, "/user", "approval.unknown_user"},
      {"a role that the user does not hold",
       [](Approval& a, auto&) { a.role = std::string("partner_owner"); }, kPermissionDenied,
       "/role", "approval.role_not_held"},
      {"a role that is not asked", [](Approval& a, auto&) { a.role = std::string("rev_ops"); },
       kPermissionDenied, "/role", "approval.wrong_role"},
      {"given by who referred", [](Approval& a, auto&) { a.user = std::string("c-referrer"); },
       kPermissionDenied, "/user", "approval.own_referral"},
      {"given by a user of a claiming partner",
       [](Approval& a, auto&) { a.user = std::string("pu-2"); }, kPermissionDenied, "/user",
       "approval.own_referral"},
      {"of a text that has changed",
       [](Approval& a, auto&) { a.subject_hash = std::string("sha256:other"); },
       kFailedPrecondition, "/subject_hash", "approval.changed_subject"},
      {"dated after the call", [](Approval& a, auto&) { a.at = MomentOf("2026-06-02T10:00:01Z"); },
       kInvalidArgument, "/at", "approval.future"},
      {"clock set back: dated before the decision",
       [](Approval& a, auto&) { a.at = MomentOf("2026-06-01T09:59:59Z"); }, kFailedPrecondition,
       "/at", "approval.clock_set_back"},
      {"expired by its own end",
       [](Approval& a, auto&) {
         a.at = MomentOf("2026-06-01T12:00:00Z");
         a.expires_at = MomentOf("2026-06-02T10:00:00Z");
       },
       kFailedPrecondition, "/expires_at", "approval.expired"},
      {"ends before it begins",
       [](Approval& a, auto&) { a.expires_at = MomentOf("2026-06-02T09:00:00Z"); },
       kInvalidArgument, "/expires_at", "approval.no_time"},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.what);
    ReferralUnderTest under;
    Approval act = ReferralUnderTest::Act("accept", "u-maya", "partner_manager");
    test.change(act, under);
    const absl::Status status = under.Give(act);
    CHECK(status.code() == test.status);
    CHECK(ErrorPointer(status) == test.pointer);
    CHECK(ErrorCode(status) == test.code);
    CHECK(under.referral.approvals.empty());
  }
}

TEST_CASE("where two roles ask both must approve and one person cannot be both [APR-09]") {
  ReferralUnderTest under;
  REQUIRE(under.Give("accept", "u-both", "partner_manager").ok());
  CHECK_FALSE(under.IsApprovedNow("accept"));
  const absl::Status again = under.Give("accept", "u-both", "partner_owner");
  CHECK(again.code() == absl::StatusCode::kPermissionDenied);
  CHECK(ErrorCode(again) == "approval.same_person");
  CHECK(WhoIsMissing(under.referral, "accept", InstantOf(kNow)) == "partner_owner");
  REQUIRE(under.Give("accept", "u-tom", "partner_owner").ok());
  CHECK(under.IsApprovedNow("accept"));
}

TEST_CASE("one role can be asked of two people [APR-18]") {
  ReferralUnderTest under;
  for (ReferralNeed& entry : under.referral.needs) {
    if (entry.need.action == "reward") entry.need.people = 2;
  }
  REQUIRE(under.Give("reward", "u-pia", "program_owner").ok());
  CHECK_FALSE(under.IsApprovedNow("reward"));
  Approval again = ReferralUnderTest::Act("reward", "u-pia", "program_owner");
  again.id = "again";
  REQUIRE(under.Give(again).ok());
  CHECK_FALSE(under.IsApprovedNow("reward"));
  REQUIRE(under.Give("reward", "u-paul", "program_owner").ok());
  CHECK(under.IsApprovedNow("reward"));
}

TEST_CASE("an approval ends with the time of the policy unless a move has rested on it") {
  ReferralUnderTest under;
  REQUIRE(under.Give("attribute", "u-maya", "partner_manager").ok());
  const Instant last = InstantOf(kNow).PlusHours(testing::kHoldsHours).PlusSeconds(-1);
  CHECK(IsApproved(under.referral, "attribute", last));
  CHECK_FALSE(IsApproved(under.referral, "attribute", last.PlusSeconds(1)));
  under.referral.approvals[0].is_used = true;
  CHECK(IsApproved(under.referral, "attribute", last.PlusSeconds(1)));
  under.referral.approvals[0].void_reason = "subject_changed";
  CHECK_FALSE(IsApproved(under.referral, "attribute", last));
}

TEST_CASE("a refusal takes back what was approved in its role until somebody approves again") {
  ReferralUnderTest under;
  REQUIRE(under.Give("attribute", "u-maya", "partner_manager").ok());
  Approval refusal = ReferralUnderTest::Act("attribute", "u-both", "partner_manager");
  refusal.decision = std::string("refuse");
  REQUIRE(under.Give(refusal).ok());
  CHECK_FALSE(under.IsApprovedNow("attribute"));
  Approval again = ReferralUnderTest::Act("attribute", "u-maya", "partner_manager");
  again.id = "again";
  REQUIRE(under.Give(again).ok());
  CHECK(under.IsApprovedNow("attribute"));
}

TEST_CASE("what is approved is no longer needed, and its lane is done [FIT-18]") {
  ReferralUnderTest under;
  const Instant now = InstantOf(kNow);
  CHECK(NeededNow(under.referral, now).size() == 4);
  REQUIRE(under.Give("accept", "u-maya", "partner_manager").ok());
  CHECK(NeededNow(under.referral, now).size() == 3);
  REQUIRE(under.Give("accept", "u-tom", "partner_owner").ok());
  CHECK(NeededNow(under.referral, now).size() == 2);
  const auto lanes = LanesNow(under.referral, now);
  CHECK(lanes[static_cast<std::size_t>(Lane::kFit)] == LaneState::kDone);
  CHECK(lanes[static_cast<std::size_t>(Lane::kOwnership)] == LaneState::kDone);
  CHECK(lanes[static_cast<std::size_t>(Lane::kAttribution)] == LaneState::kOpen);
}

TEST_CASE("the reward is never done before the attribution [ATT-03]") {
  ReferralUnderTest under;
  const Instant now = InstantOf(kNow);
  REQUIRE(under.Give("commission", "u-maya", "partner_manager").ok());
  REQUIRE(under.Give("reward", "u-pia", "program_owner").ok());
  const auto reward = static_cast<std::size_t>(Lane::kReward);
  CHECK(LanesNow(under.referral, now)[reward] == LaneState::kOpen);
  CHECK(ConfidenceNow(under.referral, now) == Confidence::kNone);
  REQUIRE(under.Give("attribute", "u-maya", "partner_manager").ok());
  CHECK(LanesNow(under.referral, now)[reward] == LaneState::kDone);
  CHECK(ConfidenceNow(under.referral, now) == Confidence::kConfirmed);
}

TEST_CASE("no approval replaces consent [STP-02]") {
  ReferralUnderTest under;
  under.GiveAll();
  const Instant now = InstantOf(kNow);
  const auto comms = static_cast<std::size_t>(Lane::kComms);
  CHECK(LanesNow(under.referral, now)[comms] == LaneState::kDone);
  under.referral.contact = Allowance::kRefused;
  CHECK(LanesNow(under.referral, now)[comms] == LaneState::kOpen);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
