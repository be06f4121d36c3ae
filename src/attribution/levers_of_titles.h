// Levers that need the timeline: receipts, ends of protection, scopes and counts of registrations.

#ifndef REFEREE_SRC_ATTRIBUTION_LEVERS_OF_TITLES_H_
#define REFEREE_SRC_ATTRIBUTION_LEVERS_OF_TITLES_H_

#include <optional>
#include <vector>

#include "src/attribution/levers.h"

namespace referee {

// The protection behind an end fact ends at `end` instead.
std::optional<Lever> EndAt(const Hearing& hearing, const Fact& fact, const Instant& end);

// Receipts of the two sides that far apart that they tie, or no longer tie.
std::vector<Lever> ReceiptLevers(const Hearing& hearing, const Conflict& conflict);

// The scope of this claim is that of the other.
std::vector<Lever> ScopeLevers(const Hearing& hearing, const Conflict& conflict);

// As many open registrations, or ended ones of this company, fewer as are too many.
std::vector<Lever> HoardingLevers(const Hearing& hearing, const Conflict& conflict);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_LEVERS_OF_TITLES_H_
