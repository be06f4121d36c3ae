// features x features -> bits, probability and explanation of both aspects.  Pure: the corpus is
// seen only through its term statistics.

#ifndef REFEREE_SRC_MATCH_SCORE_H_
#define REFEREE_SRC_MATCH_SCORE_H_

#include <limits>

#include "src/match/match_parties.h"
#include "src/match/term_statistics.h"

namespace referee {

// How carefully a pair is scored.
struct Effort {
  Explain explain = Explain::kNo;
  // A pair that cannot reach these bits may be left half scored; its bits stay below them.
  double least_bits = -std::numeric_limits<double>::infinity();
};

// The comparison of two people.  `compared` is false when one side describes none.  Band is left
// kNone: it is settled among all candidates (src/match/compete.h).  Explanation entries sum to
// bits.  Symmetric.
AspectMatch ScorePeople(const Model& model, const TermStatistics& statistics, const Features& a,
                        const Features& b, const Effort& effort);

// The comparison of two companies, likewise.
AspectMatch ScoreCompanies(const Model& model, const TermStatistics& statistics, const Features& a,
                           const Features& b, const Effort& effort);

// Of log2 odds; in [0, 1), never 1.
double ProbabilityOf(double bits);

// The log2 odds of a probability in (0, 1).
double BitsOf(double probability);

Band BandOf(double probability, const MatchOptions& options);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_SCORE_H_
