#include "src/policy/signal_thresholds.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/error_location.h"
#include "src/policy/policy.h"

TEST_SUITE_BEGIN("policy/signal_thresholds");

namespace referee::policy {
namespace {

constexpr std::string_view kWhole =
    R"({"signals":{"claim_after_event":{"hours":48,"count":1},"hoarding":{"idle_days":60,"idle_count":10},"register_everything":{"days":7,"count":15},"self_referral_ring":{"partners":2},"withdraw_resubmit":{"days":180,"count":2}}})";

absl::StatusOr<SignalThresholds> Read(std::string_view json) {
  json::Parser parser;
  const auto root = parser.Parse(json, Limits());
  REQUIRE(root.ok());
  return ReadSignalThresholds(**root);
}

TEST_CASE("a policy sets every threshold of the signals") {
  const auto thresholds = Read(kWhole);
  REQUIRE(thresholds.ok());
  CHECK(thresholds->is_set);
  CHECK(thresholds->event_hours == 48);
  CHECK(thresholds->hoarding_idle_count == 10);
  CHECK(thresholds->everything_days == 7);
  CHECK(thresholds->ring_partners == 2);
  CHECK(thresholds->resubmission_days == 180);
}

TEST_CASE("a policy without signals raises none") {
  const auto thresholds = Read("{}");
  REQUIRE(thresholds.ok());
  CHECK_FALSE(thresholds->is_set);
}

TEST_CASE("no threshold is defaulted silently and none may be misspelt or below 1") {
  std::string json(kWhole);
  json.replace(json.find("\"partners\":2"), 12, "\"partner\":2");
  CHECK(ErrorPointer(Read(json).status()) == "/signals/self_referral_ring/partners");
  json = kWhole;
  json.replace(json.find("\"hours\":48"), 10, "\"hours\":0");
  CHECK(ErrorPointer(Read(json).status()) == "/signals/claim_after_event/hours");
  json = kWhole;
  json.insert(json.find("\"hoarding\""), "\"hording\":{},");
  CHECK(ErrorPointer(Read(json).status()) == "/signals/hording");
}

TEST_CASE("the standard policy sets thresholds and a reason for the rank of every conflict") {
  const auto policy = Policy::Standard();
  REQUIRE(policy.ok());
  CHECK(policy->parameters().signals.is_set);
  for (int i = 0; i < kConflictKindCount; ++i) {
    CHECK_FALSE(policy->conflict_rule(static_cast<ConflictKind>(i)).reason.empty());
  }
}

}  // namespace
}  // namespace referee::policy

TEST_SUITE_END();
