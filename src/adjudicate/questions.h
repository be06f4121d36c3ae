// What to ask, and whom.

#ifndef REFEREE_SRC_ADJUDICATE_QUESTIONS_H_
#define REFEREE_SRC_ADJUDICATE_QUESTIONS_H_

#include <vector>

#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// One question for each missing path, ascending by path.
std::vector<Question> QuestionsFor(const Policy& policy, const std::vector<Finding>& findings,
                                   const std::vector<Conflict>& conflicts);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_QUESTIONS_H_
