#include "src/cel/string_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "src/base/text.h"
#include "src/cel/duration_text.h"
#include "src/cel/error.h"
#include "src/cel/limits.h"
#include "src/cel/number_text.h"

namespace referee::cel {
namespace {

constexpr int kDefaultPrecision = 6;
// No double has more digits that mean something.
constexpr int kMaxPrecision = 1000;

struct Clause {
  char letter = 's';
  int precision = kDefaultPrecision;
};

bool AppendAsText(const Value& value, std::string& out);

bool AppendList(const Value& list, std::string& out) {
  out += '[';
  bool is_first = true;
  for (const Value& element : list.elements()) {
    if (!is_first) out += ", ";
    is_first = false;
    if (!AppendAsText(element, out)) return false;
  }
  out += ']';
  return true;
}

// Sorted by the text of the key, so that equal maps read the same.
bool AppendMap(const Value& map, std::string& out) {
  std::vector<std::pair<std::string, const Value*>> entries;
  for (const MapEntry& entry : map.entries()) {
    std::string key;
    if (!AppendAsText(entry.first, key)) return false;
    entries.emplace_back(std::move(key), &entry.second);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  out += '{';
  bool is_first = true;
  for (const auto& [key, value] : entries) {
    if (!is_first) out += ", ";
    is_first = false;
    out.append(key).append(": ");
    if (!AppendAsText(*value, out)) return false;
  }
  out += '}';
  return true;
}

// What %s prints; false for what cannot be printed.
bool AppendAsText(const Value& value, std::string& out) {
  if (out.size() > kMaxResultBytes) return false;
  switch (value.kind()) {
    case Kind::kNull: out += "null"; return true;
    case Kind::kBool: out += value.bool_value() ? "true" : "false"; return true;
    case Kind::kInt: out += std::to_string(value.int_value()); return true;
    case Kind::kUint: out += std::to_string(value.uint_value()); return true;
    case Kind::kDouble: out += FormatDouble(value.double_value()); return true;
    case Kind::kString: out += value.string_value(); return true;
    case Kind::kBytes: out += value.bytes_value(); return IsValidUtf8(value.bytes_value());
    case Kind::kList: return AppendList(value, out);
    case Kind::kMap: return AppendMap(value, out);
    case Kind::kType: out += TypeName(value.type_value()); return true;
    case Kind::kTimestamp: out += FormatInstant(value.timestamp_value()); return true;
    case Kind::kDuration: out += FormatDuration(value); return true;
    default: return false;
  }
}

std::string InBase(std::uint64_t number, int base) {
  std::array<char, 64> digits;
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
  return std::string(digits.data(), result.ptr);
}

bool AppendInteger(const Value& value, int base, std::string& out) {
  if (value.kind() == Kind::kUint) {
    out += InBase(value.uint_value(), base);
    return true;
  }
  if (value.kind() != Kind::kInt) return false;
  const std::int64_t number = value.int_value();
  if (number < 0) out += '-';
  // The least int has no positive counterpart.
  const auto magnitude = static_cast<std::uint64_t>(number);
  out += InBase(number < 0 ? 0 - magnitude : magnitude, base);
  return true;
}

bool AppendDecimal(const Value& value, std::string& out) {
  if (value.kind() != Kind::kDouble) return AppendInteger(value, 10, out);
  // Only those doubles have a decimal form of their own name.
  if (std::isfinite(value.double_value())) return false;
  out += FormatDouble(value.double_value());
  return true;
}

bool AppendHex(const Value& value, std::string& out) {
  if (value.kind() != Kind::kString && value.kind() != Kind::kBytes) {
    return AppendInteger(value, 16, out);
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char c : value.bytes_value()) {
    const auto octet = static_cast<unsigned char>(c);
    out += kDigits[octet >> 4];
    out += kDigits[octet & 15];
  }
  return true;
}

bool AppendBinary(const Value& value, std::string& out) {
  if (value.kind() == Kind::kBool) {
    out += value.bool_value() ? '1' : '0';
    return true;
  }
  return AppendInteger(value, 2, out);
}

bool AppendReal(const Value& value, std::chars_format format, int precision, std::string& out) {
  double number = 0;
  switch (value.kind()) {
    case Kind::kInt: number = static_cast<double>(value.int_value()); break;
    case Kind::kUint: number = static_cast<double>(value.uint_value()); break;
    case Kind::kDouble: number = value.double_value(); break;
    default: return false;
  }
  if (!std::isfinite(number)) {
    out += FormatDouble(number);
    return true;
  }
  // 309 digits before the point, the precision after it, a sign and an exponent.
  std::vector<char> buffer(static_cast<std::size_t>(precision) + 330);
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format, precision);
  out.append(buffer.data(), result.ptr);
  return true;
}

bool AppendClause(const Clause& clause, const Value& value, std::string& out) {
  switch (clause.letter) {
    case 's': return AppendAsText(value, out);
    case 'd': return AppendDecimal(value, out);
    case 'f': return AppendReal(value, std::chars_format::fixed, clause.precision, out);
    case 'e': return AppendReal(value, std::chars_format::scientific, clause.precision, out);
    case 'o': return AppendInteger(value, 8, out);
    case 'b': return AppendBinary(value, out);
    case 'x': return AppendHex(value, out);
    default: break;
  }
  std::string text;
  if (!AppendHex(value, text)) return false;
  for (const char c : text) out += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  return true;
}

// Reads a clause after its '%'; false when it is malformed.
bool ReadClause(std::string_view* rest, Clause* clause) {
  if (rest->starts_with('.')) {
    rest->remove_prefix(1);
    const auto [end, error] =
        std::from_chars(rest->data(), rest->data() + rest->size(), clause->precision);
    if (error != std::errc() || clause->precision < 0 || clause->precision > kMaxPrecision) {
      return false;
    }
    rest->remove_prefix(static_cast<std::size_t>(end - rest->data()));
  }
  if (rest->empty()) return false;
  clause->letter = rest->front();
  rest->remove_prefix(1);
  return std::string_view("sdfeobxX").find(clause->letter) != std::string_view::npos;
}

}  // namespace

Value FormatText(std::string_view pattern, std::span<const Value> arguments) {
  std::string out;
  std::size_t next = 0;
  while (!pattern.empty()) {
    const std::size_t plain = std::min(pattern.find('%'), pattern.size());
    out += pattern.substr(0, plain);
    pattern.remove_prefix(plain);
    if (pattern.empty()) break;
    pattern.remove_prefix(1);
    if (pattern.starts_with('%')) {
      out += '%';
      pattern.remove_prefix(1);
      continue;
    }
    Clause clause;
    if (!ReadClause(&pattern, &clause)) {
      return ErrorOf(kInvalidArgument, "the format has a clause that is not known");
    }
    if (next >= arguments.size()) {
      return ErrorOf(kInvalidArgument, "the format has more clauses than arguments");
    }
    if (!AppendClause(clause, arguments[next++], out)) {
      return ErrorOf(kInvalidArgument, "an argument does not suit its clause of the format");
    }
    if (out.size() > kMaxResultBytes) return TooLarge();
  }
  return Value::String(std::move(out));
}

}  // namespace referee::cel
