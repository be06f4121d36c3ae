#include "src/cel/time_zone.h"

#include <algorithm>

#include "src/base/instant.h"
#include "src/base/text.h"
#include "src/cel/time_zone_table.h"

namespace referee::cel {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

// "+hh:mm", "-hh:mm" or "hh:mm".
std::optional<std::int32_t> ParseOffset(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0u, 1u, 3u, 4u}) {
    if (!IsAsciiDigit(text[at])) return std::nullopt;
  }
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (hours > 23 || minutes > 59) return std::nullopt;
  const std::int32_t seconds = hours * 3600 + minutes * 60;
  return is_negative ? -seconds : seconds;
}

// When the clock changes in this year, in seconds since 1970 of the local time that ends.
std::int64_t ChangeIn(int year, const ZoneChange& change) {
  const Day first = DayFromCivil({year, change.month, 1});
  // Sunday is 7 in ISO 8601 and 0 in the rules.
  Day day = first + (change.weekday + 7 - DayOfWeek(first) % 7) % 7 + (change.week - 1) * 7;
  const Day next_month = change.month == 12 ? DayFromCivil({year + 1, 1, 1})
                                            : DayFromCivil({year, change.month + 1, 1});
  if (day >= next_month) day -= 7;
  return std::int64_t{day} * kSecondsPerDay + change.seconds;
}

std::int32_t OffsetByRule(const ZoneRule& rule, std::int64_t seconds) {
  if (rule.standard == rule.daylight) return rule.standard;
  const std::int64_t local = seconds + rule.standard;
  const auto day = static_cast<Day>(local / kSecondsPerDay - (local % kSecondsPerDay < 0 ? 1 : 0));
  const int year = CivilFromDay(day).year;
  const std::int64_t start = ChangeIn(year, rule.to_daylight) - rule.standard;
  const std::int64_t end = ChangeIn(year, rule.to_standard) - rule.daylight;
  // South of the equator the summer spans the new year.
  const bool is_daylight =
      start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end;
  return is_daylight ? rule.daylight : rule.standard;
}

}  // namespace

std::optional<std::int32_t> OffsetAt(std::string_view name, std::int64_t seconds) {
  const Zone* zone = FindZone(name);
  if (zone == nullptr) return ParseOffset(name);
  const auto after = std::upper_bound(zone->transitions.begin(), zone->transitions.end(), seconds);
  if (after == zone->transitions.end()) return OffsetByRule(zone->rule, seconds);
  return zone->offsets[static_cast<std::size_t>(after - zone->transitions.begin())];
}

}  // namespace referee::cel
