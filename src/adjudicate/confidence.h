// The label of attribution confidence, by rules that the policy publishes.

#ifndef REFEREE_SRC_ADJUDICATE_CONFIDENCE_H_
#define REFEREE_SRC_ADJUDICATE_CONFIDENCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/attribute.h"
#include "src/record/decision.h"

namespace referee {

// The rule (of policy::kConfidenceRules) that applies: missing attribution, else an open dispute,
// else what the evidence is worth.  Never confirmed_by_person, which is a person's act.  Borrowed
// from the attribution or static.
std::string_view ConfidenceRuleFor(const Attribution& attribution,
                                   const std::vector<Finding>& findings);

// A sentence that names the evidence behind the label, and for a dispute the open conflicts.
std::string ConfidenceNote(Confidence confidence, const Attribution& attribution);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_CONFIDENCE_H_
