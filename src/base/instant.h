// Instants and calendar days without a clock, a locale or a time-zone database.
//
// An Instant is a point on the UTC time line with nanosecond resolution, in the range of
// RFC 3339: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.  A Day counts from
// 1970-01-01 in the proleptic Gregorian calendar.

#ifndef REFEREE_SRC_BASE_INSTANT_H_
#define REFEREE_SRC_BASE_INSTANT_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace referee {

struct Instant {
  std::int64_t seconds = 0;      // Since 1970-01-01T00:00:00Z.
  std::int32_t nanoseconds = 0;  // In [0, 999999999].

  friend auto operator<=>(const Instant&, const Instant&) = default;  // NOLINT: no null here

  // These saturate at the ends of the range, whatever the count.
  Instant PlusSeconds(std::int64_t count) const;
  Instant PlusHours(std::int64_t count) const;
  Instant PlusDays(std::int64_t count) const;
  Instant MinusDays(std::int64_t count) const;
};

inline constexpr Instant kDistantPast = {-62135596800, 0};
inline constexpr Instant kDistantFuture = {253402300799, 999999999};

// a - b in whole seconds, rounded away from zero, so that a difference of an hour and one
// nanosecond is longer than an hour.
std::int64_t SecondsBetween(const Instant& a, const Instant& b);

// |a - b| <= seconds, exactly.  A difference equal to the window is inside it.
bool Within(const Instant& a, const Instant& b, std::int64_t seconds);

using Day = std::int32_t;

struct CivilDay {
  int year;
  int month;  // 1 to 12.
  int day;    // 1 to 31.
};

Day DayOf(const Instant& instant);  // In UTC.
Day DayFromCivil(const CivilDay& civil);
CivilDay CivilFromDay(Day day);
int DayOfWeek(Day day);  // 1 is Monday, 7 is Sunday (ISO 8601).
Instant StartOf(Day day);

// RFC 3339 with an offset, at most nine digits of a fraction; second 60 and impossible dates are
// refused with a message that does not repeat the text.
absl::StatusOr<Instant> ParseInstant(std::string_view text);

// YYYY-MM-DD.
absl::StatusOr<Day> ParseDay(std::string_view text);

// In UTC, with as many digits of a fraction as needed: "2026-06-01T10:00:20Z".
std::string FormatInstant(const Instant& instant);
std::string FormatDay(Day day);

}  // namespace referee

#endif  // REFEREE_SRC_BASE_INSTANT_H_
