#include "src/cel/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace referee::cel {

std::string FormatDouble(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  std::array<char, 32> buffer;  // The longest shortest double has 24 characters.
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

}  // namespace referee::cel
