#include "src/base/instant.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"

namespace referee {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
// Beyond the range in any unit, and far inside int64, so that no product or sum overflows.
constexpr std::int64_t kFarthest = 1'000'000'000'000;

bool IsLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int DaysInMonth(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Reads exactly `count` digits at `*position`; -1 when they are not there.
int ReadDigits(std::string_view text, std::size_t* position, std::size_t count) {
  if (text.size() - *position < count) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char c = text[*position + i];
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  *position += count;
  return value;
}

bool ReadChar(std::string_view text, std::size_t* position, char c) {
  if (*position >= text.size() || text[*position] != c) return false;
  ++*position;
  return true;
}

absl::StatusOr<Day> ReadDay(std::string_view text, std::size_t* position) {
  const int year = ReadDigits(text, position, 4);
  if (year < 1 || !ReadChar(text, position, '-')) return Invalid("is not a date YYYY-MM-DD");
  const int month = ReadDigits(text, position, 2);
  if (month < 0 || !ReadChar(text, position, '-')) return Invalid("is not a date YYYY-MM-DD");
  const int day = ReadDigits(text, position, 2);
  if (day < 0) return Invalid("is not a date YYYY-MM-DD");
  if (month < 1 || month > 12 || day < 1 || day > DaysInMonth(year, month)) {
    return Invalid("is a date that does not exist");
  }
  return DayFromCivil({year, month, day});
}

absl::StatusOr<std::int32_t> ReadFraction(std::string_view text, std::size_t* position) {
  std::int32_t nanoseconds = 0;
  int digits = 0;
  while (*position < text.size() && text[*position] >= '0' && text[*position] <= '9') {
    if (++digits > 9) return Invalid("has more than nine digits of a second");
    nanoseconds = nanoseconds * 10 + (text[*position] - '0');
    ++*position;
  }
  if (digits == 0) return Invalid("has a point without digits of a second");
  for (; digits < 9; ++digits) nanoseconds *= 10;
  return nanoseconds;
}

// Seconds east of UTC.
absl::StatusOr<std::int64_t> ReadOffset(std::string_view text, std::size_t* position) {
  if (*position >= text.size()) return Invalid("is a time without an offset such as Z or +01:00");
  const char sign = text[*position];
  ++*position;
  if (sign == 'Z' || sign == 'z') return 0;
  if (sign != '+' && sign != '-') return Invalid("is not a time of RFC 3339");
  const int hours = ReadDigits(text, position, 2);
  if (hours < 0 || !ReadChar(text, position, ':'))
    return Invalid("has an offset that is not hh:mm");
  const int minutes = ReadDigits(text, position, 2);
  if (minutes < 0 || hours > 23 || minutes > 59) return Invalid("has an offset that is not hh:mm");
  const std::int64_t offset = hours * 3600 + minutes * 60;
  return sign == '-' ? -offset : offset;
}

void AppendDigits(std::string& out, int value, int width) {
  std::array<char, 12> digits;
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
  if (const auto wanted = static_cast<std::size_t>(width); written.size() < wanted) {
    out.append(wanted - written.size(), '0');
  }
  out += written;
}

void AppendDay(std::string& out, Day day) {
  const CivilDay civil = CivilFromDay(day);
  AppendDigits(out, civil.year, 4);
  out += '-';
  AppendDigits(out, civil.month, 2);
  out += '-';
  AppendDigits(out, civil.day, 2);
}

}  // namespace

Instant Instant::PlusSeconds(std::int64_t count) const {
  const std::int64_t sum = seconds + std::clamp(count, -kFarthest, kFarthest);
  if (sum < kDistantPast.seconds) return kDistantPast;
  if (sum > kDistantFuture.seconds) return kDistantFuture;
  return {sum, nanoseconds};
}

Instant Instant::PlusHours(std::int64_t count) const {
  return PlusSeconds(std::clamp(count, -kFarthest, kFarthest) * 3600);
}

Instant Instant::PlusDays(std::int64_t count) const {
  return PlusSeconds(std::clamp(count, -kFarthest, kFarthest) * kSecondsPerDay);
}

Instant Instant::MinusDays(std::int64_t count) const {
  return PlusDays(-std::clamp(count, -kFarthest, kFarthest));
}

std::int64_t SecondsBetween(const Instant& a, const Instant& b) {
  const std::int64_t seconds = a.seconds - b.seconds;
  const std::int32_t rest = a.nanoseconds - b.nanoseconds;
  if (rest == 0) return seconds;
  if (a > b) return rest > 0 ? seconds + 1 : seconds;
  return rest < 0 ? seconds - 1 : seconds;
}

bool Within(const Instant& a, const Instant& b, std::int64_t seconds) {
  const std::int64_t between = SecondsBetween(a, b);
  return between <= seconds && -between <= seconds;
}

Day DayOf(const Instant& instant) {
  std::int64_t day = instant.seconds / kSecondsPerDay;
  if (instant.seconds % kSecondsPerDay < 0) --day;
  return static_cast<Day>(day);
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years start in March, so that
// the leap day is the last of its year, and 400 years are one era of 146,097 days.
Day DayFromCivil(const CivilDay& civil) {
  const int year = civil.month <= 2 ? civil.year - 1 : civil.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month = civil.month > 2 ? civil.month - 3 : civil.month + 9;
  const int day_of_year = (153 * month + 2) / 5 + civil.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDay CivilFromDay(Day day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month = (5 * day_of_year + 2) / 153;
  CivilDay civil;
  civil.day = day_of_year - (153 * month + 2) / 5 + 1;
  civil.month = month < 10 ? month + 3 : month - 9;
  civil.year = year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0);
  return civil;
}

int DayOfWeek(Day day) {
  const int from_monday = (day + 3) % 7;  // 1970-01-01 was a Thursday.
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

Instant StartOf(Day day) { return {static_cast<std::int64_t>(day) * kSecondsPerDay, 0}; }

absl::StatusOr<Instant> ParseInstant(std::string_view text) {
  std::size_t position = 0;
  REFEREE_ASSIGN_OR_RETURN(const Day day, ReadDay(text, &position));
  if (position >= text.size()) return Invalid("is a date without a time");
  if (text[position] != 'T' && text[position] != 't') return Invalid("is not a time of RFC 3339");
  ++position;
  const int hour = ReadDigits(text, &position, 2);
  if (hour < 0 || !ReadChar(text, &position, ':')) return Invalid("is not a time of RFC 3339");
  const int minute = ReadDigits(text, &position, 2);
  if (minute < 0 || !ReadChar(text, &position, ':')) return Invalid("is not a time of RFC 3339");
  const int second = ReadDigits(text, &position, 2);
  if (second < 0) return Invalid("is not a time of RFC 3339");
  if (hour > 23 || minute > 59 || second > 59) return Invalid("is a time that does not exist");
  std::int32_t nanoseconds = 0;
  if (ReadChar(text, &position, '.')) {
    REFEREE_ASSIGN_OR_RETURN(nanoseconds, ReadFraction(text, &position));
  }
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t offset, ReadOffset(text, &position));
  if (position != text.size()) return Invalid("has text after the time");
  const std::int64_t minutes = std::int64_t{hour} * 60 + minute;
  const Instant instant = {day * kSecondsPerDay + minutes * 60 + second - offset, nanoseconds};
  if (instant < kDistantPast || instant > kDistantFuture) {
    return Invalid("is a time outside of the years 1 to 9999");
  }
  return instant;
}

absl::StatusOr<Day> ParseDay(std::string_view text) {
  std::size_t position = 0;
  REFEREE_ASSIGN_OR_RETURN(const Day day, ReadDay(text, &position));
  if (position != text.size()) return Invalid("has text after the date");
  return day;
}

std::string FormatInstant(const Instant& instant) {
  const Day day = DayOf(instant);
  const auto second = static_cast<int>(instant.seconds - StartOf(day).seconds);
  constexpr std::size_t kLongest = 30;
  std::string out;
  out.reserve(kLongest);
  AppendDay(out, day);
  out += 'T';
  AppendDigits(out, second / 3600, 2);
  out += ':';
  AppendDigits(out, second / 60 % 60, 2);
  out += ':';
  AppendDigits(out, second % 60, 2);
  if (instant.nanoseconds != 0) {
    out += '.';
    AppendDigits(out, instant.nanoseconds, 9);
    while (out.back() == '0') out.pop_back();
  }
  out += 'Z';
  return out;
}

std::string FormatDay(Day day) {
  std::string out;
  AppendDay(out, day);
  return out;
}

}  // namespace referee
