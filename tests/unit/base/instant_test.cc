#include "src/base/instant.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <string>

TEST_SUITE_BEGIN("base/instant");

namespace referee {
namespace {

TEST_CASE("a time of RFC 3339 is the instant it names") {
  struct Case {
    std::string text, utc;
  };
  const Case cases[] = {
      {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
      {"2026-06-01T10:00:20+02:00", "2026-06-01T08:00:20Z"},
      {"2026-06-01t10:00:20z", "2026-06-01T10:00:20Z"},
      {"2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"},
      {"2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00Z"},
      {"2024-02-29T12:00:00.5Z", "2024-02-29T12:00:00.5Z"},
      {"2024-02-29T12:00:00.000000001Z", "2024-02-29T12:00:00.000000001Z"},
      {"2024-02-29T12:00:00.120000000Z", "2024-02-29T12:00:00.12Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"},
      {"1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"},
      {"2026-06-01T10:00:20-00:00", "2026-06-01T10:00:20Z"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const auto instant = ParseInstant(test.text);
    REQUIRE(instant.ok());
    CHECK(FormatInstant(*instant) == test.utc);
  }
}

TEST_CASE("a time that RFC 3339 or the calendar does not know is refused") {
  const std::string cases[] = {"",
                               "2026",
                               "2026-06-01",
                               "2026-06-01T10:00:20",   // No offset.
                               "2026-06-01T10:00:60Z",  // A leap second.
                               "2026-06-01T10:60:00Z",
                               "2026-06-01T24:00:00Z",
                               "2026-06-01T10:00:20.1234567890Z",  // Ten digits.
                               "2026-06-01T10:00:20.Z",
                               "2026-06-01T10:00Z",
                               "2026-6-1T10:00:00Z",
                               "2026-02-29T10:00:00Z",  // No leap year.
                               "1900-02-29T10:00:00Z",  // Nor this.
                               "2026-04-31T10:00:00Z",
                               "2026-13-01T10:00:00Z",
                               "2026-00-01T10:00:00Z",
                               "2026-01-00T10:00:00Z",
                               "0000-01-01T00:00:00Z",
                               "2026-06-01 10:00:00Z",
                               "2026-06-01T10:00:00+0200",
                               "2026-06-01T10:00:00+24:00",
                               "2026-06-01T10:00:00+02:60",
                               "2026-06-01T10:00:00+02",
                               "2026-06-01T10:00:00Z ",
                               " 2026-06-01T10:00:00Z",
                               "2026-06-01T10:00:00ZZ",
                               "2026-06-01T1a:00:00Z",
                               "-026-06-01T10:00:00Z",
                               "0001-01-01T00:00:00+00:01",  // Before the year 1 in UTC.
                               "9999-12-31T23:59:59-00:01",
                               std::string("2026-06-01T10:00:00Z\0", 21)};
  for (const std::string& text : cases) {
    CAPTURE(text);
    const auto instant = ParseInstant(text);
    CHECK(!instant.ok());
    // Never the value: it may be personal.
    const bool repeats =
        text.size() > 4 && std::string(instant.status().message()).find(text) != std::string::npos;
    CHECK(!repeats);
  }
}

TEST_CASE("a date is four and two and two digits of a day that exists") {
  CHECK(FormatDay(*ParseDay("2024-02-29")) == "2024-02-29");
  CHECK(*ParseDay("1970-01-02") == 1);
  for (const std::string text :
       {"", "2023-02-29", "2024-2-29", "24-02-29", "2024-02-29 ", "2024-02-29T00:00:00Z",
        "2024/02/29", "2024-00-10", "0000-01-01"}) {
    CAPTURE(text);
    CHECK(!ParseDay(text).ok());
  }
}

TEST_CASE("every day of ten thousand years has one date and the next day of the week") {
  // An independent count: walk the calendar day by day.
  Day day = DayFromCivil({1, 1, 1});
  int weekday = 1;  // 0001-01-01 was a Monday in the proleptic Gregorian calendar.
  int year = 1, month = 1, date = 1;
  const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool all = true;
  while (year < 10000) {
    const CivilDay civil = CivilFromDay(day);
    all = all && civil.year == year && civil.month == month && civil.day == date &&
          DayFromCivil({year, month, date}) == day && DayOfWeek(day) == weekday;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int length = month == 2 && leap ? 29 : lengths[month - 1];
    if (++date > length) {
      date = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
    ++day;
    weekday = weekday % 7 + 1;
  }
  CHECK(all);
}

TEST_CASE("what is written reads back as the same instant") {
  std::mt19937_64 random(11);
  for (int i = 0; i < 5000; ++i) {
    const std::uint64_t range =
        static_cast<std::uint64_t>(kDistantFuture.seconds - kDistantPast.seconds);
    const Instant instant = {kDistantPast.seconds + static_cast<std::int64_t>(random() % range),
                             static_cast<std::int32_t>(i % 3 == 0 ? 0 : random() % 1000000000)};
    const auto read = ParseInstant(FormatInstant(instant));
    REQUIRE(read.ok());
    CHECK(*read == instant);
    CHECK(StartOf(DayOf(instant)) <= instant);
    CHECK(instant < StartOf(DayOf(instant)).PlusDays(1));
  }
}

TEST_CASE("a difference is rounded away from zero so that a nanosecond more is more") {
  const Instant noon = *ParseInstant("2026-06-01T12:00:00Z");
  const Instant later = *ParseInstant("2026-06-01T13:00:00.000000001Z");
  CHECK(SecondsBetween(later, noon) == 3601);
  CHECK(SecondsBetween(noon, later) == -3601);
  CHECK(SecondsBetween(noon.PlusHours(1), noon) == 3600);
  CHECK(Within(noon.PlusHours(24), noon, 86400));
  CHECK(Within(noon, noon.PlusHours(24), 86400));
  CHECK(!Within(later, noon, 3600));
  CHECK(!Within(noon, later, 3600));
  const Instant half = {noon.seconds + 1, 500000000};
  const Instant third = {noon.seconds + 2, 300000000};
  CHECK(SecondsBetween(third, half) == 1);
  CHECK(SecondsBetween(half, third) == -1);
}

TEST_CASE("adding stops at the ends of the range whatever the count") {
  const Instant now = *ParseInstant("2026-06-01T12:00:00Z");
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK(now.PlusSeconds(most) == kDistantFuture);
  CHECK(now.PlusSeconds(least) == kDistantPast);
  CHECK(now.PlusHours(most) == kDistantFuture);
  CHECK(now.PlusHours(least) == kDistantPast);
  CHECK(now.PlusDays(most) == kDistantFuture);
  CHECK(now.PlusDays(least) == kDistantPast);
  CHECK(now.MinusDays(most) == kDistantPast);
  CHECK(now.MinusDays(least) == kDistantFuture);
  CHECK(FormatInstant(now.MinusDays(180)) == "2025-12-03T12:00:00Z");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
