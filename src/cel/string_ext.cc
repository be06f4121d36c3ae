// The strings extension.  All positions count code points.

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "src/cel/error.h"
#include "src/cel/function_table.h"
#include "src/cel/limits.h"
#include "src/cel/source.h"
#include "src/cel/string_format.h"
#include "src/cel/string_text.h"

namespace referee::cel {
namespace {

Value OutOfRange() { return ErrorOf(kIndexOutOfRange, "the position is outside the text"); }

// The offset of the position that an argument gives, or kNoOffset outside the text.
std::size_t OffsetAt(std::string_view text, const Value& index) {
  if (index.int_value() < 0) return kNoOffset;
  return OffsetOf(text, static_cast<std::size_t>(index.int_value()));
}

Value CharAt(Arguments arguments) {
  const std::string_view text = arguments[0]->string_value();
  const std::size_t offset = OffsetAt(text, *arguments[1]);
  if (offset == kNoOffset) return OutOfRange();
  if (offset == text.size()) return Value::String("");
  return Value::String(std::string(text.substr(offset, CodePointLength(text.substr(offset)))));
}

Value Position(std::string_view text, std::size_t offset) {
  if (offset == std::string_view::npos) return Value::Int(-1);
  return Value::Int(static_cast<std::int64_t>(CountCodePoints(text.substr(0, offset))));
}

Value IndexOf(Arguments arguments) {
  const std::string_view text = arguments[0]->string_value();
  std::size_t start = 0;
  if (arguments.size() == 3) start = OffsetAt(text, *arguments[2]);
  if (start == kNoOffset) return OutOfRange();
  return Position(text, text.find(arguments[1]->string_value(), start));
}

Value LastIndexOf(Arguments arguments) {
  const std::string_view text = arguments[0]->string_value();
  std::size_t start = text.size();
  if (arguments.size() == 3) start = OffsetAt(text, *arguments[2]);
  if (start == kNoOffset) return OutOfRange();
  return Position(text, text.rfind(arguments[1]->string_value(), start));
}

Value Lower(Arguments arguments) {
  std::string text(arguments[0]->string_value());
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return Value::String(std::move(text));
}

Value Upper(Arguments arguments) {
  std::string text(arguments[0]->string_value());
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return Value::String(std::move(text));
}

// How many times at most; a negative number means every time.
std::size_t CountArgument(Arguments arguments, std::size_t at) {
  if (arguments.size() <= at || arguments[at]->int_value() < 0) {
    return std::numeric_limits<std::size_t>::max();
  }
  return static_cast<std::size_t>(arguments[at]->int_value());
}

// The next place at or after `offset` where `part` stands; an empty one stands before every
// character and at the end.
std::size_t NextPlace(std::string_view text, std::string_view part, std::size_t offset) {
  return offset > text.size() ? std::string_view::npos : text.find(part, offset);
}

Value Replace(Arguments arguments) {
  const std::string_view text = arguments[0]->string_value();
  const std::string_view part = arguments[1]->string_value();
  const std::string_view with = arguments[2]->string_value();
  std::string out;
  std::size_t offset = 0;
  for (std::size_t left = CountArgument(arguments, 3); left > 0; --left) {
    const std::size_t place = NextPlace(text, part, offset);
    if (place == std::string_view::npos) break;
    out.append(text.substr(offset, place - offset)).append(with);
    offset = place + part.size();
    if (part.empty()) {
      if (place == text.size()) break;
      const std::size_t length = CodePointLength(text.substr(place));
      out.append(text.substr(place, length));
      offset = place + length;
    }
    if (out.size() > kMaxResultBytes) return TooLarge();
  }
  if (offset < text.size()) out.append(text.substr(offset));
  return out.size() > kMaxResultBytes ? TooLarge() : Value::String(std::move(out));
}

Value Split(Arguments arguments) {
  std::string_view text = arguments[0]->string_value();
  const std::string_view separator = arguments[1]->string_value();
  const std::size_t limit = CountArgument(arguments, 2);
  std::vector<Value> parts;
  if (limit == 0) return Value::LiteralList({});
  while (parts.size() + 1 < limit && !(separator.empty() && text.empty())) {
    const std::size_t place = separator.empty() ? CodePointLength(text) : text.find(separator);
    // Between characters there is no separator after the last one.
    if (place == std::string_view::npos || (separator.empty() && place == text.size())) break;
    parts.push_back(Value::String(std::string(text.substr(0, place))));
    text.remove_prefix(place + separator.size());
  }
  if (!(separator.empty() && text.empty())) parts.push_back(Value::String(std::string(text)));
  return Value::LiteralList(std::move(parts));
}

Value Join(Arguments arguments) {
  const std::string_view separator =
      arguments.size() == 2 ? arguments[1]->string_value() : std::string_view();
  std::string out;
  bool is_first = true;
  for (const Value& element : arguments[0]->elements()) {
    if (element.kind() != Kind::kString) return NoSuchOverload();
    if (!is_first) out += separator;
    is_first = false;
    out += element.string_value();
    if (out.size() > kMaxResultBytes) return TooLarge();
  }
  return Value::String(std::move(out));
}

Value Substring(Arguments arguments) {
  const std::string_view text = arguments[0]->string_value();
  const std::size_t start = OffsetAt(text, *arguments[1]);
  const std::size_t end = arguments.size() == 3 ? OffsetAt(text, *arguments[2]) : text.size();
  if (start == kNoOffset || end == kNoOffset) return OutOfRange();
  if (start > end) return ErrorOf(kInvalidArgument, "the range ends before it starts");
  return Value::String(std::string(text.substr(start, end - start)));
}

Value Trim(Arguments arguments) {
  return Value::String(std::string(TrimUnicode(arguments[0]->string_value())));
}

Value Reverse(Arguments arguments) {
  std::string_view text = arguments[0]->string_value();
  std::string out(text.size(), '\0');
  std::size_t end = out.size();
  while (!text.empty()) {
    const std::size_t length = CodePointLength(text);
    end -= length;
    std::copy_n(text.data(), length, out.data() + end);
    text.remove_prefix(length);
  }
  return Value::String(std::move(out));
}

Value QuoteText(Arguments arguments) { return Value::String(Quote(arguments[0]->string_value())); }

Value Format(Arguments arguments) {
  return FormatText(arguments[0]->string_value(), arguments[1]->elements());
}

constexpr FunctionRow kRows[] = {
    {"charAt", "string.(int) -> string", CharAt, Cost::kText},
    {"indexOf", "string.(string) -> int", IndexOf, Cost::kText},
    {"indexOf", "string.(string, int) -> int", IndexOf, Cost::kText},
    {"lastIndexOf", "string.(string) -> int", LastIndexOf, Cost::kText},
    {"lastIndexOf", "string.(string, int) -> int", LastIndexOf, Cost::kText},
    {"lowerAscii", "string.() -> string", Lower, Cost::kText},
    {"upperAscii", "string.() -> string", Upper, Cost::kText},
    {"replace", "string.(string, string) -> string", Replace, Cost::kText},
    {"replace", "string.(string, string, int) -> string", Replace, Cost::kText},
    {"split", "string.(string) -> list(string)", Split, Cost::kElements},
    {"split", "string.(string, int) -> list(string)", Split, Cost::kElements},
    {"join", "list(string).() -> string", Join, Cost::kElements},
    {"join", "list(string).(string) -> string", Join, Cost::kElements},
    {"substring", "string.(int) -> string", Substring, Cost::kText},
    {"substring", "string.(int, int) -> string", Substring, Cost::kText},
    {"trim", "string.() -> string", Trim, Cost::kText},
    {"reverse", "string.() -> string", Reverse, Cost::kText},
    {"strings.quote", "(string) -> string", QuoteText, Cost::kText},
    {"format", "string.(list(dyn)) -> string", Format, Cost::kElements},
};

}  // namespace

std::span<const FunctionRow> StringRows() { return kRows; }

}  // namespace referee::cel
