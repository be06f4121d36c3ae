#include "src/intake/mapping/cell.h"

#include <algorithm>
#include <charconv>

#include "src/base/error_location.h"
#include "src/base/instant.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"

namespace referee::mapping {
namespace {

std::string Quoted(std::string_view text) {
  std::string out;
  json::AppendString(text, out);
  return out;
}

absl::StatusOr<std::string> BoolJson(std::string_view text) {
  const std::string word = LowerAscii(text);
  if (word == "true" || word == "1" || word == "yes") return std::string("true");
  if (word == "false" || word == "0" || word == "no") return std::string("false");
  return Invalid("must be true or false, found another text");
}

// Vendors write "2026-04-02T09:00:00.000+0000", "2026-04-02 09:00:00", "2026-04-02T09:00Z" and
// plain dates.  A time without an offset is UTC, a date its first instant.
absl::StatusOr<std::string> TimeJson(std::string_view text) {
  std::string time(text);
  if (time.size() == 10) {
    REFEREE_RETURN_IF_ERROR(ParseDay(time).status());
    return Quoted(time + "T00:00:00Z");
  }
  if (time.size() > 10 && time[10] == ' ') time[10] = 'T';
  const std::size_t sign = time.find_first_of("+-", 11);
  if (sign != std::string::npos && time.size() == sign + 5) time.insert(sign + 3, ":");
  const bool has_offset = sign != std::string::npos || time.ends_with("Z");
  if (!has_offset) time += 'Z';
  const std::size_t zone = time.find_first_of("Z+-", 11);
  if (zone == 16) time.insert(16, ":00");
  REFEREE_RETURN_IF_ERROR(ParseInstant(time).status());
  return Quoted(time);
}

absl::StatusOr<std::int64_t> Integer(std::string_view text) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) {
    return Invalid("must be an integer, found another text");
  }
  return value;
}

// HubSpot writes milliseconds, PartnerStack either; twelve digits tell them apart until 5138.
absl::StatusOr<Instant> Epoch(std::string_view text) {
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t value, Integer(text));
  Instant instant;
  if (text.size() >= 12) {
    instant.seconds = value / 1000;
    instant.nanoseconds = static_cast<std::int32_t>(value % 1000) * 1'000'000;
  } else {
    instant.seconds = value;
  }
  if (value < 0 || instant > kDistantFuture) return Invalid("is a time outside of the range");
  return instant;
}

absl::StatusOr<std::string> EpochJson(std::string_view text) {
  if (text.find('-') != std::string_view::npos) return TimeJson(text);
  REFEREE_ASSIGN_OR_RETURN(const Instant instant, Epoch(text));
  return Quoted(FormatInstant(instant));
}

// A date, the date of a time, or the UTC date of an epoch.
absl::StatusOr<std::string> DayJson(std::string_view text) {
  if (text.size() > 10 && std::all_of(text.begin(), text.end(), IsAsciiDigit)) {
    REFEREE_ASSIGN_OR_RETURN(const Instant instant, Epoch(text));
    return Quoted(FormatDay(DayOf(instant)));
  }
  const std::string_view day = text.substr(0, 10);
  REFEREE_RETURN_IF_ERROR(ParseDay(day).status());
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') {
    return Invalid("has text after the date");
  }
  return Quoted(day);
}

// Digits after the decimal point of a currency (ISO 4217, list one of 2026); two where it is not
// listed.
int MinorDigits(std::string_view currency) {
  for (const std::string_view none : {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                      "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"}) {
    if (currency == none) return 0;
  }
  for (const std::string_view three : {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}) {
    if (currency == three) return 3;
  }
  return currency == "CLF" || currency == "UYW" ? 4 : 2;
}

std::string MoneyJson(std::int64_t minor, std::string_view currency) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("minor").Integer(minor).Key("currency");
  if (currency.empty()) {
    writer.Null();
  } else {
    writer.String(currency);
  }
  writer.EndObject();
  return out;
}

absl::StatusOr<std::string> MajorMoneyJson(std::string_view text, std::string_view currency) {
  const auto wanted = static_cast<std::size_t>(MinorDigits(currency));
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  std::string fraction(point == std::string_view::npos ? std::string_view()
                                                       : text.substr(point + 1));
  constexpr std::string_view kExpected = "must be an amount such as 1250.00, found another text";
  // At least one digit: "." and "-" are no amounts.
  const std::string all = digits + fraction;
  if (std::none_of(all.begin(), all.end(), IsAsciiDigit)) return Invalid(kExpected);
  while (fraction.size() > wanted && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() > wanted) {
    return Invalid("has more decimal places than its currency");
  }
  fraction.append(wanted - fraction.size(), '0');
  auto minor = Integer(digits + fraction);
  if (!minor.ok()) return Invalid(kExpected);
  return MoneyJson(*minor, currency);
}

std::string ListJson(std::string_view text) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginArray();
  for (const std::string_view part : Split(text, ';')) {
    if (!TrimAscii(part).empty()) writer.String(TrimAscii(part));
  }
  writer.EndArray();
  return out;
}

// A word of the vendor's list; one that the list lacks goes through as it is, so that a custom
// word that already is canonical works and any other is refused where the record is checked.
std::string CodeJson(std::span<const Code> codes, std::string_view text) {
  for (const Code& code : codes) {
    if (code.vendor != text) continue;
    const bool is_bool = code.canonical == "true" || code.canonical == "false";
    return is_bool ? std::string(code.canonical) : Quoted(code.canonical);
  }
  return Quoted(text);
}

}  // namespace

absl::StatusOr<std::string> CellJson(Convert convert, std::span<const Code> codes,
                                     std::string_view text, std::string_view currency) {
  switch (convert) {
    case Convert::kText: return Quoted(text);
    case Convert::kList: return ListJson(text);
    case Convert::kBool: return BoolJson(text);
    case Convert::kTime: return TimeJson(text);
    case Convert::kDay: return DayJson(text);
    case Convert::kEpoch: return EpochJson(text);
    case Convert::kInteger: {
      REFEREE_ASSIGN_OR_RETURN(const std::int64_t value, Integer(text));
      return std::to_string(value);
    }
    case Convert::kMajorMoney: return MajorMoneyJson(text, currency);
    case Convert::kMinorMoney: {
      REFEREE_ASSIGN_OR_RETURN(const std::int64_t minor, Integer(text));
      return MoneyJson(minor, currency);
    }
    case Convert::kCode: return CodeJson(codes, text);
  }
  return Quoted(text);
}

}  // namespace referee::mapping
