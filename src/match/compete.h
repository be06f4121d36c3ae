// Candidates that are not one party compete: the query is one of them, or none.
//
// A candidate's probability is its odds against those of all rivals and of "none of them" (a
// softmax).  Records of one party (twins in the CRM, a lead and its contact) are no rivals.  When
// rivals stand equally well nobody knows which it is, but it is likely one of them: the best, and
// those that stand next to it, are not lowered below band `possible`, so that a person sees them.

#ifndef REFEREE_SRC_MATCH_COMPETE_H_
#define REFEREE_SRC_MATCH_COMPETE_H_

#include <cstddef>
#include <functional>
#include <vector>

#include "src/match/match_parties.h"

namespace referee {

// This many parties are told apart.  Further ones are lowered by these and lower nobody: they stand
// below all of them.
inline constexpr std::size_t kMaxParties = 16;

// `bits` of the candidates, in an order that is the same in every run.  `are_one_party(i, j)` is
// asked for the best of a party and another candidate.  Returns the probability of each.
// O(n log n + n * kMaxParties).
std::vector<double> Compete(const std::vector<double>& bits, const MatchOptions& options,
                            const std::function<bool(std::size_t, std::size_t)>& are_one_party);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_COMPETE_H_
