// Our own extension, version 1: what conditions over referrals need and the language lacks.

#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>

#include "src/base/text.h"
#include "src/cel/arithmetic.h"
#include "src/cel/error.h"
#include "src/cel/function_table.h"

namespace referee::cel {
namespace {

constexpr Wide kNanosecondsPerDay = Wide{86400} * 1000000000;
constexpr double kEarthRadiusKilometres = 6371.0088;  // IUGG mean radius.

Value Days(Arguments arguments) {
  return DurationOfNanoseconds(Wide{arguments[0]->int_value()} * kNanosecondsPerDay);
}

Value DateOf(Arguments arguments) {
  const auto day = ParseDay(arguments[0]->string_value());
  if (!day.ok()) return ErrorOf(kConversion, "the text is no date such as 2026-06-01");
  return Value::Timestamp(StartOf(*day));
}

// Mondays to Fridays before `day`, counted from a Monday long ago.
std::int64_t WorkingDaysBefore(Day day) {
  constexpr std::int64_t kMonday = -719162;  // 0001-01-01.
  const std::int64_t since = day - kMonday;
  return since / 7 * 5 + std::min<std::int64_t>(since % 7, 5);
}

// Mondays to Fridays from the day of the first to before the day of the second, in UTC; negative
// when the second is the earlier one.
Value BusinessDays(Arguments arguments) {
  return Value::Int(WorkingDaysBefore(DayOf(arguments[1]->timestamp_value())) -
                    WorkingDaysBefore(DayOf(arguments[0]->timestamp_value())));
}

// The host of an e-mail address or of a URL, in lower case and without "www."; "" when the text
// has none.
Value DomainOf(Arguments arguments) {
  std::string_view text = TrimAscii(arguments[0]->string_value());
  if (const auto scheme = text.find("://"); scheme != std::string_view::npos) {
    text.remove_prefix(scheme + 3);
  }
  text = text.substr(0, text.find_first_of("/?#"));
  if (const auto at = text.rfind('@'); at != std::string_view::npos) text.remove_prefix(at + 1);
  text = text.substr(0, text.find(':'));
  while (text.ends_with('.')) text.remove_suffix(1);
  std::string host = LowerAscii(text);
  if (host.starts_with("www.")) host.erase(0, 4);
  const bool is_host = host.find('.') != std::string::npos &&
                       host.find_first_of(" \t\r\n\"'<>()") == std::string::npos;
  return Value::String(is_host ? std::move(host) : std::string());
}

double Radians(const Value& degrees) { return degrees.double_value() * std::numbers::pi / 180.0; }

// Along a great circle, in kilometres (haversine).
Value Distance(Arguments arguments) {
  const bool is_place = std::fabs(arguments[0]->double_value()) <= 90 &&
                        std::fabs(arguments[2]->double_value()) <= 90 &&
                        std::fabs(arguments[1]->double_value()) <= 180 &&
                        std::fabs(arguments[3]->double_value()) <= 180;
  if (!is_place) return ErrorOf(kInvalidArgument, "a coordinate is out of range");
  const double latitude_1 = Radians(*arguments[0]);
  const double latitude_2 = Radians(*arguments[2]);
  const double half_latitude = std::sin((latitude_2 - latitude_1) / 2);
  const double half_longitude = std::sin((Radians(*arguments[3]) - Radians(*arguments[1])) / 2);
  const double a = half_latitude * half_latitude +
                   std::cos(latitude_1) * std::cos(latitude_2) * half_longitude * half_longitude;
  return Value::Double(2 * kEarthRadiusKilometres * std::asin(std::sqrt(std::min(1.0, a))));
}

constexpr FunctionRow kRows[] = {
    {"days", "(int) -> duration", Days},
    {"date", "(string) -> timestamp", DateOf},
    {"business_days", "(timestamp, timestamp) -> int", BusinessDays},
    {"domain_of", "(string) -> string", DomainOf, Cost::kText},
    {"distance", "(double, double, double, double) -> double", Distance},
};

}  // namespace

std::span<const FunctionRow> RefereeRows() { return kRows; }

}  // namespace referee::cel
