// The structured outcome that tools write back: what may be written without a person, and which
// fields may not.

#ifndef REFEREE_SRC_OUTPUT_OUTCOME_H_
#define REFEREE_SRC_OUTPUT_OUTCOME_H_

#include <string>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// JSON: disposition (a proposal, by the policy's table outcome.*), the conversation's result, the
// records the party is known as, owners, next step and deadline; `protected` names the fields that
// no tool may write by itself.  Ids and codes, no personal data.
std::string OutcomeJson(const Policy& policy, const Case& the_case, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_OUTCOME_H_
