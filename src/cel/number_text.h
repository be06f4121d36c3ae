// Doubles as text.

#ifndef REFEREE_SRC_CEL_NUMBER_TEXT_H_
#define REFEREE_SRC_CEL_NUMBER_TEXT_H_

#include <string>

namespace referee::cel {

// The shortest text that reads back as the same double; "NaN", "Infinity" and "-Infinity".
std::string FormatDouble(double value);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_NUMBER_TEXT_H_
