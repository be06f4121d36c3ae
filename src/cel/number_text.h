// Doubles as text, and text as doubles.

#ifndef REFEREE_SRC_CEL_NUMBER_TEXT_H_
#define REFEREE_SRC_CEL_NUMBER_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

namespace referee::cel {

// The shortest text that reads back as the same double; "NaN", "Infinity" and "-Infinity".
std::string FormatDouble(double value);

// The double nearest to a decimal number without a plus sign; what is too small is zero.  No value
// for any other text and for what is too large.
std::optional<double> ParseDouble(std::string_view text);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_NUMBER_TEXT_H_
