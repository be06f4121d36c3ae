// The names of the enumerations: one table each, indexed by the numbers of referee.h.

#include <array>
#include <cstddef>
#include <string_view>

#include "capi/text.h"
#include "include/referee/referee.h"

namespace {

constexpr std::array<std::string_view, 16> kStatusNames = {
    "OK",        "CANCELLED",      "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
    "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
    "ABORTED",   "UNKNOWN",        "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
    "DATA_LOSS"};
constexpr std::array<std::string_view, 5> kRecommendationNames = {"", "accept", "reject",
                                                                  "needs_more_context", "review"};
constexpr std::array<std::string_view, 6> kLaneNames = {
    "", "fit", "ownership", "attribution", "reward", "comms"};
constexpr std::array<std::string_view, 5> kLaneStateNames = {"", "open", "hold", "stop", "done"};
constexpr std::array<std::string_view, 6> kConfidenceNames = {"none",   "confirmed", "high",
                                                              "medium", "low",       "disputed"};
constexpr std::array<std::string_view, 5> kVerdictNames = {"", "pass", "stop", "wait", "fault"};
constexpr std::array<std::string_view, 7> kAspectNames = {
    "", "status", "credit", "reward", "feedback", "commitment", "advocacy"};
constexpr std::array<std::string_view, 33> kStateNames = {"",
                                                          "submitted",
                                                          "needs_more_context",
                                                          "in_review",
                                                          "disputed",
                                                          "duplicate",
                                                          "accepted",
                                                          "routed",
                                                          "escalated",
                                                          "retried",
                                                          "nurtured",
                                                          "converted",
                                                          "rewarded",
                                                          "closed",
                                                          "rejected",
                                                          "credit.uncredited",
                                                          "credit.credited",
                                                          "reward.none",
                                                          "reward.held",
                                                          "reward.eligible",
                                                          "reward.approved",
                                                          "reward.paid",
                                                          "reward.refused",
                                                          "feedback.none",
                                                          "feedback.draft_held",
                                                          "feedback.approved",
                                                          "feedback.sent",
                                                          "commitment.none",
                                                          "commitment.held",
                                                          "commitment.committed",
                                                          "advocacy.none",
                                                          "advocacy.held",
                                                          "advocacy.allowed"};
constexpr std::array<std::string_view, 3> kBandNames = {"", "possible", "same"};

template <std::size_t kCount>
referee_str NameOf(const std::array<std::string_view, kCount>& names, int32_t number,
                   std::string_view otherwise = "") {
  const bool is_known = number >= 0 && static_cast<std::size_t>(number) < kCount;
  return referee::capi::BorrowLiteral(is_known ? names[static_cast<std::size_t>(number)]
                                               : otherwise);
}

}  // namespace

referee_str referee_status_name(referee_status status) {
  return NameOf(kStatusNames, status, "UNKNOWN");
}
referee_str referee_recommendation_name(referee_recommendation recommendation) {
  return NameOf(kRecommendationNames, recommendation);
}
referee_str referee_lane_name(referee_lane lane) { return NameOf(kLaneNames, lane); }
referee_str referee_lane_state_name(referee_lane_state state) {
  return NameOf(kLaneStateNames, state);
}
referee_str referee_confidence_name(referee_confidence confidence) {
  return NameOf(kConfidenceNames, confidence);
}
referee_str referee_verdict_name(referee_verdict verdict) { return NameOf(kVerdictNames, verdict); }
referee_str referee_band_name(referee_band band) { return NameOf(kBandNames, band); }
referee_str referee_aspect_name(referee_aspect aspect) { return NameOf(kAspectNames, aspect); }
referee_str referee_state_name(referee_state state) { return NameOf(kStateNames, state); }
