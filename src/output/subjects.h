// The exact thing that an approval is bound to, as a hash.  Changing the thing changes the hash and
// voids the approval.

#ifndef REFEREE_SRC_OUTPUT_SUBJECTS_H_
#define REFEREE_SRC_OUTPUT_SUBJECTS_H_

#include <string>
#include <string_view>

#include "src/record/decision.h"
#include "src/record/submission.h"

namespace referee {

// sha256 over the canonical JSON of what `action` would approve: the text of the feedback draft,
// the split of the attribution, the amount of the reward, the recommendation.
std::string SubjectHash(std::string_view action, const Decision& decision,
                        const Submission& submission);

// The hash of the same subject where an approval that is needed bears it already, else "".
std::string_view BoundHash(std::string_view action, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_SUBJECTS_H_
