#include "src/cel/number_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

#include "src/base/text.h"

namespace referee::cel {
namespace {

// Whether a decimal number that no double holds is too small for one, not too large.
// Requires: from_chars() has read the text.
bool IsTiny(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t exponent_at = text.find_first_of("eE");
  const std::string_view digits = text.substr(0, exponent_at);
  if (exponent_at != std::string_view::npos) return text.substr(exponent_at + 1).starts_with('-');
  return digits.starts_with('0') || digits.starts_with('.');
}

}  // namespace

std::string FormatDouble(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  std::array<char, 32> buffer;  // The longest shortest double has 24 characters.
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

std::optional<double> ParseDouble(std::string_view text) {
  // from_chars() would also take "inf", "nan" and their like.
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  if (first >= text.size() || (!IsAsciiDigit(text[first]) && text[first] != '.')) {
    return std::nullopt;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size()) return std::nullopt;
  if (error == std::errc()) return value;
  if (error != std::errc::result_out_of_range || !IsTiny(text)) return std::nullopt;
  return first == 1 ? -0.0 : 0.0;
}

}  // namespace referee::cel
