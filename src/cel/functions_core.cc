// size(), and what the core language offers on strings.

#include "src/base/regex.h"
#include "src/cel/error.h"
#include "src/cel/function_table.h"
#include "src/cel/source.h"

namespace referee::cel {
namespace {

Value SizeOf(Arguments arguments) {
  const Value& value = *arguments[0];
  const std::size_t size =
      value.kind() == Kind::kString ? CountCodePoints(value.string_value()) : value.size();
  return Value::Int(static_cast<std::int64_t>(size));
}

Value Contains(Arguments arguments) {
  const auto found = arguments[0]->string_value().find(arguments[1]->string_value());
  return Value::Bool(found != std::string_view::npos);
}

Value StartsWith(Arguments arguments) {
  return Value::Bool(arguments[0]->string_value().starts_with(arguments[1]->string_value()));
}

Value EndsWith(Arguments arguments) {
  return Value::Bool(arguments[0]->string_value().ends_with(arguments[1]->string_value()));
}

// For patterns from data; plan.cc compiles literal ones once.
Value Matches(Arguments arguments) {
  const auto pattern = Regex::Compile(arguments[1]->string_value());
  if (!pattern.ok()) return ErrorOf(kInvalidArgument, "the pattern is malformed or too large");
  return Value::Bool(pattern->Occurs(arguments[0]->string_value()));
}

constexpr FunctionRow kRows[] = {
    {"size", "(string) -> int", SizeOf, Cost::kText},
    {"size", "(bytes) -> int", SizeOf},
    {"size", "(list(A)) -> int", SizeOf},
    {"size", "(map(A, B)) -> int", SizeOf},
    {"size", "string.() -> int", SizeOf, Cost::kText},
    {"size", "bytes.() -> int", SizeOf},
    {"size", "list(A).() -> int", SizeOf},
    {"size", "map(A, B).() -> int", SizeOf},
    {"contains", "string.(string) -> bool", Contains, Cost::kText},
    {"startsWith", "string.(string) -> bool", StartsWith, Cost::kText},
    {"endsWith", "string.(string) -> bool", EndsWith, Cost::kText},
    {"matches", "string.(string) -> bool", Matches, Cost::kPattern},
    {"matches", "(string, string) -> bool", Matches, Cost::kPattern},
};

}  // namespace

std::span<const FunctionRow> CoreRows() { return kRows; }

}  // namespace referee::cel
