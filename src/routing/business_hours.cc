#include "src/routing/business_hours.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "src/base/text.h"

namespace referee {
namespace {

constexpr int kDaysAhead = 731;

// "09:30" as seconds of the day.
std::optional<std::int64_t> SecondsOfDay(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0u, 1u, 3u, 4u}) {
    if (!IsAsciiDigit(text[i])) return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (hour > 24 || minute > 59) return std::nullopt;
  return hour * 3600 + minute * 60;
}

using Interval = std::pair<Instant, Instant>;

// The working intervals of one day, ascending.
std::vector<Interval> OpenOn(const User& user, Day day) {
  std::vector<Interval> open;
  const int weekday = DayOfWeek(day);
  for (const OpeningHours& hours : user.hours.get()) {
    const auto from = SecondsOfDay(hours.from.get());
    const auto to = SecondsOfDay(hours.to.get());
    const bool works = std::find(hours.days.begin(), hours.days.end(), weekday) != hours.days.end();
    if (works && from.has_value() && to.has_value() && *from < *to) {
      open.emplace_back(StartOf(day).PlusSeconds(*from), StartOf(day).PlusSeconds(*to));
    }
  }
  std::sort(open.begin(), open.end());
  return open;
}

bool IsAway(const User& user, const Instant& at) {
  const auto& away = user.ooo.get();
  return std::any_of(away.begin(), away.end(), [&](const OutOfOffice& period) {
    return Covers({period.from, period.to}, at);
  });
}

}  // namespace

Instant AfterWorkingHours(const User* user, const Instant& from, std::int32_t hours) {
  const Instant plain = from.PlusHours(hours);
  if (user == nullptr || user->hours.get().empty()) return plain;
  std::int64_t left = std::int64_t{hours} * 3600;
  for (int ahead = 0; ahead < kDaysAhead; ++ahead) {
    for (const auto& [opens, closes] : OpenOn(*user, DayOf(from) + ahead)) {
      const Instant start = std::max(opens, from);
      if (start >= closes || IsAway(*user, start)) continue;
      const std::int64_t available = closes.seconds - start.seconds;
      if (left <= available) return start.PlusSeconds(left);
      left -= available;
    }
  }
  return plain;
}

}  // namespace referee
