// The label of attribution confidence, by rules that anybody can read.

#ifndef REFEREE_SRC_ADJUDICATE_CONFIDENCE_H_
#define REFEREE_SRC_ADJUDICATE_CONFIDENCE_H_

#include <vector>

#include "src/attribution/attribute.h"
#include "src/record/decision.h"

namespace referee {

// `none` with missing_attribution; `disputed` while attribution_disputed stops; else what the
// evidence is worth.  `confirmed` is a person's act.
Confidence ConfidenceOf(const Attribution& attribution, const std::vector<Finding>& findings);

// A sentence that names the evidence behind the label.
std::string ConfidenceNote(Confidence confidence, const Attribution& attribution);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_CONFIDENCE_H_
