#include "src/cel/arithmetic.h"

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "src/cel/error.h"
#include "src/cel/limits.h"

namespace referee::cel {
namespace {

constexpr Wide kNanosecondsPerSecond = 1000000000;

Value Overflow() { return ErrorOf(kOverflow, "the result is out of range"); }

Wide Nanoseconds(const Value& duration) {
  return Wide{duration.duration_seconds()} * kNanosecondsPerSecond + duration.duration_nanos();
}

// Applies a checked operation of the compiler.
template <typename Number, typename Operation>
std::pair<Number, bool> Checked(Number a, Number b, Operation operation) {
  Number result = 0;
  const bool overflows = operation(a, b, &result);
  return {result, !overflows};
}

Value IntOr(std::pair<std::int64_t, bool> result) {
  return result.second ? Value::Int(result.first) : Overflow();
}

Value UintOr(std::pair<std::uint64_t, bool> result) {
  return result.second ? Value::Uint(result.first) : Overflow();
}

constexpr auto kAdd = [](auto a, auto b, auto* out) { return __builtin_add_overflow(a, b, out); };
constexpr auto kSubtract = [](auto a, auto b, auto* out) {
  return __builtin_sub_overflow(a, b, out);
};
constexpr auto kMultiply = [](auto a, auto b, auto* out) {
  return __builtin_mul_overflow(a, b, out);
};

Value Concatenate(const Value& a, const Value& b) {
  if (a.size() + b.size() > kMaxResultBytes) return TooLarge();
  std::string text;
  text.reserve(a.size() + b.size());
  text += a.string_value();
  text += b.string_value();
  return a.kind() == Kind::kString ? Value::String(std::move(text)) : Value::Bytes(std::move(text));
}

Value ConcatenateLists(const Value& a, const Value& b) {
  if (a.size() + b.size() > kMaxResultBytes / sizeof(Value)) return TooLarge();
  std::vector<Value> elements;
  elements.reserve(a.size() + b.size());
  elements.insert(elements.end(), a.elements().begin(), a.elements().end());
  elements.insert(elements.end(), b.elements().begin(), b.elements().end());
  return Value::LiteralList(std::move(elements));
}

Value Shift(const Value& timestamp, Wide nanoseconds) {
  const Instant instant = timestamp.timestamp_value();
  return TimestampOf(instant.seconds, nanoseconds + instant.nanoseconds);
}

Value SubtractTimes(const Value& a, const Value& b) {
  if (a.kind() == Kind::kTimestamp && b.kind() == Kind::kDuration) {
    return Shift(a, -Nanoseconds(b));
  }
  if (a.kind() == Kind::kTimestamp && b.kind() == Kind::kTimestamp) {
    const Instant left = a.timestamp_value();
    const Instant right = b.timestamp_value();
    const Wide seconds = Wide{left.seconds} - right.seconds;
    return DurationOfNanoseconds(seconds * kNanosecondsPerSecond + left.nanoseconds -
                                 right.nanoseconds);
  }
  return NoSuchOverload();
}

}  // namespace

Value DurationOfNanoseconds(Wide nanoseconds) {
  if (nanoseconds > std::numeric_limits<std::int64_t>::max() ||
      nanoseconds < std::numeric_limits<std::int64_t>::min()) {
    return ErrorOf(kOverflow, "the duration is out of range");
  }
  return Value::Duration(static_cast<std::int64_t>(nanoseconds / kNanosecondsPerSecond),
                         static_cast<std::int32_t>(nanoseconds % kNanosecondsPerSecond));
}

Value TimestampOf(std::int64_t seconds, Wide nanoseconds) {
  Wide carry = nanoseconds / kNanosecondsPerSecond;
  Wide rest = nanoseconds % kNanosecondsPerSecond;
  if (rest < 0) {
    rest += kNanosecondsPerSecond;
    --carry;
  }
  const Wide total = Wide{seconds} + carry;
  if (total < kDistantPast.seconds || total > kDistantFuture.seconds) {
    return ErrorOf(kOverflow, "the timestamp is out of range");
  }
  return Value::Timestamp({static_cast<std::int64_t>(total), static_cast<std::int32_t>(rest)});
}

Value Add(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) {
    if (a.kind() == Kind::kTimestamp && b.kind() == Kind::kDuration)
      return Shift(a, Nanoseconds(b));
    if (a.kind() == Kind::kDuration && b.kind() == Kind::kTimestamp)
      return Shift(b, Nanoseconds(a));
    return NoSuchOverload();
  }
  switch (a.kind()) {
    case Kind::kInt: return IntOr(Checked(a.int_value(), b.int_value(), kAdd));
    case Kind::kUint: return UintOr(Checked(a.uint_value(), b.uint_value(), kAdd));
    case Kind::kDouble: return Value::Double(a.double_value() + b.double_value());
    case Kind::kString:
    case Kind::kBytes: return Concatenate(a, b);
    case Kind::kList: return ConcatenateLists(a, b);
    case Kind::kDuration: return DurationOfNanoseconds(Nanoseconds(a) + Nanoseconds(b));
    default: return NoSuchOverload();
  }
}

Value Subtract(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return SubtractTimes(a, b);
  switch (a.kind()) {
    case Kind::kInt: return IntOr(Checked(a.int_value(), b.int_value(), kSubtract));
    case Kind::kUint: return UintOr(Checked(a.uint_value(), b.uint_value(), kSubtract));
    case Kind::kDouble: return Value::Double(a.double_value() - b.double_value());
    case Kind::kDuration: return DurationOfNanoseconds(Nanoseconds(a) - Nanoseconds(b));
    default: return SubtractTimes(a, b);
  }
}

Value Multiply(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return NoSuchOverload();
  switch (a.kind()) {
    case Kind::kInt: return IntOr(Checked(a.int_value(), b.int_value(), kMultiply));
    case Kind::kUint: return UintOr(Checked(a.uint_value(), b.uint_value(), kMultiply));
    case Kind::kDouble: return Value::Double(a.double_value() * b.double_value());
    default: return NoSuchOverload();
  }
}

Value Divide(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return NoSuchOverload();
  switch (a.kind()) {
    case Kind::kInt:
      if (b.int_value() == 0) return ErrorOf(kDivideByZero, "divide by zero");
      if (b.int_value() == -1) return Negate(a);
      return Value::Int(a.int_value() / b.int_value());
    case Kind::kUint:
      if (b.uint_value() == 0) return ErrorOf(kDivideByZero, "divide by zero");
      return Value::Uint(a.uint_value() / b.uint_value());
    case Kind::kDouble: return Value::Double(a.double_value() / b.double_value());
    default: return NoSuchOverload();
  }
}

Value Modulo(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return NoSuchOverload();
  switch (a.kind()) {
    case Kind::kInt:
      if (b.int_value() == 0) return ErrorOf(kModulusByZero, "modulus by zero");
      // The quotient of the least int and -1 overflows, although the remainder does not.
      if (b.int_value() == -1) return Negate(a).is_error() ? Overflow() : Value::Int(0);
      return Value::Int(a.int_value() % b.int_value());
    case Kind::kUint:
      if (b.uint_value() == 0) return ErrorOf(kModulusByZero, "modulus by zero");
      return Value::Uint(a.uint_value() % b.uint_value());
    default: return NoSuchOverload();
  }
}

Value Negate(const Value& a) {
  if (a.kind() == Kind::kDouble) return Value::Double(-a.double_value());
  if (a.kind() != Kind::kInt) return NoSuchOverload();
  return IntOr(Checked(std::int64_t{0}, a.int_value(), kSubtract));
}

}  // namespace referee::cel
