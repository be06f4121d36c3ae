// The best one-to-one assignment by trying all of them.  An oracle for token_alignment.h.

#ifndef REFEREE_TESTS_REFERENCE_MATCH_BEST_ASSIGNMENT_H_
#define REFEREE_TESTS_REFERENCE_MATCH_BEST_ASSIGNMENT_H_

#include "src/match/token_alignment.h"

namespace referee::reference {

// The greatest total weight.  O(columns!): use up to seven.
double BestTotal(const TokenWeights& weights);

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_MATCH_BEST_ASSIGNMENT_H_
