#include "src/adjudicate/approval_fits.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

TEST_SUITE_BEGIN("adjudicate/approval_fits");

namespace referee {
namespace {

Moment At(std::string_view text) { return Time{*ParseInstant(text), std::string(text)}; }

// An act that fits, and what it is held against.
struct ActUnderTest {
  Approval act;
  ApprovalNeeded need{"attribute", "partner_manager", "sha256:1"};
  User maya;
  ApprovalScene scene;

  ActUnderTest() {
    act.id = "ap-1";
    act.action = std::string("attribute");
    act.subject_hash = std::string("sha256:1");
    act.referral_id = std::string("r-1");
    act.user = std::string("u-maya");
    act.role = std::string("partner_manager");
    act.at = At("2026-06-01T10:00:00Z");
    act.decision = std::string("approve");
    maya.id = "u-maya";
    maya.roles = std::vector<std::string>{"partner_manager"};
    scene.referral_id = "r-1";
    scene.as_of = *ParseInstant("2026-06-01T10:00:00Z");
  }

  ApprovalFit Fit() {
    scene.approver = &maya;
    return FitOf(act, need, scene);
  }
};

TEST_CASE("an act whose every part fits counts") {
  ActUnderTest test;
  CHECK(test.Fit() == ApprovalFit::kFits);
  test.act.decision = std::string("approved");
  CHECK(test.Fit() == ApprovalFit::kFits);
}

TEST_CASE("an act for a changed subject is void") {
  ActUnderTest test;
  test.need.subject_hash = "sha256:2";
  CHECK(test.Fit() == ApprovalFit::kChangedSubject);
  test.act.subject_hash = Text();
  CHECK(test.Fit() == ApprovalFit::kChangedSubject);
}

TEST_CASE("an act is about one action and one referral") {
  ActUnderTest test;
  test.act.referral_id = std::string("r-2");
  CHECK(test.Fit() == ApprovalFit::kOtherReferral);
  test.act.action = std::string("accept");
  CHECK(test.Fit() == ApprovalFit::kOtherAction);
}

TEST_CASE("the role must be the one asked and one that the user holds") {
  ActUnderTest test;
  test.act.role = std::string("sales_owner");
  CHECK(test.Fit() == ApprovalFit::kOtherRole);
  test.act.role = std::string("partner_manager");
  test.maya.roles = std::vector<std::string>{"sales_owner"};
  CHECK(test.Fit() == ApprovalFit::kRoleNotHeld);
}

TEST_CASE("a forged act of nobody that the records know is void") {
  ActUnderTest test;
  test.maya.active = false;
  CHECK(test.Fit() == ApprovalFit::kUnknownPerson);
  CHECK(FitOf(test.act, test.need, {"r-1", {}, test.scene.as_of, nullptr}) ==
        ApprovalFit::kUnknownPerson);
  test.maya.active = Flag();
  test.act.user = Text();
  CHECK(test.Fit() == ApprovalFit::kUnknownPerson);
}

TEST_CASE("whoever could gain does not approve") {
  ActUnderTest test;
  constexpr std::array<std::string_view, 2> kParties = {"pu-1", "u-maya"};
  test.scene.parties = kParties;
  CHECK(test.Fit() == ApprovalFit::kOwnReferral);
  test.need.not_submitter = false;
  CHECK(test.Fit() == ApprovalFit::kFits);
}

TEST_CASE("an act counts from its own second on") {
  ActUnderTest test;
  test.act.at = At("2026-06-01T10:00:01Z");
  CHECK(test.Fit() == ApprovalFit::kNotYet);
  test.act.at = Moment();
  CHECK(test.Fit() == ApprovalFit::kNotYet);
}

TEST_CASE("an act counts until the second before it expires") {
  ActUnderTest test;
  test.act.expires_at = At("2026-06-01T10:00:01Z");
  CHECK(test.Fit() == ApprovalFit::kFits);
  test.act.expires_at = At("2026-06-01T10:00:00Z");
  CHECK(test.Fit() == ApprovalFit::kExpired);
}

TEST_CASE("the policy may let an approval hold for so many hours and not a second longer") {
  ActUnderTest test;
  test.need.expires_hours = 2;
  test.act.at = At("2026-06-01T08:00:01Z");
  CHECK(test.Fit() == ApprovalFit::kFits);
  test.act.at = At("2026-06-01T08:00:00Z");
  CHECK(test.Fit() == ApprovalFit::kExpired);
}

TEST_CASE("an act that refuses, or says nothing, approves nothing") {
  ActUnderTest test;
  test.act.decision = std::string("refuse");
  CHECK(test.Fit() == ApprovalFit::kRefusal);
  test.act.decision = Text();
  CHECK(test.Fit() == ApprovalFit::kRefusal);
}

TEST_CASE("every reason has its own sentence") {
  for (int a = 0; a <= static_cast<int>(ApprovalFit::kRefusal); ++a) {
    for (int b = 0; b < a; ++b) {
      CHECK(ApprovalFitSentence(static_cast<ApprovalFit>(a)) !=
            ApprovalFitSentence(static_cast<ApprovalFit>(b)));
    }
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
