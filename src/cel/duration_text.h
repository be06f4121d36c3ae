// Durations as text: "1h30m", "-1.5s", "300ms".

#ifndef REFEREE_SRC_CEL_DURATION_TEXT_H_
#define REFEREE_SRC_CEL_DURATION_TEXT_H_

#include <string>
#include <string_view>

#include "src/cel/value.h"

namespace referee::cel {

// A sign, then numbers with the units h, m, s, ms, us and ns, with fractions; or "0".  Anything
// else, and what leaves the range, is an error value.
Value ParseDuration(std::string_view text);

// In seconds with as many digits of a fraction as needed: "6347s", "-0.5s".
std::string FormatDuration(const Value& duration);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_DURATION_TEXT_H_
