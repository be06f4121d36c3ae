// Names of two people: given, middle and family name by level, in each other's fields, or divided
// otherwise.

#ifndef REFEREE_SRC_MATCH_PERSON_NAME_LEVELS_H_
#define REFEREE_SRC_MATCH_PERSON_NAME_LEVELS_H_

#include "src/match/evidence_sum.h"
#include "src/match/letter_set.h"
#include "src/match/levels.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"
#include "src/normalize/feature_sketch.h"

namespace referee {

struct PersonNameMatch {
  NameAgreement agreement = NameAgreement::kUnknown;
  double bits = 0;  // What was added to the evidence.
};

// Adds "given_name", "middle_name", "family_name", "suffix" or "name".  Symmetric.
PersonNameMatch ComparePersonNames(const PersonWeights& weights, const TermStatistics& statistics,
                                   const PersonFeatures& a, const PersonFeatures& b,
                                   EvidenceSum& evidence);

// One part of a name against the same part, spelling alone.
NameLevel CompareSpelling(std::string_view a, std::string_view b);

// False only when that is kDifferent.  Requires: neither is empty.
bool MayBeSpeltAlike(const SpeltWord& a, const SpeltWord& b);
bool MayBeSpeltAlike(const WordSketch& a, const WordSketch& b);

// A given name against a given name: also nicknames and initials.
NameLevel CompareGivenNames(const PersonFeatures& a, const PersonFeatures& b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_PERSON_NAME_LEVELS_H_
