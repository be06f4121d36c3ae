// Addresses: country, city, postal code and street, each for what it says beyond the one before.

#ifndef REFEREE_SRC_MATCH_ADDRESS_LEVELS_H_
#define REFEREE_SRC_MATCH_ADDRESS_LEVELS_H_

#include "src/match/evidence_sum.h"
#include "src/match/levels.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"

namespace referee {

// Adds "country", "city", "postal" and "street".  `share` scales what speaks for one party: others
// may live at one address.  Symmetric.
void CompareAddresses(const CompanyWeights& weights, const TermStatistics& statistics,
                      const AddressFeature& a, const AddressFeature& b, double share,
                      EvidenceSum& evidence);

CityLevel CompareCities(const AddressFeature& a, const AddressFeature& b);
StreetLevel CompareStreets(const AddressFeature& a, const AddressFeature& b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_ADDRESS_LEVELS_H_
