#include "src/record/decision.h"

#include "capi/handles.h"
#include "capi/text.h"

namespace {

using referee::capi::Borrow;
using referee::capi::BorrowLiteral;
using referee::capi::kNoText;

// The numbers of referee.h leave 0 to "none"; ours start at 0.
template <typename Enum>
constexpr std::int32_t FromOne(Enum value) {
  return static_cast<std::int32_t>(value) + 1;
}
static_assert(FromOne(referee::Recommendation::kReview) == REFEREE_RECOMMENDATION_REVIEW);
static_assert(FromOne(referee::Lane::kComms) == REFEREE_LANE_COMMS);
static_assert(FromOne(referee::LaneState::kDone) == REFEREE_LANE_STATE_DONE);
static_assert(FromOne(referee::Verdict::kFault) == REFEREE_VERDICT_FAULT);
static_assert(FromOne(referee::Confidence::kDisputed) == REFEREE_CONFIDENCE_DISPUTED);
static_assert(static_cast<int>(referee::Band::kSame) == REFEREE_BAND_SAME);

template <typename Handle>
const Handle* At(const std::vector<Handle>& handles, size_t index) {
  return index < handles.size() ? &handles[index] : nullptr;
}

}  // namespace

referee_str referee_decision_submission_id(const referee_decision* decision) {
  return decision == nullptr ? kNoText : Borrow(decision->stored->decision.submission_id);
}
referee_str referee_decision_referral_id(const referee_decision* decision) {
  return decision == nullptr ? kNoText : Borrow(decision->stored->decision.referral_id);
}
uint64_t referee_decision_sequence(const referee_decision* decision) {
  return decision == nullptr ? 0 : decision->stored->decision.sequence;
}
referee_recommendation referee_decision_recommendation(const referee_decision* decision) {
  if (decision == nullptr) return REFEREE_RECOMMENDATION_NONE;
  return FromOne(decision->stored->decision.recommendation);
}
referee_lane_state referee_decision_lane(const referee_decision* decision, referee_lane lane) {
  if (decision == nullptr || lane < REFEREE_LANE_FIT || lane > REFEREE_LANE_COMMS) {
    return REFEREE_LANE_STATE_NONE;
  }
  return FromOne(decision->stored->decision.lanes[static_cast<size_t>(lane) - 1]);
}
referee_confidence referee_decision_confidence(const referee_decision* decision) {
  if (decision == nullptr) return REFEREE_CONFIDENCE_NONE;
  const referee::Confidence confidence = decision->stored->decision.attribution.confidence;
  return confidence == referee::Confidence::kNone ? REFEREE_CONFIDENCE_NONE : FromOne(confidence);
}
size_t referee_decision_finding_count(const referee_decision* decision) {
  return decision == nullptr ? 0 : decision->findings.size();
}
const referee_finding* referee_decision_finding_at(const referee_decision* decision, size_t index) {
  return decision == nullptr ? nullptr : At(decision->findings, index);
}
size_t referee_decision_conflict_count(const referee_decision* decision) {
  return decision == nullptr ? 0 : decision->conflicts.size();
}
const referee_conflict* referee_decision_conflict_at(const referee_decision* decision,
                                                     size_t index) {
  return decision == nullptr ? nullptr : At(decision->conflicts, index);
}
size_t referee_decision_match_count(const referee_decision* decision) {
  return decision == nullptr ? 0 : decision->matches.size();
}
const referee_match* referee_decision_match_at(const referee_decision* decision, size_t index) {
  return decision == nullptr ? nullptr : At(decision->matches, index);
}
referee_str referee_decision_json(const referee_decision* decision) {
  return decision == nullptr ? kNoText : Borrow(decision->stored->json);
}
void referee_decision_free(referee_decision* decision) { delete decision; }

referee_str referee_finding_code(const referee_finding* finding) {
  return finding == nullptr ? kNoText : Borrow(finding->finding->code);
}
referee_lane referee_finding_lane(const referee_finding* finding) {
  return finding == nullptr ? REFEREE_LANE_NONE : FromOne(finding->finding->lane);
}
referee_verdict referee_finding_verdict(const referee_finding* finding) {
  return finding == nullptr ? REFEREE_VERDICT_NONE : FromOne(finding->finding->verdict);
}
referee_str referee_finding_because(const referee_finding* finding) {
  return finding == nullptr ? kNoText : Borrow(finding->finding->because);
}
referee_str referee_finding_review_role(const referee_finding* finding) {
  return finding == nullptr ? kNoText : Borrow(finding->finding->review_role);
}

referee_str referee_conflict_kind(const referee_conflict* conflict) {
  if (conflict == nullptr) return kNoText;
  return BorrowLiteral(referee::ConflictKindName(conflict->conflict->kind));
}
referee_str referee_conflict_proposal(const referee_conflict* conflict) {
  return conflict == nullptr ? kNoText : Borrow(conflict->conflict->proposal);
}
referee_str referee_conflict_review_role(const referee_conflict* conflict) {
  return conflict == nullptr ? kNoText : Borrow(conflict->conflict->review_role);
}

referee_str referee_match_type(const referee_match* match) {
  return match == nullptr ? kNoText : BorrowLiteral(referee::RecordTypeName(match->match->type));
}
referee_str referee_match_id(const referee_match* match) {
  return match == nullptr ? kNoText : Borrow(match->match->id);
}
double referee_match_probability(const referee_match* match) {
  return match == nullptr ? 0 : match->match->Main().probability;
}
double referee_match_bits(const referee_match* match) {
  return match == nullptr ? 0 : match->match->Main().bits;
}
referee_band referee_match_band(const referee_match* match) {
  return match == nullptr ? REFEREE_BAND_NONE
                          : static_cast<referee_band>(match->match->Main().band);
}
