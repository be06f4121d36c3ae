// Parts of timestamps and durations: getFullYear(), getHours("Europe/Zurich") ...

#include <cstdint>
#include <optional>

#include "src/cel/error.h"
#include "src/cel/function_table.h"
#include "src/cel/time_zone.h"

namespace referee::cel {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

// A moment on the local clock.
struct Local {
  CivilDay civil;
  Day day = 0;
  std::int64_t second_of_day = 0;
  std::int32_t nanoseconds = 0;
};

std::optional<Local> ToLocal(Arguments arguments) {
  const Instant instant = arguments[0]->timestamp_value();
  std::int64_t seconds = instant.seconds;
  if (arguments.size() == 2) {
    const auto offset = OffsetAt(arguments[1]->string_value(), seconds);
    if (!offset.has_value()) return std::nullopt;
    seconds += *offset;
  }
  Local local;
  std::int64_t day = seconds / kSecondsPerDay;
  local.second_of_day = seconds % kSecondsPerDay;
  if (local.second_of_day < 0) {
    local.second_of_day += kSecondsPerDay;
    --day;
  }
  local.day = static_cast<Day>(day);
  local.civil = CivilFromDay(local.day);
  local.nanoseconds = instant.nanoseconds;
  return local;
}

template <std::int64_t (*Part)(const Local&)>
Value PartOf(Arguments arguments) {
  const std::optional<Local> local = ToLocal(arguments);
  if (!local.has_value()) return ErrorOf(kInvalidArgument, "the time zone is not known");
  return Value::Int(Part(*local));
}

std::int64_t FullYear(const Local& local) { return local.civil.year; }
std::int64_t Month(const Local& local) { return local.civil.month - 1; }
std::int64_t Date(const Local& local) { return local.civil.day; }
std::int64_t DayOfMonth(const Local& local) { return local.civil.day - 1; }
std::int64_t WeekDay(const Local& local) { return DayOfWeek(local.day) % 7; }
std::int64_t DayOfYear(const Local& local) {
  return local.day - DayFromCivil({local.civil.year, 1, 1});
}
std::int64_t Hours(const Local& local) { return local.second_of_day / 3600; }
std::int64_t Minutes(const Local& local) { return local.second_of_day / 60 % 60; }
std::int64_t Seconds(const Local& local) { return local.second_of_day % 60; }
std::int64_t Milliseconds(const Local& local) { return local.nanoseconds / 1000000; }

Value DurationHours(Arguments arguments) {
  return Value::Int(arguments[0]->duration_seconds() / 3600);
}
Value DurationMinutes(Arguments arguments) {
  return Value::Int(arguments[0]->duration_seconds() / 60);
}
Value DurationSeconds(Arguments arguments) { return Value::Int(arguments[0]->duration_seconds()); }
// The part below a second, where the others convert the whole.
Value DurationMilliseconds(Arguments arguments) {
  return Value::Int(arguments[0]->duration_nanos() / 1000000);
}

constexpr std::string_view kUtc = "timestamp.() -> int";
constexpr std::string_view kZoned = "timestamp.(string) -> int";
constexpr std::string_view kOfDuration = "duration.() -> int";

constexpr FunctionRow kRows[] = {
    {"getFullYear", kUtc, PartOf<FullYear>},
    {"getFullYear", kZoned, PartOf<FullYear>},
    {"getMonth", kUtc, PartOf<Month>},
    {"getMonth", kZoned, PartOf<Month>},
    {"getDate", kUtc, PartOf<Date>},
    {"getDate", kZoned, PartOf<Date>},
    {"getDayOfMonth", kUtc, PartOf<DayOfMonth>},
    {"getDayOfMonth", kZoned, PartOf<DayOfMonth>},
    {"getDayOfWeek", kUtc, PartOf<WeekDay>},
    {"getDayOfWeek", kZoned, PartOf<WeekDay>},
    {"getDayOfYear", kUtc, PartOf<DayOfYear>},
    {"getDayOfYear", kZoned, PartOf<DayOfYear>},
    {"getHours", kUtc, PartOf<Hours>},
    {"getHours", kZoned, PartOf<Hours>},
    {"getMinutes", kUtc, PartOf<Minutes>},
    {"getMinutes", kZoned, PartOf<Minutes>},
    {"getSeconds", kUtc, PartOf<Seconds>},
    {"getSeconds", kZoned, PartOf<Seconds>},
    {"getMilliseconds", kUtc, PartOf<Milliseconds>},
    {"getMilliseconds", kZoned, PartOf<Milliseconds>},
    {"getHours", kOfDuration, DurationHours},
    {"getMinutes", kOfDuration, DurationMinutes},
    {"getSeconds", kOfDuration, DurationSeconds},
    {"getMilliseconds", kOfDuration, DurationMilliseconds},
};

}  // namespace

std::span<const FunctionRow> TimeRows() { return kRows; }

}  // namespace referee::cel
