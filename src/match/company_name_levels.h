// Names of two companies: their words aligned by weight, then legal form, numerals and places.
//
// A word weighs what its rarity says: words of trade (systems, hotel) little, places a little more,
// a distinctive word most; the corpus corrects all of them.  Names that are one word, or two or
// three letters, are whole names and never near another.

#ifndef REFEREE_SRC_MATCH_COMPANY_NAME_LEVELS_H_
#define REFEREE_SRC_MATCH_COMPANY_NAME_LEVELS_H_

#include "src/match/evidence_sum.h"
#include "src/match/levels.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"

namespace referee {

struct CompanyNameMatch {
  CompanyNameLevel level = CompanyNameLevel::kAbsent;
  NameAgreement agreement = NameAgreement::kUnknown;
  double bits = 0;  // What was added to the evidence.
};

// Adds "company_name", "legal_form", "numeral" and "place".  Symmetric.
CompanyNameMatch CompareCompanyNames(const CompanyWeights& weights,
                                     const TermStatistics& statistics, const CompanyFeatures& a,
                                     const CompanyFeatures& b, EvidenceSum& evidence);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_COMPANY_NAME_LEVELS_H_
