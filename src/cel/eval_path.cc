// Variables, selections, indexings and presence.

#include <algorithm>
#include <cmath>
#include <utility>

#include "src/cel/error.h"
#include "src/cel/eval.h"
#include "src/cel/names.h"

namespace referee::cel {
namespace {

// The position that an index stands for, when it is a whole number; doubles and uints come from
// dynamic data.
std::optional<std::int64_t> PositionOf(const Value& index) {
  switch (index.kind()) {
    case Kind::kInt: return index.int_value();
    case Kind::kUint:
      // What does not fit is past the end of any list.
      return index.uint_value() > 0x7fffffff ? 0x7fffffff
                                             : static_cast<std::int64_t>(index.uint_value());
    case Kind::kDouble: {
      const double number = index.double_value();
      if (!(std::fabs(number) < 0x1p53) || std::trunc(number) != number) return std::nullopt;
      return static_cast<std::int64_t>(number);
    }
    default: return std::nullopt;
  }
}

bool IsKeyKind(Kind kind) {
  return kind == Kind::kString || kind == Kind::kInt || kind == Kind::kUint ||
         kind == Kind::kBool || kind == Kind::kDouble;
}

}  // namespace

// The value of a local variable; a bind is computed when it is first read.
const Value* Evaluation::ReadLocal(const PlanNode& node) {
  Slot& variable = slots_[node.slot];
  if (variable.pending != kNoNode) {
    const PlanId initial = std::exchange(variable.pending, kNoNode);
    Value temporary;
    const Value& value = Eval(initial, temporary);
    slots_[node.slot].value = value;
  }
  return &slots_[node.slot].value;
}

const Value& Evaluation::EvalLocal(const PlanNode& node, Value& scratch) {
  const Value* value = ReadLocal(node);
  const bool is_null = value->kind() == Kind::kNull;
  if (!is_null && !value->is_missing()) return *value;
  if (is_evidence() && slot(node).is_element) {
    const PlanId id = static_cast<PlanId>(&node - plan_.nodes.data());
    const std::string reason = is_null ? "null" : std::string(value->missing_reason());
    scratch = Value::Unknown({{PathOf(id), reason}});
    return scratch;
  }
  if (is_null) return *value;
  scratch = Fail(node, kNoSuchKey, "no such key");
  return scratch;
}

// Looks a root up.  `covered_steps` receives how many steps a qualified name already covers.
Evaluation::Found Evaluation::FindVariable(const PlanNode& node, std::size_t* covered_steps) {
  Found found;
  found.is_bound = true;
  if (node.op == Op::kGlobal) {
    const PathStep& global = plan_.globals[node.data];
    found.value = variables_.Find(global.name, global.hash);
    if (found.value == nullptr) found.outcome = Found::Outcome::kAbsent;
    return found;
  }
  for (const Candidate& candidate : plan_.candidates[node.data]) {
    if (const Value* value = variables_.Find(candidate.name); value != nullptr) {
      found.value = value;
      *covered_steps = candidate.steps;
      return found;
    }
    if (auto type = TypeByName(candidate.name); type.has_value()) {
      found.failure = *std::move(type);
      *covered_steps = candidate.steps;
      return found;
    }
  }
  found.outcome = Found::Outcome::kFailed;
  found.failure = Fail(node, kUndeclared, "a name that nothing is bound to");
  return found;
}

const Value& Evaluation::EvalVariable(PlanId id, const PlanNode& node, Value& scratch) {
  return EvalPath(id, node, scratch);
}

// The common case, without bookkeeping: members all the way down, all of them there.  Null when
// anything else turns up, which Walk() then looks at closely.
const Value* Evaluation::FollowMembers(const PlanNode& node) const {
  const PlanNode& base = node.op == Op::kPath ? At(Child(node, 0)) : node;
  const Value* value = nullptr;
  if (base.op == Op::kGlobal) {
    const PathStep& global = plan_.globals[base.data];
    value = variables_.Find(global.name, global.hash);
  } else if (base.op == Op::kLocal && slot(base).pending == kNoNode) {
    value = &slot(base).value;
  }
  for (std::size_t i = 0; i < node.step_count && value != nullptr; ++i) {
    const PathStep& step = plan_.steps[node.first_step + i];
    if (step.index != kNoNode || step.is_optional) return nullptr;
    value = value->Find(step.name, step.hash);
  }
  const bool is_there = value != nullptr && value->kind() != Kind::kNull && !value->is_unknown();
  return is_there ? value : nullptr;
}

const Value& Evaluation::EvalPath(PlanId id, const PlanNode& node, Value& scratch) {
  if (const Value* value = FollowMembers(node); value != nullptr) return *value;
  Value base_scratch;
  Found found = Walk(node, base_scratch);
  return Conclude(id, node, found, base_scratch, scratch);
}

Evaluation::Found Evaluation::Walk(const PlanNode& node, Value& base_scratch) {
  const bool is_variable = node.op == Op::kGlobal || node.op == Op::kResolve;
  const PlanNode& base = is_variable ? node : At(Child(node, 0));
  std::size_t next = 0;
  Found found;
  if (base.op == Op::kGlobal || base.op == Op::kResolve) {
    found = FindVariable(base, &next);
    if (found.outcome != Found::Outcome::kValue) return found;
    if (found.value == nullptr) {
      base_scratch = std::move(found.failure);
      found.value = &base_scratch;
    }
  } else if (base.op == Op::kLocal) {
    // Read as it is: a null element then makes the whole path unknown.
    found.value = ReadLocal(base);
    found.is_bound = slot(base).is_element;
  } else {
    found.value = &Eval(Child(node, 0), base_scratch);
    found.is_bound = false;
  }
  for (; next < node.step_count && found.outcome == Found::Outcome::kValue; ++next) {
    TakeStep(node, next, found);
  }
  if (found.outcome != Found::Outcome::kValue) return found;

  // The end of the path must itself be there.
  SeeAbsence(*found.value, node.step_count, found);
  return found;
}

// Null and missing members are absence, of what `step_count` steps have led to.
void Evaluation::SeeAbsence(const Value& value, std::size_t step_count, Found& found) const {
  if (value.is_missing()) {
    found.reason = value.missing_reason();
    found.is_bound = true;
  } else if (is_evidence() && found.is_bound && value.kind() == Kind::kNull) {
    found.reason = "null";
  } else {
    return;
  }
  found.outcome = found.is_optional ? Found::Outcome::kNone : Found::Outcome::kAbsent;
  found.step = step_count == 0 ? Found::kNoStep : step_count - 1;
}

// One step further down.
void Evaluation::TakeStep(const PlanNode& node, std::size_t index, Found& found) {
  const PathStep& step = plan_.steps[node.first_step + index];
  if (found.value->kind() == Kind::kOptional) {
    found.is_optional = true;
    const Value* inner = found.value->optional_value();
    if (inner == nullptr) {
      found.outcome = Found::Outcome::kNone;
      return;
    }
    found.value = inner;
  }
  found.is_optional = found.is_optional || step.is_optional;
  const Value& container = *found.value;
  SeeAbsence(container, index, found);
  if (found.outcome != Found::Outcome::kValue) return;
  if (container.kind() >= Kind::kError) {
    found.outcome = Found::Outcome::kFailed;
    found.failure = container;
    return;
  }
  found.is_bound = container.is_bound();
  const Value* next = Lookup(node, step, found);
  if (found.outcome == Found::Outcome::kFailed) return;
  if (next == nullptr) {
    found.outcome = found.is_optional ? Found::Outcome::kNone : Found::Outcome::kAbsent;
    found.step = index;
    return;
  }
  found.value = next;
}

const Value* Evaluation::Lookup(const PlanNode& node, const PathStep& step, Found& found) {
  const Value& container = *found.value;
  if (step.index == kNoNode) {
    if (container.kind() == Kind::kMap) return container.Find(step.name, step.hash);
    found.outcome = Found::Outcome::kFailed;
    found.failure = Fail(node, kNoSuchField, "only maps have fields");
    return nullptr;
  }
  Value index_scratch;
  const Value& index = Eval(step.index, index_scratch);
  if (index.kind() >= Kind::kError) {
    found.outcome = Found::Outcome::kFailed;
    found.failure = index;
    return nullptr;
  }
  return LookupIndex(node, container, index, found);
}

const Value* Evaluation::LookupIndex(const PlanNode& node, const Value& container,
                                     const Value& index, Found& found) {
  if (container.kind() == Kind::kMap && IsKeyKind(index.kind())) {
    Charge(index.weight());
    return container.FindKey(index);
  }
  if (container.kind() == Kind::kList) {
    if (const auto position = PositionOf(index); position.has_value()) {
      const auto elements = container.elements();
      if (*position >= 0 && static_cast<std::size_t>(*position) < elements.size()) {
        return &elements[static_cast<std::size_t>(*position)];
      }
      if (found.is_optional) return nullptr;
      found.outcome = Found::Outcome::kFailed;
      found.failure = Fail(node, kIndexOutOfRange, "the index is outside the list");
      return nullptr;
    }
  }
  found.outcome = Found::Outcome::kFailed;
  found.failure = container.kind() == Kind::kMap ? Fail(node, kNoSuchKey, "no such key")
                                                 : Placed(node, NoSuchOverload());
  return nullptr;
}

// Turns what was found into a value.
const Value& Evaluation::Conclude(PlanId id, const PlanNode& node, Found& found,
                                  const Value& base_scratch, Value& scratch) {
  switch (found.outcome) {
    case Found::Outcome::kNone: scratch = Value::OptionalNone(); break;
    case Found::Outcome::kFailed: scratch = std::move(found.failure); break;
    case Found::Outcome::kAbsent:
      // Evidence that is missing before `.?` is no less absent than behind it.
      scratch = is_evidence() && found.is_bound && HasOptionalStep(node) ? Value::OptionalNone()
                                                                         : Absent(id, node, found);
      break;
    case Found::Outcome::kValue:
      if (found.is_optional) {
        scratch = Value::Optional(*found.value);
        break;
      }
      // What was found inside a temporary must not outlive it.
      if (base_scratch.kind() == Kind::kNull) return *found.value;
      scratch = *found.value;
      break;
  }
  return scratch;
}

bool Evaluation::HasOptionalStep(const PlanNode& node) const {
  const auto steps = plan_.StepsOf(node);
  return std::any_of(steps.begin(), steps.end(),
                     [](const PathStep& step) { return step.is_optional; });
}

Value Evaluation::Absent(PlanId id, const PlanNode& node, const Found& found) {
  const bool is_root = found.step == Found::kNoStep && node.step_count == 0;
  if (!is_evidence() || !found.is_bound) {
    if (is_root) return Fail(node, kUndeclared, "a name that nothing is bound to");
    return Fail(node, kNoSuchKey, "no such key");
  }
  const std::optional<Value>* absent_value = nullptr;
  if (node.op == Op::kGlobal) {
    absent_value = &plan_.globals[node.data].absent_value;
  } else if (node.op == Op::kPath) {
    absent_value = &plan_.steps[node.first_step + node.step_count - 1].absent_value;
  }
  if (absent_value != nullptr && absent_value->has_value()) return **absent_value;

  // An unknown names the whole path, but an index can only name its container.
  std::size_t named = node.step_count;
  const std::size_t first = found.step == Found::kNoStep ? 0 : found.step + 1;
  for (std::size_t i = first; i < node.step_count; ++i) {
    if (plan_.steps[node.first_step + i].index == kNoNode) continue;
    named = i;
    break;
  }
  const std::string base = PathOf(node.op == Op::kPath ? Child(node, 0) : id);
  return Value::Unknown({{PathOfSteps(node, base, named), std::string(found.reason)}});
}

const Value& Evaluation::EvalHas(const PlanNode& node, Value& scratch) {
  Value base_scratch;
  Found found = Walk(node, base_scratch);
  switch (found.outcome) {
    case Found::Outcome::kValue: scratch = Value::Bool(true); break;
    case Found::Outcome::kNone: scratch = Value::Bool(false); break;
    case Found::Outcome::kFailed: scratch = std::move(found.failure); break;
    case Found::Outcome::kAbsent: {
      const bool is_last = found.step == node.step_count - std::size_t{1};
      const bool sees_absence = is_last || (is_evidence() && found.is_bound);
      scratch = sees_absence ? Value::Bool(false) : Fail(node, kNoSuchKey, "no such key");
      break;
    }
  }
  return scratch;
}

}  // namespace referee::cel
