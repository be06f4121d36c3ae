#include "src/cel/time_zone.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/instant.h"

TEST_SUITE_BEGIN("cel/time_zone");

namespace referee::cel {
namespace {

std::int32_t OffsetIn(std::string_view zone, std::string_view instant) {
  return OffsetAt(zone, ParseInstant(instant)->seconds).value_or(-1);
}

TEST_CASE("the clock changes at the very second") {
  CHECK(OffsetIn("Europe/Zurich", "2026-03-29T00:59:59Z") == 3600);
  CHECK(OffsetIn("Europe/Zurich", "2026-03-29T01:00:00Z") == 7200);
  CHECK(OffsetIn("Europe/Zurich", "2026-10-25T00:59:59Z") == 7200);
  CHECK(OffsetIn("Europe/Zurich", "2026-10-25T01:00:00Z") == 3600);
  CHECK(OffsetIn("America/New_York", "2126-03-10T06:59:59Z") == -18000);
  CHECK(OffsetIn("America/New_York", "2126-03-10T07:00:00Z") == -14400);
  CHECK(OffsetIn("Australia/Sydney", "2099-01-01T00:00:00Z") == 39600);
  CHECK(OffsetIn("Australia/Sydney", "2099-07-01T00:00:00Z") == 36000);
}

TEST_CASE("history is known, back to local mean time") {
  CHECK(OffsetIn("Europe/Zurich", "1850-01-01T00:00:00Z") == 2048);
  CHECK(OffsetIn("Pacific/Apia", "2011-12-29T12:00:00Z") == -36000);
  CHECK(OffsetIn("Pacific/Apia", "2011-12-31T12:00:00Z") == 50400);
  CHECK(OffsetIn("Asia/Kolkata", "2026-01-01T00:00:00Z") == 19800);
}

TEST_CASE("offsets are zones, and links are names") {
  CHECK(OffsetIn("UTC", "2026-01-01T00:00:00Z") == 0);
  CHECK(OffsetIn("+05:30", "2026-01-01T00:00:00Z") == 19800);
  CHECK(OffsetIn("-05:30", "2026-01-01T00:00:00Z") == -19800);
  CHECK(OffsetIn("02:00", "2026-01-01T00:00:00Z") == 7200);
  CHECK(OffsetIn("US/Pacific", "2026-01-01T00:00:00Z") ==
        OffsetIn("America/Los_Angeles", "2026-01-01T00:00:00Z"));
  for (const std::string zone :
       {"", "Nowhere", "europe/zurich", "+5:30", "+24:00", "+05:60", "+0530", "+aa:bb"}) {
    CAPTURE(zone);
    CHECK_FALSE(OffsetAt(zone, 0).has_value());
  }
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
