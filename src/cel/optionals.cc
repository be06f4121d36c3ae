// Values that may be there or not.  or() and orValue() look at their argument only when they need
// it, so plan.cc knows them; here stand their signatures.

#include "src/cel/error.h"
#include "src/cel/function_table.h"

namespace referee::cel {
namespace {

Value OptionalOf(Arguments arguments) { return Value::Optional(*arguments[0]); }
Value OptionalNone(Arguments) { return Value::OptionalNone(); }

bool IsZero(const Value& value) {
  switch (value.kind()) {
    case Kind::kNull: return true;
    case Kind::kBool: return !value.bool_value();
    case Kind::kInt:
    case Kind::kUint: return value.uint_value() == 0;
    case Kind::kDouble: return value.double_value() == 0;
    case Kind::kString:
    case Kind::kBytes:
    case Kind::kList:
    case Kind::kMap: return value.size() == 0;
    case Kind::kDuration: return value.duration_seconds() == 0 && value.duration_nanos() == 0;
    case Kind::kTimestamp: return value.timestamp_value() == Instant{};
    case Kind::kOptional: return value.optional_value() == nullptr;
    default: return false;
  }
}

Value OptionalOfNonZero(Arguments arguments) {
  return IsZero(*arguments[0]) ? Value::OptionalNone() : Value::Optional(*arguments[0]);
}

Value HasValue(Arguments arguments) {
  return Value::Bool(arguments[0]->optional_value() != nullptr);
}

Value ValueOf(Arguments arguments) {
  const Value* value = arguments[0]->optional_value();
  return value == nullptr ? ErrorOf(kInvalidArgument, "the optional has no value") : *value;
}

Value Unwrap(Arguments arguments) {
  std::vector<Value> present;
  for (const Value& element : arguments[0]->elements()) {
    if (element.kind() != Kind::kOptional) return NoSuchOverload();
    if (const Value* value = element.optional_value(); value != nullptr) present.push_back(*value);
  }
  return Value::LiteralList(std::move(present));
}

constexpr FunctionRow kRows[] = {
    {"optional.of", "(A) -> optional_type(A)", OptionalOf},
    {"optional.ofNonZeroValue", "(A) -> optional_type(A)", OptionalOfNonZero},
    {"optional.none", "() -> optional_type(A)", OptionalNone},
    {"optional.unwrap", "(list(optional_type(A))) -> list(A)", Unwrap, Cost::kElements},
    {"unwrapOpt", "list(optional_type(A)).() -> list(A)", Unwrap, Cost::kElements},
    {"hasValue", "optional_type(A).() -> bool", HasValue},
    {"value", "optional_type(A).() -> A", ValueOf},
    {"or", "optional_type(A).(optional_type(A)) -> optional_type(A)"},
    {"orValue", "optional_type(A).(A) -> A"},
};

}  // namespace

std::span<const FunctionRow> OptionalRows() { return kRows; }

}  // namespace referee::cel
