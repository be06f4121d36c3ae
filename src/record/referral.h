// The referral: the one record for each referred party and program that lives between calls.
//
// A submission and its decision never change; what people do about them does.  A referral keeps
// what the last decision asked to be approved, the acts that people have given, where each aspect
// of its life stands and every move on the way there.  Plain data: src/adjudicate/lifecycle.h says
// which moves there are, src/adjudicate/approvals.h whose acts count.

#ifndef REFEREE_SRC_RECORD_REFERRAL_H_
#define REFEREE_SRC_RECORD_REFERRAL_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/instant.h"
#include "src/record/decision.h"
#include "src/record/field.h"
#include "src/record/records.h"

namespace referee {

// The aspects of a referral's life.  Each stands on its own: a reward can be held while the
// referral is routed.
enum class Aspect : std::uint8_t { kStatus, kCredit, kReward, kFeedback, kCommitment, kAdvocacy };
inline constexpr int kAspectCount = 6;
std::string_view AspectName(Aspect aspect);  // "status", "credit" ...

// Every state of every aspect, in the order of the table in src/record/referral.cc.
enum class ReferralState : std::uint8_t {
  kSubmitted,
  kNeedsMoreContext,
  kInReview,
  kDisputed,
  kDuplicate,
  kAccepted,
  kRouted,
  kEscalated,
  kRetried,
  kNurtured,
  kConverted,
  kRewarded,
  kClosed,
  kRejected,
  kUncredited,
  kCredited,
  kNoReward,
  kRewardHeld,
  kRewardEligible,
  kRewardApproved,
  kRewardPaid,
  kRewardRefused,
  kNoFeedback,
  kDraftHeld,
  kFeedbackApproved,
  kFeedbackSent,
  kNoCommitment,
  kCommitmentHeld,
  kCommitted,
  kNoAdvocacy,
  kAdvocacyHeld,
  kAdvocacyAllowed,
};
inline constexpr int kReferralStateCount = 32;

Aspect AspectOf(ReferralState state);
// The name inside its aspect: "accepted", "paid".
std::string_view ReferralStateName(ReferralState state);
// What the state means, as a sentence for people.
std::string_view ReferralStateMeaning(ReferralState state);
// The code that a transition names: "accepted", "reward.paid".
std::string ReferralStateCode(ReferralState state);
std::optional<ReferralState> ReferralStateFromCode(std::string_view code);

// One person's approval or refusal, as it was given, and what became of it.
struct GivenApproval {
  Approval act;                      // With `at`, `user`, `role` and `decision`.
  Instant expires = kDistantFuture;  // First instant at which an unused approval is over.
  bool is_used = false;              // A move rested on it: from then on time does not end it.
  std::string void_reason;           // "" while it stands; see VoidReasons() of the lifecycle.
  std::string voided_at;
};

// What must be approved, and whether the policy asks for it in this case.  What it does not ask
// for stays listed all the same: without an approval nothing of it can be reached.
struct ReferralNeed {
  ApprovalNeeded need;
  bool is_asked = false;
};

// One step of one aspect.
struct ReferralMove {
  std::string id;  // Of the act; "" for a step that followed from a submission.
  std::string at, by;
  ReferralState from = ReferralState::kSubmitted, to = ReferralState::kSubmitted;
  std::string reason, outcome;  // Codes; "" when none.
  std::string rationale;
  std::vector<std::string> rests_on;  // Ids of the approvals that allowed it.
};

// A partner who has a claim on the referral or asked about it.
struct ReferralPartner {
  std::string partner_id;
  std::vector<std::string> users;        // Ids of its people, ascending.
  std::vector<std::string> submissions;  // Its own, in order; none while it only asked.
  std::string since;                     // as_of of the decision on the first of them.
};

struct ReferralClaim {
  std::string id, partner_id;
  ClaimKind kind = ClaimKind::kSource;
  ClaimState state = ClaimState::kLive;
};

// What the effective consent says; unknown is a value of its own.
enum class Allowance : std::uint8_t { kUnknown, kGiven, kRefused };
std::string_view AllowanceName(Allowance permission);

struct Referral {
  std::string id, program_id;
  std::string opened_at;  // as_of of the first decision.
  std::array<ReferralState, kAspectCount> states = {
      ReferralState::kSubmitted,  ReferralState::kUncredited,   ReferralState::kNoReward,
      ReferralState::kNoFeedback, ReferralState::kNoCommitment, ReferralState::kNoAdvocacy};

  std::vector<std::string> submissions;    // In order of their sequence.
  std::vector<ReferralPartner> partners;   // Ascending by partner_id.
  std::vector<std::string> barred;         // Who submitted or referred: may approve nothing.
  std::vector<ReferralClaim> claims;       // As the last decision lists them.
  std::string sourced_by;                  // Partners of the split that is to be approved: "" while
  std::vector<std::string> influenced_by;  // nobody is proposed.
  std::vector<std::string> open_conflicts;  // Kinds.

  // Of the last decision that made a claim.
  std::array<LaneState, kLaneCount> lanes{};  // As the gates left them, before any approval.
  Confidence confidence = Confidence::kNone;  // Likewise.
  bool is_disputed = false;                   // The gate attribution_disputed stops.
  Recommendation recommendation = Recommendation::kReview;
  std::string decided_at;  // as_of of the last decision of any kind.
  Allowance share_forward = Allowance::kUnknown, contact = Allowance::kUnknown,
            report_back = Allowance::kUnknown;
  Amount reward;  // Last asked for.

  std::vector<ReferralNeed> needs;
  std::vector<GivenApproval> approvals;  // In the order given.
  std::vector<ReferralMove> history;     // In the order made.

  std::string sales_owner, partner_owner, feedback_owner, partner_manager, queue;
  std::string due, feedback_due;  // Next step, and answer to the partner; "" when nothing is due.

  ReferralState state(Aspect aspect) const { return states[static_cast<std::size_t>(aspect)]; }
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_REFERRAL_H_
