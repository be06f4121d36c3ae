// decision -> what people and tools get: texts, tasks, drafts, events, subject hashes.

#ifndef REFEREE_SRC_OUTPUT_PREPARE_H_
#define REFEREE_SRC_OUTPUT_PREPARE_H_

#include "src/adjudicate/adjudicate.h"
#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// Fills decision->outputs, events and the subject hashes of approvals_needed.  Texts come from the
// policy's templates; partner-visible ones (feedback draft, partner status) promise nothing while
// a lane is not done, and a draft that would is replaced by the policy's neutral text.
void PrepareOutputs(const Policy& policy, const Case& the_case, const Judgement& judgement,
                    Decision* decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_PREPARE_H_
