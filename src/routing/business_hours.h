// Working time of a user: opening hours in the user's own time zone, less the time out of office.

#ifndef REFEREE_SRC_ROUTING_BUSINESS_HOURS_H_
#define REFEREE_SRC_ROUTING_BUSINESS_HOURS_H_

#include "src/base/instant.h"
#include "src/record/records.h"

namespace referee {

// The instant at which `hours` working hours of `user` have passed after `from`.  Opening hours
// are local times of user->time_zone (UTC when it is absent or not known; see KnowsTimeZone());
// "22:00" to "06:00" runs over midnight, "24:00" ends a day, and a local time that the clock skips
// or repeats is the first one that exists.  Without opening hours every hour counts, and so it is
// for a null user.  Time out of office never counts.  Looks two years ahead; a user without any
// working time in them gets the plain hours.
Instant AfterWorkingHours(const User* user, const Instant& from, std::int32_t hours);

// True when the user is out of office at this instant.
bool IsOutOfOffice(const User& user, const Instant& at);

// False for a time zone that is given and not known.
bool KnowsTimeZone(const User& user);

}  // namespace referee

#endif  // REFEREE_SRC_ROUTING_BUSINESS_HOURS_H_
