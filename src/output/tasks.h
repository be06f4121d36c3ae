// Tasks with owners and due times.

#ifndef REFEREE_SRC_OUTPUT_TASKS_H_
#define REFEREE_SRC_OUTPUT_TASKS_H_

#include <vector>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// In this order: the sales owner's, the partner owner's (when there is one), one review a conflict,
// acceptance, missing context, feedback.
// Due times are working hours of the owner after as_of, by the SLAs of the policy.
std::vector<Task> TasksFor(const Policy& policy, const Case& the_case, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_TASKS_H_
