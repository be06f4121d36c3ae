#include "src/adjudicate/lifecycle.h"

namespace referee {
namespace {

using enum ReferralState;

template <typename... States>
constexpr StateSet Any(States... states) {
  return (SetOf(states) | ...);
}

constexpr StateSet kUndecided = Any(kSubmitted, kNeedsMoreContext, kInReview);
constexpr StateSet kWorked = Any(kAccepted, kRouted, kEscalated, kRetried, kNurtured);
constexpr StateSet kOver = Any(kClosed, kRejected, kDuplicate);

constexpr RequiredApproval kAccept = {"accept", Rests::kAlways};
constexpr RequiredApproval kException = {"exception", Rests::kIfAsked};
constexpr RequiredApproval kCommitmentIfAsked = {"commitment", Rests::kIfAsked};
constexpr RequiredApproval kSettled = {"attribute", Rests::kIfDisputed};
constexpr RequiredApproval kAttribute = {"attribute", Rests::kAlways};
constexpr RequiredApproval kCommission = {"commission", Rests::kAlways};
constexpr RequiredApproval kReward = {"reward", Rests::kAlways};
constexpr RequiredApproval kTold = {"feedback", Rests::kUnlessRejected};
constexpr RequiredApproval kToldOff = {"reject_message", Rests::kIfRejected};

constexpr auto kOptional = ReasonUse::kOptional;
constexpr auto kRequired = ReasonUse::kRequired;

constexpr Move kMoves[] = {
    // Status.
    {Any(kSubmitted, kInReview, kDisputed, kEscalated), kNeedsMoreContext, {}, 0, kOptional},
    {Any(kSubmitted, kNeedsMoreContext, kAccepted, kEscalated, kNurtured, kRetried),
     kInReview,
     {},
     0,
     kOptional},
    {Any(kDisputed), kInReview, {{kSettled}}, 0, kOptional},
    {kOver, kInReview, {}, 0, kRequired},
    {kUndecided | kWorked | Any(kConverted), kDisputed, {}, 0, kOptional},
    {kUndecided | Any(kDisputed), kDuplicate, {}, 0, kRequired},
    {kUndecided, kAccepted, {{kAccept, kException}}, 0, kOptional},
    {Any(kAccepted, kEscalated, kRetried, kNurtured),
     kRouted,
     {{kAccept, kException, kSettled, kCommitmentIfAsked}},
     0,
     kOptional},
    {kUndecided | Any(kDisputed, kAccepted, kRouted, kRetried, kNurtured),
     kEscalated,
     {},
     0,
     kOptional},
    {Any(kRouted, kEscalated, kNurtured), kRetried, {{kAccept}}, 0, kOptional},
    {Any(kNeedsMoreContext, kInReview, kAccepted, kRouted, kEscalated, kRetried),
     kNurtured,
     {},
     0,
     kOptional},
    {Any(kRouted, kRetried, kNurtured),
     kConverted,
     {{kAccept, kException, kSettled}},
     0,
     kOptional},
    {Any(kConverted),
     kRewarded,
     {{kAttribute, kCommission, kReward}},
     Any(kRewardPaid, kCredited),
     kOptional},
    {kUndecided | kWorked | Any(kDisputed, kDuplicate, kConverted, kRewarded),
     kClosed,
     {},
     0,
     kRequired},
    {Any(kInReview, kEscalated),
     kRejected,
     {{{"reject_message", Rests::kAlways}}},
     0,
     ReasonUse::kMustReject},
    // Credit.
    {Any(kUncredited), kCredited, {{kAttribute}}, 0, kOptional},
    // Reward.
    {Any(kNoReward), kRewardHeld, {}, 0, kOptional},
    {Any(kRewardEligible, kRewardApproved, kRewardRefused), kRewardHeld, {}, 0, kRequired},
    {Any(kRewardHeld), kRewardEligible, {{kAttribute}}, Any(kCredited), kOptional},
    {Any(kRewardEligible),
     kRewardApproved,
     {{kAttribute, kCommission, kReward}},
     Any(kCredited) | kWorked | Any(kConverted),
     kOptional},
    {Any(kRewardApproved),
     kRewardPaid,
     {{kAttribute, kCommission, kReward}},
     Any(kCredited) | kWorked | Any(kConverted),
     kOptional},
    {Any(kRewardHeld, kRewardEligible, kRewardApproved), kRewardRefused, {}, 0, kRequired},
    // Feedback.
    {Any(kNoFeedback, kFeedbackApproved), kDraftHeld, {}, 0, kOptional},
    {Any(kDraftHeld), kFeedbackApproved, {{kTold, kToldOff}}, 0, kOptional},
    {Any(kFeedbackApproved), kFeedbackSent, {{kTold, kToldOff}}, 0, kOptional},
    // Commitment.
    {Any(kNoCommitment, kCommitted), kCommitmentHeld, {}, 0, kOptional},
    {Any(kCommitmentHeld), kCommitted, {{kAccept, {"commitment", Rests::kAlways}}}, 0, kOptional},
    // Advocacy.
    {Any(kNoAdvocacy, kAdvocacyAllowed), kAdvocacyHeld, {}, 0, kOptional},
    {Any(kAdvocacyHeld), kAdvocacyAllowed, {{{"advocacy", Rests::kAlways}}}, 0, kOptional},
};

constexpr Reason kReasons[] = {
    {"low_fit", "the fit does not suffice", true},
    {"not_eligible", "the partner or the referral is not eligible", true},
    {"out_of_territory", "outside the territory of the partner", true},
    {"existing_customer", "already a customer", true},
    {"own_opportunity", "sales works an opportunity of its own", true},
    {"self_referral", "the referrer is the referred", true},
    {"duplicate_record", "a record of this party exists"},
    {"duplicate_submission", "another submission of this party came first"},
    {"consent_withdrawn", "the person does not want to be contacted"},
    {"withdrawn", "the partner withdrew it"},
    {"no_response", "the prospect cannot be reached"},
    {"not_interested", "the prospect has no interest"},
    {"no_budget", "the prospect has no budget"},
    {"lost", "lost to another supplier"},
    {"completed", "done; nothing is left to do"},
    {"context_missing", "answers are missing"},
    {"attribution_disputed", "more than one title"},
    {"new_evidence", "something new came up"},
    {"mistake", "an earlier move was wrong"},
    {"subject_changed", "what had been approved has changed", false, true},
    {"approval_refused", "a person refused what had been approved", false, true},
    {"submission_received", "a submission asks for it", false, true},
};

constexpr Outcome kOutcomes[] = {
    {"booked", kRouted},       {"confirmed", kRouted},        {"recovered", kRouted},
    {"escalated", kEscalated}, {"nurtured", kNurtured},       {"closed", kClosed},
    {"retried", kRetried},     {"sent_to_review", kInReview},
};

}  // namespace

std::span<const Move> Moves() { return kMoves; }
std::span<const Reason> Reasons() { return kReasons; }
std::span<const Outcome> Outcomes() { return kOutcomes; }

}  // namespace referee
