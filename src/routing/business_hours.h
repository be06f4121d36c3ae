// Working time of a user: opening hours in a fixed offset, days out of office.

#ifndef REFEREE_SRC_ROUTING_BUSINESS_HOURS_H_
#define REFEREE_SRC_ROUTING_BUSINESS_HOURS_H_

#include "src/base/instant.h"
#include "src/record/records.h"

namespace referee {

// `hours` working hours of `user` after `from`.  Without opening hours (or a null user) every hour
// counts.  Opening hours are read in UTC: the engine carries no time-zone rules of users yet, so a
// due time may lie off by the user's offset.  Looks at most two years ahead, then counts plainly.
Instant AfterWorkingHours(const User* user, const Instant& from, std::int32_t hours);

}  // namespace referee

#endif  // REFEREE_SRC_ROUTING_BUSINESS_HOURS_H_
