// The math extension, versions 0 to 2.

#include <cmath>
#include <cstdint>
#include <limits>

#include "src/cel/arithmetic.h"
#include "src/cel/equality.h"
#include "src/cel/error.h"
#include "src/cel/function_table.h"

namespace referee::cel {
namespace {

bool IsNumber(const Value& value) {
  return value.kind() == Kind::kInt || value.kind() == Kind::kUint || value.kind() == Kind::kDouble;
}

enum class Extreme : std::uint8_t { kGreatest, kLeast };

// Of equal numbers of different types the first stays.
Value PickExtreme(Arguments arguments, Extreme extreme) {
  const auto wanted =
      extreme == Extreme::kGreatest ? std::partial_ordering::greater : std::partial_ordering::less;
  const Value* best = nullptr;
  const auto consider = [&](const Value& candidate) {
    if (!IsNumber(candidate)) return false;
    if (best == nullptr || Compare(candidate, *best) == wanted) best = &candidate;
    return true;
  };
  if (arguments.size() == 1 && arguments[0]->kind() == Kind::kList) {
    if (arguments[0]->size() == 0) return ErrorOf(kInvalidArgument, "the list is empty");
    for (const Value& element : arguments[0]->elements()) {
      if (!consider(element)) return NoSuchOverload();
    }
    return *best;
  }
  for (const Value* argument : arguments) {
    if (!consider(*argument)) return NoSuchOverload();
  }
  return *best;
}

Value Greatest(Arguments arguments) { return PickExtreme(arguments, Extreme::kGreatest); }
Value Least(Arguments arguments) { return PickExtreme(arguments, Extreme::kLeast); }

Value Ceil(Arguments arguments) { return Value::Double(std::ceil(arguments[0]->double_value())); }
Value Floor(Arguments arguments) { return Value::Double(std::floor(arguments[0]->double_value())); }
Value Round(Arguments arguments) { return Value::Double(std::round(arguments[0]->double_value())); }
Value Trunc(Arguments arguments) { return Value::Double(std::trunc(arguments[0]->double_value())); }
Value IsNaN(Arguments arguments) { return Value::Bool(std::isnan(arguments[0]->double_value())); }
Value IsInf(Arguments arguments) { return Value::Bool(std::isinf(arguments[0]->double_value())); }
Value IsFinite(Arguments arguments) {
  return Value::Bool(std::isfinite(arguments[0]->double_value()));
}

Value Abs(Arguments arguments) {
  const Value& number = *arguments[0];
  if (number.kind() == Kind::kDouble) return Value::Double(std::fabs(number.double_value()));
  if (number.kind() == Kind::kUint || number.int_value() >= 0) return number;
  return Negate(number);
}

Value SignOf(Arguments arguments) {
  const Value& number = *arguments[0];
  switch (number.kind()) {
    case Kind::kInt: return Value::Int((number.int_value() > 0) - (number.int_value() < 0));
    case Kind::kUint: return Value::Uint(number.uint_value() > 0 ? 1 : 0);
    default:
      if (std::isnan(number.double_value())) return number;
      return Value::Double((number.double_value() > 0) - (number.double_value() < 0));
  }
}

double ToDouble(const Value& number) {
  if (number.kind() == Kind::kInt) return static_cast<double>(number.int_value());
  if (number.kind() == Kind::kUint) return static_cast<double>(number.uint_value());
  return number.double_value();
}

Value SquareRoot(Arguments arguments) { return Value::Double(std::sqrt(ToDouble(*arguments[0]))); }

// A result with the type of the first argument.
Value WithBits(const Value& like, std::uint64_t bits) {
  return like.kind() == Kind::kInt ? Value::Int(static_cast<std::int64_t>(bits))
                                   : Value::Uint(bits);
}

Value BitAnd(Arguments arguments) {
  return WithBits(*arguments[0], arguments[0]->uint_value() & arguments[1]->uint_value());
}
Value BitOr(Arguments arguments) {
  return WithBits(*arguments[0], arguments[0]->uint_value() | arguments[1]->uint_value());
}
Value BitXor(Arguments arguments) {
  return WithBits(*arguments[0], arguments[0]->uint_value() ^ arguments[1]->uint_value());
}
Value BitNot(Arguments arguments) { return WithBits(*arguments[0], ~arguments[0]->uint_value()); }

enum class Direction : std::uint8_t { kLeft, kRight };

Value Shift(Arguments arguments, Direction direction) {
  const std::int64_t count = arguments[1]->int_value();
  if (count < 0) return ErrorOf(kInvalidArgument, "the shift is negative");
  const std::uint64_t bits = arguments[0]->uint_value();
  if (count >= 64) return WithBits(*arguments[0], 0);
  return WithBits(*arguments[0], direction == Direction::kLeft ? bits << count : bits >> count);
}

Value ShiftLeft(Arguments arguments) { return Shift(arguments, Direction::kLeft); }
Value ShiftRight(Arguments arguments) { return Shift(arguments, Direction::kRight); }

constexpr FunctionRow kRows[] = {
    {"math.greatest", "(dyn...) -> dyn", Greatest, Cost::kElements},
    {"math.least", "(dyn...) -> dyn", Least, Cost::kElements},
    {"math.ceil", "(double) -> double", Ceil},
    {"math.floor", "(double) -> double", Floor},
    {"math.round", "(double) -> double", Round},
    {"math.trunc", "(double) -> double", Trunc},
    {"math.isNaN", "(double) -> bool", IsNaN},
    {"math.isInf", "(double) -> bool", IsInf},
    {"math.isFinite", "(double) -> bool", IsFinite},
    {"math.abs", "(int) -> int", Abs},
    {"math.abs", "(uint) -> uint", Abs},
    {"math.abs", "(double) -> double", Abs},
    {"math.sign", "(int) -> int", SignOf},
    {"math.sign", "(uint) -> uint", SignOf},
    {"math.sign", "(double) -> double", SignOf},
    {"math.sqrt", "(int) -> double", SquareRoot},
    {"math.sqrt", "(uint) -> double", SquareRoot},
    {"math.sqrt", "(double) -> double", SquareRoot},
    {"math.bitAnd", "(int, int) -> int", BitAnd},
    {"math.bitAnd", "(uint, uint) -> uint", BitAnd},
    {"math.bitOr", "(int, int) -> int", BitOr},
    {"math.bitOr", "(uint, uint) -> uint", BitOr},
    {"math.bitXor", "(int, int) -> int", BitXor},
    {"math.bitXor", "(uint, uint) -> uint", BitXor},
    {"math.bitNot", "(int) -> int", BitNot},
    {"math.bitNot", "(uint) -> uint", BitNot},
    {"math.bitShiftLeft", "(int, int) -> int", ShiftLeft},
    {"math.bitShiftLeft", "(uint, int) -> uint", ShiftLeft},
    {"math.bitShiftRight", "(int, int) -> int", ShiftRight},
    {"math.bitShiftRight", "(uint, int) -> uint", ShiftRight},
};

}  // namespace

std::span<const FunctionRow> MathRows() { return kRows; }

}  // namespace referee::cel
