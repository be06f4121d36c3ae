// Runs a policy's gates, rules and tables over one case.

#ifndef REFEREE_SRC_POLICY_JUDGE_H_
#define REFEREE_SRC_POLICY_JUDGE_H_

#include "src/attribution/attribute.h"
#include "src/attribution/case.h"
#include "src/policy/policy_state.h"

namespace referee::policy {

// Gates first, then rules, each in the order of the document; then tables and the approver
// matrix, which see the verdicts of the gates.  A query runs only the gates that say so.
Judgement Judge(const Policy::State& state, const Case& the_case, const Attribution& attribution);

// Runs the gates of one lane only, in the order of the document.
std::vector<Finding> JudgeLane(const Policy::State& state, Lane lane, const Case& the_case,
                               const Attribution& attribution);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_JUDGE_H_
