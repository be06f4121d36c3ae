#include "src/record/decision.h"

namespace referee {
namespace {

constexpr std::array<std::string_view, kLaneCount> kLaneNames = {"fit", "ownership", "attribution",
                                                                 "reward", "comms"};

struct ConflictRow {
  std::string_view name;
  Lane lane;
};

// In the order of ConflictKind; lanes as in the contract, section 4.
constexpr std::array<ConflictRow, kConflictKindCount> kConflictRows = {{
    {"partner_vs_partner", Lane::kAttribution},
    {"near_simultaneous", Lane::kAttribution},
    {"live_opportunity", Lane::kOwnership},
    {"dormant_opportunity", Lane::kOwnership},
    {"prior_marketing_source", Lane::kAttribution},
    {"self_reported_sources", Lane::kAttribution},
    {"named_account", Lane::kOwnership},
    {"territory_mismatch", Lane::kOwnership},
    {"corporate_family", Lane::kOwnership},
    {"no_company_identity", Lane::kFit},
    {"existing_customer", Lane::kOwnership},
    {"renewal_incumbent", Lane::kAttribution},
    {"different_scope", Lane::kAttribution},
    {"lapsed_registration", Lane::kAttribution},
    {"registration_hoarding", Lane::kAttribution},
    {"contested_consent", Lane::kComms},
    {"missing_attribution", Lane::kAttribution},
    {"self_referral", Lane::kReward},
    {"duplicate_referrer", Lane::kAttribution},
    {"ineligible_partner", Lane::kAttribution},
    {"public_tender", Lane::kAttribution},
    {"customer_choice", Lane::kAttribution},
    {"two_tier_claim", Lane::kAttribution},
    {"retroactive_claim", Lane::kAttribution},
    {"owner_disagreement", Lane::kOwnership},
    {"reward_conflict", Lane::kReward},
    {"altered_evidence", Lane::kAttribution},
    {"channel_precedence", Lane::kAttribution},
    {"merged_source", Lane::kAttribution},
    {"relationship_hold", Lane::kComms},
}};

template <typename Names>
std::string_view NameAt(const Names& names, std::size_t index) {
  return names[index];
}

}  // namespace

std::string_view LaneName(Lane lane) { return NameAt(kLaneNames, static_cast<std::size_t>(lane)); }

std::optional<Lane> LaneFromName(std::string_view name) {
  for (std::size_t i = 0; i < kLaneNames.size(); ++i) {
    if (kLaneNames[i] == name) return static_cast<Lane>(i);
  }
  return std::nullopt;
}

std::string_view LaneStateName(LaneState state) {
  constexpr std::array<std::string_view, 4> kNames = {"open", "hold", "stop", "done"};
  return NameAt(kNames, static_cast<std::size_t>(state));
}

std::string_view VerdictName(Verdict verdict) {
  constexpr std::array<std::string_view, 4> kNames = {"pass", "stop", "wait", "fault"};
  return NameAt(kNames, static_cast<std::size_t>(verdict));
}

std::string_view SpeaksName(Speaks speaks) {
  constexpr std::array<std::string_view, 3> kNames = {"", "for", "against"};
  return NameAt(kNames, static_cast<std::size_t>(speaks));
}

std::string_view RecommendationName(Recommendation recommendation) {
  constexpr std::array<std::string_view, 4> kNames = {"accept", "reject", "needs_more_context",
                                                      "review"};
  return NameAt(kNames, static_cast<std::size_t>(recommendation));
}

std::string_view ConfidenceName(Confidence confidence) {
  constexpr std::array<std::string_view, 6> kNames = {"confirmed", "high",     "medium",
                                                      "low",       "disputed", "none"};
  return NameAt(kNames, static_cast<std::size_t>(confidence));
}

std::string_view ConflictKindName(ConflictKind kind) {
  return kConflictRows[static_cast<std::size_t>(kind)].name;
}

std::optional<ConflictKind> ConflictKindFromName(std::string_view name) {
  for (std::size_t i = 0; i < kConflictRows.size(); ++i) {
    if (kConflictRows[i].name == name) return static_cast<ConflictKind>(i);
  }
  return std::nullopt;
}

Lane LaneOf(ConflictKind kind) { return kConflictRows[static_cast<std::size_t>(kind)].lane; }

std::string_view ClaimKindName(ClaimKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"source", "influence", "teaming"};
  return NameAt(kNames, static_cast<std::size_t>(kind));
}

std::string_view ClaimStateName(ClaimState state) {
  constexpr std::array<std::string_view, 5> kNames = {"live", "ended", "withdrawn", "refused",
                                                      "incomplete"};
  return NameAt(kNames, static_cast<std::size_t>(state));
}

}  // namespace referee
