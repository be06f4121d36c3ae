// Whether one act of a person is the approval that a decision needs.
//
// The same test serves acts that the CRM brings as records and acts that are recorded through the
// library: who may approve what is told in one place.

#ifndef REFEREE_SRC_ADJUDICATE_APPROVAL_FITS_H_
#define REFEREE_SRC_ADJUDICATE_APPROVAL_FITS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "src/base/instant.h"
#include "src/record/decision.h"
#include "src/record/records.h"

namespace referee {

// The first reason, in this order, why an act is not the approval that is needed.
enum class ApprovalFit : std::uint8_t {
  kFits,
  kOtherAction,
  kOtherReferral,
  kOtherRole,       // The need asks another role.
  kChangedSubject,  // The hash is of something else than what is to be approved now.
  kUnknownPerson,   // No user, or one that the records do not know or no longer have active.
  kRoleNotHeld,     // The user does not have the role in which the act was taken.
  kOwnReferral,     // Whoever could gain does not approve, where the policy says so.
  kNotYet,          // Undated, or dated after the decision's as-of time.
  kExpired,         // Ended at or before the as-of time, by the act or by the policy.
  kRefusal,         // A valid act, but one that refuses.
};

// What the act is held against.
struct ApprovalScene {
  std::string_view referral_id;
  // Who submitted or referred, and the people of claiming partners.
  std::span<const std::string_view> parties;
  Instant as_of;
  const User* approver = nullptr;  // The records' user of the act; null when there is none.
};

// Total.  An act fits when every part of it fits; kRefusal means that all but its outcome does.
ApprovalFit FitOf(const Approval& act, const ApprovalNeeded& need, const ApprovalScene& scene);

// The reason as a sentence for people.
std::string_view ApprovalFitSentence(ApprovalFit fit);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_APPROVAL_FITS_H_
