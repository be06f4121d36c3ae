#include "src/output/referral_json.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/error_location.h"
#include "tests/unit/adjudicate/referral_under_test.h"

TEST_SUITE_BEGIN("output/referral_json");

namespace referee {
namespace {

using testing::ReferralUnderTest;

// A referral in which no member has its default.
Referral FullReferral() {
  ReferralUnderTest under;
  under.GiveAll();
  for (const char* code : {"accepted", "credit.credited", "reward.held", "reward.eligible",
                           "feedback.draft_held", "commitment.held", "advocacy.held"}) {
    REQUIRE(under.Move(code).ok());
  }
  REQUIRE(under.Move("closed", "no_response").ok());
  Referral& r = under.referral;
  r.program_id = "prog";
  r.opened_at = "2026-05-31T00:00:00Z";
  r.partners[1].since = "2026-06-01T00:00:00Z";
  r.submissions = {"s-1", "s-2"};
  r.claims = {{"submission:s-1", "p-nova", ClaimKind::kTeaming, ClaimState::kWithdrawn}};
  r.sourced_by = "p-nova";
  r.influenced_by = {"p-peak"};
  r.open_conflicts = {"near_simultaneous"};
  r.lanes = {LaneState::kHold, LaneState::kStop, LaneState::kDone, LaneState::kOpen,
             LaneState::kHold};
  r.confidence = Confidence::kMedium;
  r.is_disputed = true;
  r.recommendation = Recommendation::kReject;
  r.share_forward = Allowance::kGiven;
  r.contact = Allowance::kRefused;
  r.reward = Amount{std::int64_t{-7}, std::string("EUR")};
  r.approvals[0].void_reason = "subject_changed";
  r.approvals[0].voided_at = "2026-06-03T00:00:00Z";
  r.approvals[1].act.expires_at = testing::MomentOf("2026-07-01T00:00:00+02:00");
  r.sales_owner = "u-sam";
  r.partner_owner = "u-tom";
  r.feedback_owner = "u-maya";
  r.partner_manager = "u-max";
  r.queue = "desk";
  r.due = "2026-06-05T00:00:00Z";
  r.feedback_due = "2026-06-06T00:00:00Z";
  return r;
}

TEST_CASE("a referral is the same after writing and reading") {
  const std::string json = ReferralJson(FullReferral());
  const auto read = ReferralFromJson(json);
  REQUIRE(read.ok());
  CHECK(ReferralJson(*read) == json);
  CHECK(read->approvals[0].expires == FullReferral().approvals[0].expires);
  CHECK(read->approvals[1].act.expires_at->instant == testing::InstantOf("2026-06-30T22:00:00Z"));
  CHECK(read->reward.minor.get() == -7);
  CHECK(read->state(Aspect::kStatus) == ReferralState::kClosed);
  const std::string fresh = ReferralJson(Referral());
  REQUIRE(ReferralFromJson(fresh).ok());
  CHECK(ReferralJson(*ReferralFromJson(fresh)) == fresh);
}

TEST_CASE("a document that is no referral is refused with the member at fault") {
  const std::string json = ReferralJson(FullReferral());
  struct Case {
    const char *from, *to, *pointer;
  };
  const Case kCases[] = {
      {"referee.referral/1", "referee.referral/9", "/schema"},
      {R"("status":"closed")", R"("status":"paid")", "/states/status"},
      {R"("is_used":true)", R"("is_used":1)", "/approvals/0/is_used"},
      {R"("role":"partner_manager")", R"("rolle":"x")", "/needs/0/role"},
      {R"("lanes":{"fit":"hold")", R"("lanes":{"fit":"shut")", "/lanes/fit"},
      {R"("minor":-7)", R"("minor":0.5)", ""},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.from);
    std::string changed = json;
    const std::size_t at = changed.find(test.from);
    REQUIRE(at != std::string::npos);
    changed.replace(at, std::string_view(test.from).size(), test.to);
    const auto read = ReferralFromJson(changed);
    REQUIRE_FALSE(read.ok());
    CHECK(ErrorPointer(read.status()) == test.pointer);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
