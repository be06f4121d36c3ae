// Which territory a party lies in.

#ifndef REFEREE_SRC_ROUTING_TERRITORY_CHOICE_H_
#define REFEREE_SRC_ROUTING_TERRITORY_CHOICE_H_

#include "src/attribution/case.h"
#include "src/record/records.h"

namespace referee {

// The territory valid at receipt whose countries, regions, postal prefixes, industries and size all
// take the party: an empty list takes any, a list takes only what is known to be on it.  Of several
// the highest priority, then the smallest id; null when there is none, or when the
// country of the party is not known.
const Territory* TerritoryOf(const Case& the_case);

}  // namespace referee

#endif  // REFEREE_SRC_ROUTING_TERRITORY_CHOICE_H_
