// Numbers that an authority gave: registry numbers of companies, identity numbers and birth dates
// of people.

#ifndef REFEREE_SRC_MATCH_IDENTIFIER_LEVELS_H_
#define REFEREE_SRC_MATCH_IDENTIFIER_LEVELS_H_

#include <string_view>

#include "src/match/evidence_sum.h"
#include "src/match/levels.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"

namespace referee {

IdentifierLevel CompareIdentifiers(std::string_view a, std::string_view b);

// "YYYY-MM-DD" against the same.
BirthDateLevel CompareBirthDates(std::string_view a, std::string_view b);

// Adds "registry_id" for each kind that both companies state: two numbers of one kind that differ
// speak against one party, unless another number of that kind agrees.  Symmetric.
void CompareRegistryIds(const CompanyWeights& weights, const TermStatistics& statistics,
                        const CompanyFeatures& a, const CompanyFeatures& b, EvidenceSum& evidence);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_IDENTIFIER_LEVELS_H_
