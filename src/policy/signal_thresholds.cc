#include "src/policy/signal_thresholds.h"

#include <limits>
#include <string_view>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/policy/document_reader.h"

namespace referee::policy {
namespace {

struct Row {
  std::string_view signal, member;
  std::int32_t SignalThresholds::*threshold;
};

constexpr Row kRows[] = {
    {"claim_after_event", "hours", &SignalThresholds::event_hours},
    {"claim_after_event", "count", &SignalThresholds::event_count},
    {"hoarding", "idle_days", &SignalThresholds::hoarding_idle_days},
    {"hoarding", "idle_count", &SignalThresholds::hoarding_idle_count},
    {"register_everything", "days", &SignalThresholds::everything_days},
    {"register_everything", "count", &SignalThresholds::everything_count},
    {"self_referral_ring", "partners", &SignalThresholds::ring_partners},
    {"withdraw_resubmit", "days", &SignalThresholds::resubmission_days},
    {"withdraw_resubmit", "count", &SignalThresholds::resubmission_count},
};

absl::Status ReadRow(const json::Node& node, const Row& row, SignalThresholds* out) {
  auto object = Member(node, row.signal, json::Kind::kObject);
  if (!object.ok()) return object.status();
  auto member = Member(**object, row.member, json::Kind::kNumber);
  if (!member.ok()) return InsideOf(row.signal, member.status());
  const auto value = json::ToInteger(**member, 1, std::numeric_limits<std::int32_t>::max());
  if (!value.ok()) return InsideOf(row.signal, InsideOf(row.member, value.status()));
  out->*row.threshold = static_cast<std::int32_t>(*value);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SignalThresholds> ReadSignalThresholds(const json::Node& root) {
  SignalThresholds thresholds;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node,
                           OptionalMember(root, "signals", json::Kind::kObject));
  if (node == nullptr) return thresholds;
  for (const Row& row : kRows) {
    REFEREE_RETURN_IF_ERROR(InsideOf("signals", ReadRow(*node, row, &thresholds)));
  }
  const absl::Status known =
      OnlyMembers(*node, {"claim_after_event", "hoarding", "register_everything",
                          "self_referral_ring", "withdraw_resubmit"});
  REFEREE_RETURN_IF_ERROR(InsideOf("signals", known));
  thresholds.is_set = true;
  return thresholds;
}

}  // namespace referee::policy
