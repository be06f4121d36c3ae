#include "src/routing/business_hours.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

TEST_SUITE_BEGIN("routing/business_hours");

namespace referee::testing {
namespace {

Time At(std::string_view text) {
  const auto instant = ParseInstant(text);
  REQUIRE(instant.ok());
  return {*instant, std::string(text)};
}

User Working(const char* zone, std::vector<std::int32_t> days, const char* from, const char* to) {
  User user;
  user.id = "u-1";
  if (zone != nullptr) user.time_zone = std::string(zone);
  OpeningHours hours;
  hours.days = std::move(days);
  hours.from = std::string(from);
  hours.to = std::string(to);
  user.hours = std::vector<OpeningHours>{hours};
  return user;
}

void Away(User* user, std::string_view from, std::string_view to) {
  OutOfOffice away;
  if (!from.empty()) away.from = At(from);
  if (!to.empty()) away.to = At(to);
  user->ooo.mutable_value().push_back(away);
}

std::string Due(const User* user, std::string_view from, std::int32_t hours) {
  return FormatInstant(AfterWorkingHours(user, At(from).instant, hours));
}

const std::vector<std::int32_t> kWeek = {1, 2, 3, 4, 5};

TEST_CASE("opening hours are local times of the user's own zone [RSO-04][REC-61]") {
  struct Row {
    const char* zone;
    const char* from;
    std::int32_t hours;
    const char* due;
  };
  const Row rows[] = {
      // 2026-06-01 is a Monday.  Berlin is two hours ahead in summer, one in winter.
      {"Europe/Berlin", "2026-06-01T07:00:00Z", 4, "2026-06-01T11:00:00Z"},
      {"Europe/Berlin", "2026-06-01T06:00:00Z", 4, "2026-06-01T11:00:00Z"},
      {"Europe/Berlin", "2026-06-01T13:00:00Z", 4, "2026-06-02T08:30:00Z"},
      {"Europe/Berlin", "2026-12-01T07:00:00Z", 4, "2026-12-01T12:00:00Z"},
      {"America/New_York", "2026-06-01T10:00:00Z", 4, "2026-06-01T17:00:00Z"},
      {"Asia/Kolkata", "2026-06-01T00:00:00Z", 1, "2026-06-01T04:30:00Z"},
      {"+02:00", "2026-12-01T06:00:00Z", 1, "2026-12-01T08:00:00Z"},
      {"UTC", "2026-06-01T08:00:00Z", 1, "2026-06-01T10:00:00Z"},
      {nullptr, "2026-06-01T08:00:00Z", 1, "2026-06-01T10:00:00Z"},
      {"Mars/Olympus", "2026-06-01T08:00:00Z", 1, "2026-06-01T10:00:00Z"},
      // Friday afternoon goes on on Monday.
      {"Europe/Berlin", "2026-06-05T15:00:00Z", 1, "2026-06-08T07:30:00Z"},
      // To the second: the last second of the day, and the first after it.
      {"Europe/Berlin", "2026-06-01T14:30:00Z", 1, "2026-06-01T15:30:00Z"},
      {"Europe/Berlin", "2026-06-01T14:30:01Z", 1, "2026-06-02T07:00:01Z"},
      {"Europe/Berlin", "2026-06-01T10:00:00Z", 0, "2026-06-01T10:00:00Z"},
      {"Europe/Berlin", "2026-06-06T10:00:00Z", 0, "2026-06-08T07:00:00Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(row.from);
    const User user = Working(row.zone, kWeek, "09:00", "17:30");
    CHECK(Due(&user, row.from, row.hours) == row.due);
  }
}

TEST_CASE("the change of the clock moves opening hours with it") {
  // Berlin: 2026-03-29 at 02:00 the clock goes to 03:00; 2026-10-25 at 03:00 back to 02:00.
  const User sunday = Working("Europe/Berlin", {7}, "01:00", "04:00");
  CHECK(Due(&sunday, "2026-03-28T12:00:00Z", 2) == "2026-03-29T02:00:00Z");
  CHECK(Due(&sunday, "2026-10-24T12:00:00Z", 4) == "2026-10-25T03:00:00Z");
  // 02:30 does not exist on that Sunday: the first instant after it counts.
  const User skipped = Working("Europe/Berlin", {7}, "02:30", "05:00");
  CHECK(Due(&skipped, "2026-03-28T12:00:00Z", 0) == "2026-03-29T01:30:00Z");
  // 02:30 comes twice in October: the first one counts.
  CHECK(Due(&skipped, "2026-10-24T12:00:00Z", 0) == "2026-10-25T00:30:00Z");
}

TEST_CASE("hours may run over midnight and to its end") {
  const User night = Working("UTC", {1}, "22:00", "06:00");
  CHECK(Due(&night, "2026-06-01T12:00:00Z", 3) == "2026-06-02T01:00:00Z");
  CHECK(Due(&night, "2026-06-02T03:00:00Z", 2) == "2026-06-02T05:00:00Z");
  CHECK(Due(&night, "2026-06-02T05:00:00Z", 2) == "2026-06-08T23:00:00Z");
  const User late = Working("UTC", {1}, "20:00", "24:00");
  CHECK(Due(&late, "2026-06-01T12:00:00Z", 4) == "2026-06-02T00:00:00Z");
}

TEST_CASE("time out of office does not count to the second") {
  User user = Working("UTC", kWeek, "09:00", "17:00");
  Away(&user, "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z");
  CHECK(Due(&user, "2026-06-01T09:00:00Z", 1) == "2026-06-01T10:00:00Z");
  CHECK(Due(&user, "2026-06-01T09:00:01Z", 1) == "2026-06-01T12:00:01Z");
  CHECK(Due(&user, "2026-06-01T11:00:00Z", 2) == "2026-06-01T14:00:00Z");
  Away(&user, "2026-06-01T13:00:00Z", "");
  CHECK(Due(&user, "2026-06-01T11:00:00Z", 1) == "2026-06-01T13:00:00Z");
  // Gone for good: nobody can say, so the hours are counted plainly.
  CHECK(Due(&user, "2026-06-01T13:00:00Z", 5) == "2026-06-01T18:00:00Z");
}

TEST_CASE("without opening hours every hour counts but those out of office") {
  User user;
  CHECK(Due(nullptr, "2026-06-06T10:00:00Z", 5) == "2026-06-06T15:00:00Z");
  CHECK(Due(&user, "2026-06-06T10:00:00Z", 5) == "2026-06-06T15:00:00Z");
  Away(&user, "2026-06-06T12:00:00Z", "2026-06-07T12:00:00Z");
  CHECK(Due(&user, "2026-06-06T10:00:00Z", 5) == "2026-06-07T15:00:00Z");
}

TEST_CASE("hours that overlap count once and hours that are no hours not at all") {
  User user = Working("UTC", {1}, "09:00", "12:00");
  OpeningHours more = user.hours->front();
  more.from = std::string("11:00");
  more.to = std::string("13:00");
  user.hours.mutable_value().push_back(more);
  CHECK(Due(&user, "2026-06-01T09:00:00Z", 4) == "2026-06-01T13:00:00Z");
  for (const char* broken : {"9:00", "25:00", "09-00", "24:01", "09:60", ""}) {
    CAPTURE(broken);
    const User nobody = Working("UTC", kWeek, broken, "17:00");
    CHECK(Due(&nobody, "2026-06-01T09:00:00Z", 1) == "2026-06-01T10:00:00Z");
  }
}

TEST_CASE("a time zone is known or absent or said to be unknown") {
  CHECK(KnowsTimeZone(Working("Europe/Berlin", kWeek, "09:00", "17:00")));
  CHECK(KnowsTimeZone(Working(nullptr, kWeek, "09:00", "17:00")));
  CHECK_FALSE(KnowsTimeZone(Working("Mars/Olympus", kWeek, "09:00", "17:00")));
}

TEST_CASE("out of office includes its first instant and excludes its last") {
  User user;
  Away(&user, "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z");
  CHECK_FALSE(IsOutOfOffice(user, At("2026-06-01T09:59:59Z").instant));
  CHECK(IsOutOfOffice(user, At("2026-06-01T10:00:00Z").instant));
  CHECK(IsOutOfOffice(user, At("2026-06-01T11:59:59Z").instant));
  CHECK_FALSE(IsOutOfOffice(user, At("2026-06-01T12:00:00Z").instant));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
