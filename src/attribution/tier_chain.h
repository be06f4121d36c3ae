// Who stands above whom: distributor, sub-partner, reseller.

#ifndef REFEREE_SRC_ATTRIBUTION_TIER_CHAIN_H_
#define REFEREE_SRC_ATTRIBUTION_TIER_CHAIN_H_

#include <string_view>

#include "src/attribution/timeline.h"
#include "src/index/snapshot.h"

namespace referee {

// True when `upper` is reached from `lower` by parent_partner_id.  Safe with cycles: a chain
// longer than kMaxTiers ends the search.
bool IsAbove(const Snapshot& records, std::string_view upper, std::string_view lower);
inline constexpr int kMaxTiers = 32;

// True when one title's partner is above the other's, or a registration names the other partner as
// its sub-partner.  Two resellers under one distributor are not a chain.
bool AreOneChain(const Snapshot& records, const Title& a, const Title& b);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_TIER_CHAIN_H_
