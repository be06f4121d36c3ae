#include "src/record/decision.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

TEST_SUITE_BEGIN("record/decision");

namespace referee {
namespace {

TEST_CASE("every lane is found by its name") {
  for (int i = 0; i < kLaneCount; ++i) {
    const auto lane = static_cast<Lane>(i);
    CHECK(LaneFromName(LaneName(lane)) == lane);
  }
  CHECK(!LaneFromName("highway").has_value());
  CHECK(!LaneFromName("").has_value());
}

TEST_CASE("every kind of conflict has its own name and is found by it") {
  std::set<std::string_view> names;
  for (int i = 0; i < kConflictKindCount; ++i) {
    const auto kind = static_cast<ConflictKind>(i);
    CHECK(names.insert(ConflictKindName(kind)).second);
    CHECK(ConflictKindFromName(ConflictKindName(kind)) == kind);
  }
  CHECK(!ConflictKindFromName("quarrel").has_value());
}

// The lanes of the contract, section 4.
TEST_CASE("a conflict holds the lane that the contract names") {
  struct Case {
    std::string kind;
    Lane lane;
  };
  for (const Case& test :
       {Case{"partner_vs_partner", Lane::kAttribution}, Case{"live_opportunity", Lane::kOwnership},
        Case{"no_company_identity", Lane::kFit}, Case{"contested_consent", Lane::kComms},
        Case{"self_referral", Lane::kReward}, Case{"owner_disagreement", Lane::kOwnership},
        Case{"reward_conflict", Lane::kReward}, Case{"relationship_hold", Lane::kComms},
        Case{"merged_source", Lane::kAttribution}, Case{"corporate_family", Lane::kOwnership}}) {
    CAPTURE(test.kind);
    CHECK(LaneOf(*ConflictKindFromName(test.kind)) == test.lane);
  }
}

TEST_CASE("states and verdicts and recommendations are named as the documents have them") {
  CHECK(LaneStateName(LaneState::kOpen) == "open");
  CHECK(LaneStateName(LaneState::kDone) == "done");
  CHECK(VerdictName(Verdict::kWait) == "wait");
  CHECK(VerdictName(Verdict::kFault) == "fault");
  CHECK(RecommendationName(Recommendation::kNeedsMoreContext) == "needs_more_context");
  CHECK(ConfidenceName(Confidence::kDisputed) == "disputed");
  CHECK(ConfidenceName(Confidence::kNone) == "none");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
