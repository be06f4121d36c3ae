// decision -> what people and tools get: texts, tasks, drafts, events, subject hashes.

#ifndef REFEREE_SRC_OUTPUT_PREPARE_H_
#define REFEREE_SRC_OUTPUT_PREPARE_H_

#include <optional>

#include "src/adjudicate/adjudicate.h"
#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"
#include "src/record/referral.h"

namespace referee {

// First half: what people are asked to approve.  Fills the qualification, the drafts and the
// subject hashes of approvals_needed.
void PrepareSubjects(const Policy& policy, const Case& the_case, Decision* decision);

// Second half, once it is known what people have approved: texts, tasks, tracking record, events.
// `referral` is the referral after this decision, if there is one.  Texts come from the policy's
// templates; partner-visible ones (drafts, partner status) promise nothing while a lane is not
// done, and a draft that would is replaced by the policy's neutral text.
void PrepareOutputs(const Policy& policy, const Case& the_case,
                    const std::optional<Referral>& referral, Decision* decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_PREPARE_H_
