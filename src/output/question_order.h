// Which question to ask first: the one whose answer unlocks most.

#ifndef REFEREE_SRC_OUTPUT_QUESTION_ORDER_H_
#define REFEREE_SRC_OUTPUT_QUESTION_ORDER_H_

#include <vector>

#include "src/record/decision.h"

namespace referee {

// One entry for each of decision.missing.  `unlocks` names the gates and conflicts that wait for
// the answer, `opens` the lanes that nothing else holds.  Ordered by the number of lanes opened,
// then of gates that wait for this answer alone, then of all that wait, then by path.
std::vector<RankedQuestion> OrderQuestions(const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_QUESTION_ORDER_H_
