// features x features -> the evidence that two companies are one.

#ifndef REFEREE_SRC_MATCH_SCORE_COMPANY_H_
#define REFEREE_SRC_MATCH_SCORE_COMPANY_H_

#include "src/match/evidence_sum.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"

namespace referee {

// Adds everything but the prior; stops when the sum cannot reach `least_bits` any more.  Symmetric.
// Requires: neither is empty.
void CompareCompanies(const CompanyWeights& weights, const TermStatistics& all,
                      const CompanyFeatures& a, const CompanyFeatures& b, double least_bits,
                      EvidenceSum& evidence);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_SCORE_COMPANY_H_
