// features x features -> the evidence that two people are one.

#ifndef REFEREE_SRC_MATCH_SCORE_PERSON_H_
#define REFEREE_SRC_MATCH_SCORE_PERSON_H_

#include "src/match/evidence_sum.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"

namespace referee {

// Adds everything but the prior, and stops when the sum cannot reach `least_bits` any more; the
// companies of both sides say where they work.  Returns the bits that do not come from the name.
// Symmetric.  Requires: neither person is empty.
double ComparePeople(const Model::Weights& weights, const TermStatistics& statistics,
                     const Features& a, const Features& b, double least_bits,
                     EvidenceSum& evidence);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_SCORE_PERSON_H_
