// The document of a decision -> what programs branch on: how an answer that a store kept becomes
// typed again.  Reads ids, recommendation, lanes, findings, matches, conflicts, confidence and
// policy; whatever is only shown to people stays in the document.

#ifndef REFEREE_SRC_OUTPUT_READ_DECISION_H_
#define REFEREE_SRC_OUTPUT_READ_DECISION_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "src/record/decision.h"

namespace referee {

// Fails with kDataLoss and the JSON pointer of the member that is not as DecisionJson() writes it.
// A member "audit" is passed over.
absl::StatusOr<Decision> ReadDecision(std::string_view json);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_READ_DECISION_H_
