// JSON -> what people ask of a referral: an approval, a transition, a question about its status.
//
// Stricter than records: an act is written by hand and binds a person, so that a member that is not
// known is refused, as "expires" for "expires_at" would otherwise leave an approval without an end.
// Every error names the JSON pointer of the member and what was expected, never the value.

#ifndef REFEREE_SRC_INTAKE_PARSE_ACT_H_
#define REFEREE_SRC_INTAKE_PARSE_ACT_H_

#include <array>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/record/act.h"
#include "src/record/records.h"

namespace referee {

// What a person can approve.
inline constexpr std::array<std::string_view, 9> kApprovalActions = {
    "accept",     "reject_message", "attribute", "commission", "reward",
    "commitment", "advocacy",       "exception", "feedback"};

// {"type":"approval","id","action","subject_hash","referral_id","user","role","at","decision",
//  "rationale","expires_at"}: `at` and `expires_at` may be absent, `decision` is "approve" or
// "refuse", a rationale is required.  Fails with kInvalidArgument.
absl::StatusOr<Approval> ParseApprovalAct(const json::Node& document);

// `reason`, `outcome`, `at` and `rationale` may be absent.  Fails with kInvalidArgument.
absl::StatusOr<TransitionAct> ParseTransitionAct(const json::Node& document);

// One of `referral_id` and `submission_id`, and `user`.  Fails with kInvalidArgument.
absl::StatusOr<StatusQuery> ParseStatusQuery(const json::Node& document);

}  // namespace referee

#endif  // REFEREE_SRC_INTAKE_PARSE_ACT_H_
