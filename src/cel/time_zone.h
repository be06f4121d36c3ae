// Time zones by name, from a table that is compiled in: no file of the machine is read.

#ifndef REFEREE_SRC_CEL_TIME_ZONE_H_
#define REFEREE_SRC_CEL_TIME_ZONE_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace referee::cel {

// How many seconds local time is ahead of UTC at this moment (seconds since 1970) in a zone:
// "UTC", an IANA name such as "Europe/Zurich", or an offset "+02:00", "-02:00" or "02:00".  No
// value for a zone that is not known.  Logarithmic.
std::optional<std::int32_t> OffsetAt(std::string_view zone, std::int64_t seconds);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_TIME_ZONE_H_
