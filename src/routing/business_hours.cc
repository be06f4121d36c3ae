#include "src/routing/business_hours.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "src/base/text.h"
#include "src/cel/time_zone.h"

namespace referee {
namespace {

constexpr int kDaysAhead = 731;
constexpr std::int64_t kSecondsPerDay = 86400;

// "09:30" as seconds of the day; "24:00" is its end.
std::optional<std::int64_t> SecondsOfDay(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0u, 1u, 3u, 4u}) {
    if (!IsAsciiDigit(text[i])) return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  const int seconds = hour * 3600 + minute * 60;
  if (minute > 59 || seconds > kSecondsPerDay) return std::nullopt;
  return seconds;
}

std::int64_t OffsetAt(const User& user, std::int64_t seconds) {
  if (!user.time_zone.has()) return 0;
  return cel::OffsetAt(*user.time_zone, seconds).value_or(0);
}

// The instant at which the clock of the user shows this local time (seconds since 1970 as the
// clock counts them).  The offsets of the day before and of the day after are the only ones that
// can hold.
Instant FromLocal(const User& user, std::int64_t local) {
  const std::int64_t before = OffsetAt(user, local - kSecondsPerDay);
  const std::int64_t after = OffsetAt(user, local + kSecondsPerDay);
  for (const std::int64_t offset : {std::max(before, after), std::min(before, after)}) {
    if (OffsetAt(user, local - offset) == offset) return {local - offset, 0};
  }
  return {local - before, 0};  // Skipped: the clock went on from here.
}

struct Interval {
  Instant from, to;
  friend auto operator<=>(const Interval&, const Interval&) = default;
};

// The opening hours that begin on this local day, ascending.
std::vector<Interval> OpenOn(const User& user, Day day) {
  std::vector<Interval> open;
  const int weekday = DayOfWeek(day);
  const std::int64_t midnight = std::int64_t{day} * kSecondsPerDay;
  for (const OpeningHours& hours : user.hours.get()) {
    const auto from = SecondsOfDay(hours.from.get());
    const auto to = SecondsOfDay(hours.to.get());
    const bool works = std::find(hours.days.begin(), hours.days.end(), weekday) != hours.days.end();
    if (!works || !from.has_value() || !to.has_value() || *from == *to) continue;
    const std::int64_t overnight = *to < *from ? kSecondsPerDay : 0;
    open.push_back(
        {FromLocal(user, midnight + *from), FromLocal(user, midnight + *to + overnight)});
  }
  if (user.hours->empty()) open.push_back({StartOf(day), StartOf(day + 1)});
  std::sort(open.begin(), open.end());
  return open;
}

// What is left of an interval after the times out of office, ascending.
std::vector<Interval> WithoutAbsence(const User& user, const Interval& open) {
  std::vector<Interval> left = {open};
  for (const OutOfOffice& away : user.ooo.get()) {
    const Instant from = away.from.has() ? away.from->instant : kDistantPast;
    const Instant to = away.to.has() ? away.to->instant : kDistantFuture;
    std::vector<Interval> rest;
    for (const Interval& part : left) {
      if (part.from < std::min(part.to, from)) rest.push_back({part.from, std::min(part.to, from)});
      if (std::max(part.from, to) < part.to) rest.push_back({std::max(part.from, to), part.to});
    }
    left = std::move(rest);
  }
  return left;
}

}  // namespace

bool IsOutOfOffice(const User& user, const Instant& at) {
  const auto& away = user.ooo.get();
  return std::any_of(away.begin(), away.end(), [&](const OutOfOffice& period) {
    return Covers({period.from, period.to}, at);
  });
}

bool KnowsTimeZone(const User& user) {
  return !user.time_zone.has() || cel::OffsetAt(*user.time_zone, 0).has_value();
}

Instant AfterWorkingHours(const User* user, const Instant& from, std::int32_t hours) {
  const Instant plain = from.PlusHours(hours);
  if (user == nullptr || (user->hours->empty() && user->ooo->empty())) return plain;
  std::int64_t needed = std::int64_t{hours} * 3600;
  Instant counted = from;  // Overlapping hours of one day count once.
  // A day before: opening hours may have begun yesterday, and the local day may differ from UTC's.
  for (int ahead = -2; ahead < kDaysAhead; ++ahead) {
    for (const Interval& open : OpenOn(*user, DayOf(from) + ahead)) {
      for (const Interval& part : WithoutAbsence(*user, open)) {
        const Instant start = std::max(part.from, counted);
        if (start >= part.to) continue;
        const std::int64_t available = part.to.seconds - start.seconds;
        if (needed <= available) return start.PlusSeconds(needed);
        needed -= available;
        counted = part.to;
      }
    }
  }
  return plain;
}

}  // namespace referee
