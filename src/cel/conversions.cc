// int(), uint(), double(), string(), bytes(), bool(), timestamp(), duration(), type(), dyn().

#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <system_error>

#include "src/base/text.h"
#include "src/cel/arithmetic.h"
#include "src/cel/duration_text.h"
#include "src/cel/error.h"
#include "src/cel/function_table.h"
#include "src/cel/number_text.h"

namespace referee::cel {
namespace {

Value OutOfRange() { return ErrorOf(kOverflow, "the number is out of the range of the type"); }

// from_chars() takes no plus sign.
std::string_view WithoutPlus(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  return text;
}

template <typename Number>
bool ReadAll(std::string_view text, Number* number) {
  text = WithoutPlus(text);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

Value Same(Arguments arguments) { return *arguments[0]; }
Value TypeOf(Arguments arguments) { return Value::Type(arguments[0]->kind()); }

Value IntOfUint(Arguments arguments) {
  const std::uint64_t number = arguments[0]->uint_value();
  if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return OutOfRange();
  }
  return Value::Int(static_cast<std::int64_t>(number));
}

// The ends are excluded: a double at 2^63 may stand for a number beyond it.
Value IntOfDouble(Arguments arguments) {
  const double number = arguments[0]->double_value();
  if (!(number > -0x1p63 && number < 0x1p63)) return OutOfRange();
  return Value::Int(static_cast<std::int64_t>(number));
}

Value IntOfString(Arguments arguments) {
  std::int64_t number = 0;
  if (!ReadAll(arguments[0]->string_value(), &number)) {
    return ErrorOf(kConversion, "the text is no int");
  }
  return Value::Int(number);
}

Value IntOfTimestamp(Arguments arguments) {
  return Value::Int(arguments[0]->timestamp_value().seconds);
}

Value UintOfInt(Arguments arguments) {
  if (arguments[0]->int_value() < 0) return OutOfRange();
  return Value::Uint(static_cast<std::uint64_t>(arguments[0]->int_value()));
}

Value UintOfDouble(Arguments arguments) {
  const double number = arguments[0]->double_value();
  if (!(number > -1.0 && number < 0x1p64) || number < 0) return OutOfRange();
  return Value::Uint(static_cast<std::uint64_t>(number));
}

Value UintOfString(Arguments arguments) {
  std::uint64_t number = 0;
  if (!ReadAll(arguments[0]->string_value(), &number)) {
    return ErrorOf(kConversion, "the text is no uint");
  }
  return Value::Uint(number);
}

Value DoubleOfInt(Arguments arguments) {
  return Value::Double(static_cast<double>(arguments[0]->int_value()));
}

Value DoubleOfUint(Arguments arguments) {
  return Value::Double(static_cast<double>(arguments[0]->uint_value()));
}

Value DoubleOfString(Arguments arguments) {
  const std::string_view text = arguments[0]->string_value();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (text == "NaN") return Value::Double(std::numeric_limits<double>::quiet_NaN());
  if (text == "Infinity" || text == "+Infinity") return Value::Double(kInfinity);
  if (text == "-Infinity") return Value::Double(-kInfinity);
  const auto number = ParseDouble(WithoutPlus(text));
  return number.has_value() ? Value::Double(*number)
                            : ErrorOf(kConversion, "the text is no double");
}

Value StringOfBool(Arguments arguments) {
  return Value::String(arguments[0]->bool_value() ? "true" : "false");
}

Value StringOfInt(Arguments arguments) {
  return Value::String(std::to_string(arguments[0]->int_value()));
}

Value StringOfUint(Arguments arguments) {
  return Value::String(std::to_string(arguments[0]->uint_value()));
}

Value StringOfDouble(Arguments arguments) {
  return Value::String(FormatDouble(arguments[0]->double_value()));
}

Value StringOfBytes(Arguments arguments) {
  const std::string_view bytes = arguments[0]->bytes_value();
  if (!IsValidUtf8(bytes)) return ErrorOf(kConversion, "the bytes are not valid UTF-8");
  return Value::String(std::string(bytes));
}

Value StringOfTimestamp(Arguments arguments) {
  return Value::String(FormatInstant(arguments[0]->timestamp_value()));
}

Value StringOfDuration(Arguments arguments) { return Value::String(FormatDuration(*arguments[0])); }

Value BytesOfString(Arguments arguments) {
  return Value::Bytes(std::string(arguments[0]->string_value()));
}

Value BoolOfString(Arguments arguments) {
  const std::string_view text = arguments[0]->string_value();
  for (const std::string_view yes : {"1", "t", "true", "TRUE", "True"}) {
    if (text == yes) return Value::Bool(true);
  }
  for (const std::string_view no : {"0", "f", "false", "FALSE", "False"}) {
    if (text == no) return Value::Bool(false);
  }
  return ErrorOf(kConversion, "the text is no bool");
}

Value TimestampOfString(Arguments arguments) {
  const auto instant = ParseInstant(arguments[0]->string_value());
  if (!instant.ok()) {
    return ErrorOf(kConversion, "the text is no timestamp such as 2026-06-01T10:00:00Z");
  }
  return TimestampOf(instant->seconds, instant->nanoseconds);
}

Value TimestampOfInt(Arguments arguments) { return TimestampOf(arguments[0]->int_value(), 0); }

Value DurationOfString(Arguments arguments) { return ParseDuration(arguments[0]->string_value()); }

constexpr FunctionRow kRows[] = {
    {"dyn", "(A) -> dyn", Same},
    {"type", "(A) -> type(A)", TypeOf},
    {"int", "(int) -> int", Same},
    {"int", "(uint) -> int", IntOfUint},
    {"int", "(double) -> int", IntOfDouble},
    {"int", "(string) -> int", IntOfString},
    {"int", "(timestamp) -> int", IntOfTimestamp},
    {"uint", "(uint) -> uint", Same},
    {"uint", "(int) -> uint", UintOfInt},
    {"uint", "(double) -> uint", UintOfDouble},
    {"uint", "(string) -> uint", UintOfString},
    {"double", "(double) -> double", Same},
    {"double", "(int) -> double", DoubleOfInt},
    {"double", "(uint) -> double", DoubleOfUint},
    {"double", "(string) -> double", DoubleOfString},
    {"string", "(string) -> string", Same},
    {"string", "(bool) -> string", StringOfBool},
    {"string", "(int) -> string", StringOfInt},
    {"string", "(uint) -> string", StringOfUint},
    {"string", "(double) -> string", StringOfDouble},
    {"string", "(bytes) -> string", StringOfBytes, Cost::kText},
    {"string", "(timestamp) -> string", StringOfTimestamp},
    {"string", "(duration) -> string", StringOfDuration},
    {"bytes", "(bytes) -> bytes", Same},
    {"bytes", "(string) -> bytes", BytesOfString, Cost::kText},
    {"bool", "(bool) -> bool", Same},
    {"bool", "(string) -> bool", BoolOfString},
    {"timestamp", "(timestamp) -> timestamp", Same},
    {"timestamp", "(string) -> timestamp", TimestampOfString},
    {"timestamp", "(int) -> timestamp", TimestampOfInt},
    {"duration", "(duration) -> duration", Same},
    {"duration", "(string) -> duration", DurationOfString},
};

}  // namespace

std::span<const FunctionRow> ConversionRows() { return kRows; }

}  // namespace referee::cel
