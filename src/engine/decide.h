// case -> decision: the steps after gathering, the same for a new submission and for a replay.

#ifndef REFEREE_SRC_ENGINE_DECIDE_H_
#define REFEREE_SRC_ENGINE_DECIDE_H_

#include <optional>

#include "src/adjudicate/adjudicate.h"
#include "src/attribution/case.h"
#include "src/output/decision_json.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"
#include "src/record/referral.h"

namespace referee {

// Attributes, judges, adjudicates, routes and prepares the outputs, with everything that people
// need and `parts` asks for.  Where people have settled the attribution, the case learns so and is
// decided once more.  `before` is the referral that the case belongs to, if there is one; `after`
// receives it as the decision leaves it, nothing where the case belongs to none.  Pure.
Decision Decide(const Policy& policy, Case* the_case, const std::optional<Referral>& before,
                const DecisionParts& parts, std::optional<Referral>* after);

}  // namespace referee

#endif  // REFEREE_SRC_ENGINE_DECIDE_H_
