#include "src/cel/eval.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "src/cel/arithmetic.h"
#include "src/cel/equality.h"
#include "src/cel/error.h"
#include "src/cel/make_map.h"
#include "src/cel/source.h"

namespace referee::cel {
namespace {

// Calls with more arguments are rare and keep theirs on the heap.
constexpr std::size_t kInlineArguments = 3;

std::uint64_t CostOf(Cost cost, Arguments arguments, const Value& result) {
  std::uint64_t size = 0;
  switch (cost) {
    case Cost::kStep: return 0;
    case Cost::kPattern:
      for (const Value* argument : arguments) size += argument->size();
      return size / 4;
    case Cost::kText:
      for (const Value* argument : arguments) size += argument->size();
      return (size + result.size()) / 10;
    case Cost::kElements:
      for (const Value* argument : arguments) size += argument->size();
      return size + result.size() / (result.kind() == Kind::kString ? 10 : 1);
  }
  return 0;
}

// Whether comparing the value takes more than a moment.
bool HasParts(const Value& value) {
  switch (value.kind()) {
    case Kind::kString:
    case Kind::kBytes:
    case Kind::kList:
    case Kind::kMap:
    case Kind::kOptional: return true;
    default: return false;
  }
}

Value TooCostly() { return ErrorOf(kLimit, "the evaluation would cost too much"); }

Value Ordered(const PlanNode& node, const Value& a, const Value& b) {
  const auto order = Compare(a, b);
  if (!order.has_value()) return NoSuchOverload();
  switch (node.op) {
    case Op::kLess: return Value::Bool(std::is_lt(*order));
    case Op::kLessEqual: return Value::Bool(std::is_lteq(*order));
    case Op::kGreater: return Value::Bool(std::is_gt(*order));
    default: return Value::Bool(std::is_gteq(*order));
  }
}

}  // namespace

Evaluation::Evaluation(const Plan& plan, const Value& variables, std::uint64_t max_cost)
    : plan_(plan), variables_(variables), max_cost_(max_cost), slots_(plan.locals.size()) {}

Value Evaluation::Run() {
  Value scratch;
  const Value& result = Eval(plan_.root, scratch);
  // Not even `limit || true` may hide that the evaluation was cut short.
  if (is_exhausted_) return TooCostly();
  if (result.weight() > max_cost_) return TooCostly();
  if (result.is_missing()) return Fail(At(plan_.root), kNoSuchKey, "no such key");
  return result;
}

bool Evaluation::Charge(std::uint64_t amount) {
  cost_ += amount;
  if (cost_ > max_cost_) is_exhausted_ = true;
  return !is_exhausted_;
}

Value Evaluation::Fail(const PlanNode& node, std::string_view code,
                       std::string_view message) const {
  return Value::Error(std::string(code), std::string(message), node.position.line,
                      node.position.column);
}

Value Evaluation::Placed(const PlanNode& node, Value value) const {
  if (!value.is_error() || value.error_line() != 0) return value;
  return Fail(node, value.error_code(), value.error_message());
}

const Value& Evaluation::Eval(PlanId id, Value& scratch) {
  if (!Charge(1)) {
    scratch = TooCostly();
    return scratch;
  }
  return Dispatch(id, At(id), scratch);
}

const Value& Evaluation::Dispatch(PlanId id, const PlanNode& node, Value& scratch) {
  switch (node.op) {
    case Op::kConstant: return plan_.constants[node.data];
    case Op::kLocal: return EvalLocal(node, scratch);
    case Op::kGlobal:
    case Op::kResolve: return EvalVariable(id, node, scratch);
    case Op::kPath: return EvalPath(id, node, scratch);
    case Op::kHas: return EvalHas(node, scratch);
    case Op::kNot:
    case Op::kNegate: return EvalUnary(node, scratch);
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kModulo:
    case Op::kEqual:
    case Op::kNotEqual:
    case Op::kLess:
    case Op::kLessEqual:
    case Op::kGreater:
    case Op::kGreaterEqual:
    case Op::kMatches:
    case Op::kIn: return EvalBinary(node, scratch);
    case Op::kCall: return EvalCall(node, scratch);
    case Op::kOptionalOr:
    case Op::kOptionalOrValue: return EvalOptionalOr(node, scratch);
    case Op::kAnd:
    case Op::kOr: return EvalLogic(node, scratch);
    case Op::kConditional: return EvalConditional(node, scratch);
    case Op::kList: return EvalList(node, scratch);
    case Op::kMap: return EvalMap(node, scratch);
    case Op::kOptionalEntry: return Eval(Child(node, 0), scratch);
    case Op::kScope: return EvalScope(node, scratch);
  }
  return scratch;
}

const Value& Evaluation::EvalLogic(const PlanNode& node, Value& scratch) {
  const bool deciding = node.op == Op::kOr;
  Obstacles obstacles;
  for (std::size_t i = 0; i < node.count; ++i) {
    Value temporary;
    const Value& operand = Eval(Child(node, i), temporary);
    if (operand.kind() == Kind::kBool) [[likely]] {
      if (operand.bool_value() != deciding) continue;
      scratch = Value::Bool(deciding);
      return scratch;
    }
    if (!obstacles.Add(operand)) {
      obstacles.Add(Placed(node, NoSuchOverload()));
    }
  }
  scratch = obstacles.empty() ? Value::Bool(!deciding) : std::move(obstacles).Take();
  return scratch;
}

const Value& Evaluation::EvalConditional(const PlanNode& node, Value& scratch) {
  Value temporary;
  const Value& condition = Eval(Child(node, 0), temporary);
  if (condition.kind() == Kind::kBool) {
    return Eval(Child(node, condition.bool_value() ? 1 : 2), scratch);
  }
  if (!condition.is_unknown()) {
    scratch = condition.is_error() ? condition : Placed(node, NoSuchOverload());
    return scratch;
  }
  // Whatever the condition is: two equal branches are the answer, and what a branch lacks could
  // still matter.
  Value other;
  const Value& then = Eval(Child(node, 1), scratch);
  const Value& otherwise = Eval(Child(node, 2), other);
  if (Equal(then, otherwise) && then.kind() == otherwise.kind()) return then;
  Obstacles obstacles;
  obstacles.Add(condition);
  if (then.is_unknown()) obstacles.Add(then);
  if (otherwise.is_unknown()) obstacles.Add(otherwise);
  scratch = std::move(obstacles).Take();
  return scratch;
}

const Value& Evaluation::EvalUnary(const PlanNode& node, Value& scratch) {
  Value temporary;
  const Value& operand = Eval(Child(node, 0), temporary);
  if (operand.kind() >= Kind::kError) {
    scratch = operand;
  } else if (node.op == Op::kNegate) {
    scratch = Placed(node, Negate(operand));
  } else if (operand.kind() == Kind::kBool) {
    scratch = Value::Bool(!operand.bool_value());
  } else {
    scratch = Placed(node, NoSuchOverload());
  }
  return scratch;
}

const Value& Evaluation::EvalBinary(const PlanNode& node, Value& scratch) {
  Value left;
  Value right;
  const Value& a = Eval(Child(node, 0), left);
  const Value& b = Eval(Child(node, 1), right);
  if (a.kind() >= Kind::kError || b.kind() >= Kind::kError) {
    Obstacles obstacles;
    obstacles.Add(a);
    obstacles.Add(b);
    scratch = std::move(obstacles).Take();
    return scratch;
  }
  scratch = ApplyBinary(node, a, b);
  if (scratch.is_error()) scratch = Placed(node, std::move(scratch));
  return scratch;
}

Value Evaluation::ApplyBinary(const PlanNode& node, const Value& a, const Value& b) {
  switch (node.op) {
    case Op::kAdd: {
      Value sum = Add(a, b);
      Charge(sum.kind() == Kind::kList ? sum.size() : sum.size() / 10);
      return sum;
    }
    case Op::kSubtract: return Subtract(a, b);
    case Op::kMultiply: return Multiply(a, b);
    case Op::kDivide: return Divide(a, b);
    case Op::kModulo: return Modulo(a, b);
    case Op::kEqual:
    case Op::kNotEqual:
      if (!ChargeComparison(a, b)) return TooCostly();
      return Value::Bool(Equal(a, b) == (node.op == Op::kEqual));
    case Op::kIn: return Contains(a, b);
    case Op::kMatches: return Matches(node, a);
    default: return ChargeComparison(a, b) ? Ordered(node, a, b) : TooCostly();
  }
}

// Decided beforehand: what two values share is compared every time it is met.
bool Evaluation::ChargeComparison(const Value& a, const Value& b) {
  if (!HasParts(a) || !HasParts(b)) return true;
  return Charge(std::min(a.weight(), b.weight()) - 1);
}

Value Evaluation::Contains(const Value& element, const Value& container) {
  const std::uint64_t weight = HasParts(element) ? element.weight() - 1 : 0;
  if (container.kind() == Kind::kMap) {
    return Charge(weight) ? Value::Bool(container.FindKey(element) != nullptr) : TooCostly();
  }
  if (container.kind() != Kind::kList) return NoSuchOverload();
  const std::uint64_t size = container.size();
  if (!Charge(size / 4 + std::min(size * weight, container.weight()))) return TooCostly();
  for (const Value& candidate : container.elements()) {
    if (Equal(candidate, element)) return Value::Bool(true);
  }
  return Value::Bool(false);
}

Value Evaluation::Matches(const PlanNode& node, const Value& text) {
  if (text.kind() != Kind::kString) return NoSuchOverload();
  Charge(text.size() / 4);
  const std::optional<Regex>& pattern = plan_.patterns[node.data];
  if (!pattern.has_value()) {
    return ErrorOf(kInvalidArgument, "the pattern is malformed or too large");
  }
  return Value::Bool(pattern->Occurs(text.string_value()));
}

const Value& Evaluation::EvalCall(const PlanNode& node, Value& scratch) {
  std::array<Value, kInlineArguments> inline_values;
  std::array<const Value*, kInlineArguments> inline_pointers;
  std::vector<Value> more_values;
  std::vector<const Value*> more_pointers;
  std::span<Value> values(inline_values.data(),
                          std::min<std::size_t>(node.count, kInlineArguments));
  std::span<const Value*> pointers(inline_pointers.data(), values.size());
  if (node.count > kInlineArguments) {
    more_values.resize(node.count);
    more_pointers.resize(node.count);
    values = more_values;
    pointers = more_pointers;
  }
  Obstacles obstacles;
  for (std::size_t i = 0; i < node.count; ++i) {
    pointers[i] = &Eval(Child(node, i), values[i]);
    obstacles.Add(*pointers[i]);
  }
  scratch = obstacles.empty() ? Placed(node, Call(node, pointers)) : std::move(obstacles).Take();
  return scratch;
}

Value Evaluation::Call(const PlanNode& node, Arguments arguments) {
  const Function* function = plan_.functions[node.data];
  if (function == nullptr) return ErrorOf(kNoSuchOverload, "there is no function of this name");
  for (const Overload& overload : function->overloads) {
    if (!overload.Takes(arguments.size(), node.is_member_call)) continue;
    if (!overload.Accepts(arguments)) continue;
    if (overload.host_call != nullptr) {
      std::vector<Value> copies;
      for (const Value* argument : arguments) copies.push_back(*argument);
      return overload.host_call(copies);
    }
    if (overload.call == nullptr) break;
    Value result = overload.call(arguments);
    Charge(CostOf(overload.cost, arguments, result));
    return result;
  }
  return NoSuchOverload();
}

const Value& Evaluation::EvalOptionalOr(const PlanNode& node, Value& scratch) {
  Value temporary;
  const Value& optional = Eval(Child(node, 0), temporary);
  if (optional.kind() >= Kind::kError) {
    scratch = optional;
    return scratch;
  }
  if (optional.kind() != Kind::kOptional) {
    scratch = Placed(node, NoSuchOverload());
    return scratch;
  }
  const Value* value = optional.optional_value();
  if (value == nullptr) return Eval(Child(node, 1), scratch);
  scratch = node.op == Op::kOptionalOr ? Value(optional) : Value(*value);
  return scratch;
}

const Value& Evaluation::EvalList(const PlanNode& node, Value& scratch) {
  Obstacles obstacles;
  std::vector<Value> elements;
  elements.reserve(node.count);
  for (std::size_t i = 0; i < node.count; ++i) {
    Value temporary;
    const PlanId child = Child(node, i);
    const Value& element = Eval(child, temporary);
    if (obstacles.Add(element)) continue;
    if (At(child).op != Op::kOptionalEntry) {
      elements.push_back(element);
    } else if (element.kind() != Kind::kOptional) {
      obstacles.Add(Placed(node, NoSuchOverload()));
    } else if (const Value* value = element.optional_value(); value != nullptr) {
      elements.push_back(*value);
    }
  }
  Charge(elements.size());
  scratch =
      obstacles.empty() ? Value::LiteralList(std::move(elements)) : std::move(obstacles).Take();
  return scratch;
}

const Value& Evaluation::EvalMap(const PlanNode& node, Value& scratch) {
  Obstacles obstacles;
  std::vector<MapEntry> entries;
  entries.reserve(node.count / 2);
  for (std::size_t i = 0; i < node.count; i += 2) {
    Value key_scratch;
    Value value_scratch;
    const Value& key = Eval(Child(node, i), key_scratch);
    const PlanId child = Child(node, i + 1);
    const Value& made = Eval(child, value_scratch);
    const bool key_failed = obstacles.Add(key);
    if (obstacles.Add(made) || key_failed) continue;
    const Value* value = &made;
    if (At(child).op == Op::kOptionalEntry) {
      if (made.kind() != Kind::kOptional) {
        obstacles.Add(Placed(node, NoSuchOverload()));
        continue;
      }
      value = made.optional_value();
      if (value == nullptr) continue;
    }
    Charge(key.weight());
    entries.emplace_back(key, *value);
  }
  if (obstacles.empty()) {
    auto map = MakeMap(std::move(entries));
    if (map.is_error()) map = Placed(node, std::move(map));
    scratch = std::move(map);
  } else {
    scratch = std::move(obstacles).Take();
  }
  return scratch;
}

}  // namespace referee::cel
