// Whose acts count: may this person approve this, and is an action approved by now?
//
// An act is bound to the hash of the exact thing that was shown (src/output/subjects.h).  A later
// decision that shows something else voids it; an act that no move has rested on ends with its
// time.  Nothing here grants anything by itself: the moves of lifecycle.h ask IsApproved().

#ifndef REFEREE_SRC_ADJUDICATE_APPROVALS_H_
#define REFEREE_SRC_ADJUDICATE_APPROVALS_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "src/base/instant.h"
#include "src/record/records.h"
#include "src/record/referral.h"

namespace referee {

// OK when the act may be recorded at `as_of`.  `user` is the person of the act as the records know
// them, null when they do not.  The act carries `at`.
//
//   kPermissionDenied    the user is not known or not active, does not hold the role, the role is
//                        not asked for this action, submitted or acts for a claiming partner, or
//                        has approved it in another role already
//   kFailedPrecondition  the subject is not what is to be approved now, the act has expired, or is
//                        dated before the decision that it rests on
//   kInvalidArgument     dated after `as_of`, or ends before it begins
//
// Each names the member in the JSON pointer and carries a code: "approval.unknown_user" ...
absl::Status CheckApproval(const Referral& referral, const Approval& act, const User* user,
                           const Instant& as_of);

// The referral with the act in it.  Requires: CheckApproval() is OK.
void AddApproval(const Approval& act, Referral* referral);

// True when every role that is asked for the action has approved the present subject, by as many
// different people as are asked, and nobody of a role refused since.  `resting`, if not null,
// receives the indexes into referral.approvals that this rests on.
bool IsApproved(const Referral& referral, std::string_view action, const Instant& as_of,
                std::vector<std::size_t>* resting = nullptr);

// Who is still to approve the action: "partner_manager and program_owner", for error messages.
std::string WhoIsMissing(const Referral& referral, std::string_view action, const Instant& as_of);

// What the policy asks for in this case and nobody has approved yet.
std::vector<ApprovalNeeded> NeededNow(const Referral& referral, const Instant& as_of);

// The lanes with those done whose approvals are all there, and the confidence, `confirmed` once the
// attribution is approved.  The reward is never done before the attribution, and no approval
// replaces consent: comms stays stopped while consent is refused.
std::array<LaneState, kLaneCount> LanesNow(const Referral& referral, const Instant& as_of);
Confidence ConfidenceNow(const Referral& referral, const Instant& as_of);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_APPROVALS_H_
