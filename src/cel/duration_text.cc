#include "src/cel/duration_text.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "src/base/text.h"
#include "src/cel/arithmetic.h"
#include "src/cel/error.h"

namespace referee::cel {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t nanoseconds;
};

// Longer names first: "ms" is not "m".
constexpr std::array<Unit, 8> kUnits = {{{"ns", 1},
                                         {"us", 1000},
                                         {"\xC2\xB5s", 1000},
                                         {"\xCE\xBCs", 1000},
                                         {"ms", 1000000},
                                         {"s", 1000000000},
                                         {"m", 60000000000},
                                         {"h", 3600000000000}}};

// More nanoseconds than any duration has; keeps the sums below from overflowing.
constexpr Wide kTooMany = Wide{std::numeric_limits<std::int64_t>::max()} + 1;

// Reads digits; stops adding, not reading, when the number is out of any range.
Wide ReadWhole(std::string_view* text, std::size_t* digits) {
  Wide value = 0;
  while (!text->empty() && IsAsciiDigit(text->front())) {
    if (value < kTooMany) value = value * 10 + (text->front() - '0');
    text->remove_prefix(1);
    ++*digits;
  }
  return value;
}

// One number with its unit, in nanoseconds; no value when there is none.
std::optional<Wide> ReadPart(std::string_view* text) {
  std::size_t digits = 0;
  const Wide whole = ReadWhole(text, &digits);
  std::string_view fraction;
  if (!text->empty() && text->front() == '.') {
    text->remove_prefix(1);
    fraction = *text;
    std::size_t count = 0;
    while (!text->empty() && IsAsciiDigit(text->front())) {
      text->remove_prefix(1);
      ++count;
    }
    fraction = fraction.substr(0, count);
    digits += count;
  }
  if (digits == 0) return std::nullopt;
  for (const Unit& unit : kUnits) {
    if (!text->starts_with(unit.name)) continue;
    text->remove_prefix(unit.name.size());
    Wide total = whole >= kTooMany ? kTooMany : whole * unit.nanoseconds;
    std::int64_t place = unit.nanoseconds;
    for (std::size_t i = 0; i < fraction.size() && place > 1; ++i) {
      place /= 10;
      total += Wide{fraction[i] - '0'} * place;
    }
    return total;
  }
  return std::nullopt;
}

}  // namespace

Value ParseDuration(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  if (text == "0") return Value::Duration(0, 0);
  const Value malformed = ErrorOf(kConversion, "the text is no duration such as 1h30m or 1.5s");
  if (text.empty()) return malformed;
  Wide total = 0;
  while (!text.empty()) {
    const std::optional<Wide> part = ReadPart(&text);
    if (!part.has_value()) return malformed;
    total += *part;
    if (total > kTooMany) return DurationOfNanoseconds(kTooMany);
  }
  return DurationOfNanoseconds(is_negative ? -total : total);
}

std::string FormatDuration(const Value& duration) {
  const bool is_negative = duration.duration_seconds() < 0 || duration.duration_nanos() < 0;
  std::string out = is_negative ? "-" : "";
  // The least number of seconds has no positive counterpart as int64.
  const Wide seconds = duration.duration_seconds();
  out += std::to_string(static_cast<std::uint64_t>(seconds < 0 ? -seconds : seconds));
  const std::int32_t nanos = duration.duration_nanos();
  if (nanos != 0) {
    std::string fraction = std::to_string(nanos < 0 ? -nanos : nanos);
    fraction.insert(0, 9 - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    out += "." + fraction;
  }
  return out + "s";
}

}  // namespace referee::cel
