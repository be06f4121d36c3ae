// Levers that need the timeline: receipts, ends of protection, scopes and counts of registrations.

#ifndef REFEREE_SRC_ATTRIBUTION_LEVERS_OF_TITLES_H_
#define REFEREE_SRC_ATTRIBUTION_LEVERS_OF_TITLES_H_

#include <optional>
#include <vector>

#include "src/attribution/levers.h"

namespace referee {

// The protection behind an end fact ends at `end` instead.
std::optional<Lever> EndAt(const Hearing& hearing, const Fact& fact, const Instant& end);

// Late for its end, an extension of the registration that reaches to the receipt was requested in
// time: the one that was the least late.
std::optional<Lever> RequestedInTime(const Hearing& hearing, const Fact& fact);

// The lever with the registration approved where its status says that it expired.
std::optional<Lever> NotExpired(const Hearing& hearing, const Fact& fact,
                                std::optional<Lever> lever);

// Receipts of the two sides that far apart that they tie, or no longer tie.
std::vector<Lever> ReceiptLevers(const Hearing& hearing, const Conflict& conflict);

// The scope of this claim is that of another, or takes in the product families of all.
std::vector<Lever> ScopeLevers(const Hearing& hearing, const Conflict& conflict);

// As many open registrations, or ended ones of this company, fewer as are too many.
std::vector<Lever> HoardingLevers(const Hearing& hearing, const Conflict& conflict);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_LEVERS_OF_TITLES_H_
