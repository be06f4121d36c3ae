// What people do about a referral, and how a decision meets what they have done.

#ifndef REFEREE_SRC_ENGINE_ACTS_H_
#define REFEREE_SRC_ENGINE_ACTS_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/attribution/case.h"
#include "src/base/call.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"
#include "src/record/referral.h"
#include "src/store/store.h"

namespace referee {

// When and for whom people act.
struct ActOptions {
  std::string tenant;
  std::string as_of;  // RFC 3339; required: the engine reads no clock.
};

// How a referral stands, as a document and as what a program branches on.
struct Standing {
  std::string json;  // Schema "referee.act/1" or "referee.status/1".
  std::string referral_id;
  std::array<ReferralState, kAspectCount> states{};
  std::array<LaneState, kLaneCount> lanes{};  // All open in the partner view.
  bool is_recorded = false;                   // This call recorded the act; false for a repetition.
};

// Records an approval or refusal: a document as ParseApprovalAct() reads it.  The same act again
// gives the same bytes and records nothing.
//
//   kInvalidArgument    not such a document, or no as-of time
//   kNotFound           there is no such referral, at /referral_id
//   kAlreadyExists      the id was used for another act, at /id
//   kPermissionDenied, kFailedPrecondition  as CheckApproval()
absl::StatusOr<Standing> RecordApproval(Store& store, std::string_view json,
                                        const ActOptions& options, const CallContext& call);

// Makes a move: a document as ParseTransitionAct() reads it.  Fails likewise, and as CheckMove().
absl::StatusOr<Standing> RecordTransition(const Policy& policy, Store& store, std::string_view json,
                                          const ActOptions& options, const CallContext& call);

// Answers where a referral is: a document as ParseStatusQuery() reads it.  Users of the records see
// all of it, the people of a partner what their partner may know of its own submissions.  Records
// nothing.
//
//   kPermissionDenied   the user is nobody who may ask; told alike whether the referral exists or
//                       not, so that nothing leaks
//   kNotFound           there is no such referral or submission
absl::StatusOr<Standing> AnswerStatus(const Policy& policy, Store& store, std::string_view json,
                                      const ActOptions& options, const CallContext& call);

// The referral after a decision whose drafts are there and whose approvals are not counted yet.
// `asked` is what the policy asks to be approved.  Acts that the CRM brings count like those that
// were recorded here.
Referral NextReferral(std::optional<Referral> before, const Policy& policy, const Case& the_case,
                      const std::vector<ApprovalNeeded>& asked, const Decision& decision);

// Carries what people approved of the referral into its decision: done lanes, `confirmed`
// confidence, approvals that are needed no more.
void ApplyApprovals(const Referral& referral, const Instant& as_of, Decision* decision);

}  // namespace referee

#endif  // REFEREE_SRC_ENGINE_ACTS_H_
