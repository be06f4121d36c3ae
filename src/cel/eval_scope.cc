// Macros: all, exists, exists_one, filter, map, the transforms, bind and the optional maps.

#include <utility>
#include <vector>

#include "src/cel/error.h"
#include "src/cel/eval.h"
#include "src/cel/make_map.h"

namespace referee::cel {

const Value& Evaluation::EvalScope(const PlanNode& node, Value& scratch) {
  if (node.scope == ScopeKind::kBind) return EvalBind(node, scratch);
  if (node.scope == ScopeKind::kOptionalMap || node.scope == ScopeKind::kOptionalFlatMap) {
    return EvalOptionalMap(node, scratch);
  }
  Value temporary;
  const Value& range = Eval(Child(node, 0), temporary);
  if (range.kind() >= Kind::kError) {
    scratch = range;
    return scratch;
  }
  if (range.kind() != Kind::kList && range.kind() != Kind::kMap) {
    scratch = Placed(node, NoSuchOverload());
    return scratch;
  }
  switch (node.scope) {
    case ScopeKind::kAll:
    case ScopeKind::kExists: scratch = Quantify(node, range); break;
    case ScopeKind::kExistsOne: scratch = ExistsOne(node, range); break;
    case ScopeKind::kFilter: scratch = Filter(node, range); break;
    case ScopeKind::kMap: scratch = MapElements(node, range); break;
    default: scratch = TransformMap(node, range); break;
  }
  return scratch;
}

// The slots outlive the scope: what the body gives may point into them.
const Value& Evaluation::EvalBind(const PlanNode& node, Value& scratch) {
  slots_[node.slot] = Slot();
  slots_[node.slot].pending = Child(node, 0);
  return Eval(Child(node, 1), scratch);
}

const Value& Evaluation::EvalOptionalMap(const PlanNode& node, Value& scratch) {
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
  if (value == nullptr) {
    scratch = Value::OptionalNone();
    return scratch;
  }
  slots_[node.slot] = Slot();
  slots_[node.slot].value = *value;
  Value body_scratch;
  const Value& body = Eval(Child(node, 1), body_scratch);
  if (body.kind() >= Kind::kError) {
    scratch = body;
  } else if (node.scope == ScopeKind::kOptionalMap) {
    scratch = Value::Optional(body);
  } else {
    scratch = body.kind() == Kind::kOptional ? body : Placed(node, NoSuchOverload());
  }
  return scratch;
}

// Gives the variables of the scope their values for one element or entry.
void Evaluation::BindElement(const PlanNode& node, const Value& range, std::size_t i) {
  Slot& first = slots_[node.slot];
  Slot& last = slots_[node.slot + (node.has_second_variable ? 1 : 0)];
  if (range.kind() == Kind::kList) {
    if (node.has_second_variable) {
      first.value = Value::Int(static_cast<std::int64_t>(i));
      first.is_key = true;
    }
    last.value = range.elements()[i];
    last.is_key = false;
    last.index = i;
    last.key = {};
    last.is_element = range.is_bound();
    return;
  }
  const MapEntry& entry = range.entries()[i];
  first.value = entry.first;
  first.is_key = true;
  if (!node.has_second_variable) return;
  last.value = entry.second;
  last.index = i;
  last.key = entry.first.kind() == Kind::kString ? entry.first.string_value() : std::string_view();
  last.is_element = range.is_bound();
}

// Evaluates a predicate for the element that is bound.
Evaluation::Choice Evaluation::Decide(const PlanNode& node, PlanId predicate,
                                      Obstacles& obstacles) {
  Value temporary;
  const Value& verdict = Eval(predicate, temporary);
  if (verdict.kind() == Kind::kBool) return verdict.bool_value() ? Choice::kYes : Choice::kNo;
  if (!obstacles.Add(verdict)) obstacles.Add(Placed(node, NoSuchOverload()));
  return Choice::kObstacle;
}

Value Evaluation::Quantify(const PlanNode& node, const Value& range) {
  const bool deciding = node.scope == ScopeKind::kExists;
  const Choice wanted = deciding ? Choice::kYes : Choice::kNo;
  Obstacles obstacles;
  for (std::size_t i = 0; i < range.size() && !is_exhausted_; ++i) {
    BindElement(node, range, i);
    if (Decide(node, Child(node, 1), obstacles) == wanted) return Value::Bool(deciding);
  }
  return obstacles.empty() ? Value::Bool(!deciding) : std::move(obstacles).Take();
}

// Errors are not absorbed, but a second match decides what unknown elements cannot change.
Value Evaluation::ExistsOne(const PlanNode& node, const Value& range) {
  std::size_t matches = 0;
  bool has_error = false;
  Obstacles obstacles;
  for (std::size_t i = 0; i < range.size() && !is_exhausted_; ++i) {
    BindElement(node, range, i);
    Obstacles here;
    const Choice choice = Decide(node, Child(node, 1), here);
    if (choice == Choice::kYes) ++matches;
    if (choice != Choice::kObstacle) continue;
    has_error = has_error || !here.has_unknown();
    obstacles.Add(std::move(here).Take());
  }
  if (matches > 1 && !has_error) return Value::Bool(false);
  return obstacles.empty() ? Value::Bool(matches == 1) : std::move(obstacles).Take();
}

Value Evaluation::Filter(const PlanNode& node, const Value& range) {
  std::vector<Value> kept;
  Obstacles obstacles;
  for (std::size_t i = 0; i < range.size() && !is_exhausted_; ++i) {
    BindElement(node, range, i);
    if (Decide(node, Child(node, 1), obstacles) != Choice::kYes) continue;
    if (range.kind() == Kind::kList) {
      kept.push_back(range.elements()[i]);
    } else {
      kept.push_back(range.entries()[i].first);
    }
  }
  if (!obstacles.empty()) return std::move(obstacles).Take();
  return range.is_bound() ? Value::List(std::move(kept)) : Value::LiteralList(std::move(kept));
}

Value Evaluation::MapElements(const PlanNode& node, const Value& range) {
  const PlanId transform = Child(node, node.count - 1);
  std::vector<Value> made;
  Obstacles obstacles;
  for (std::size_t i = 0; i < range.size() && !is_exhausted_; ++i) {
    BindElement(node, range, i);
    if (node.count == 3 && Decide(node, Child(node, 1), obstacles) != Choice::kYes) continue;
    Value temporary;
    const Value& element = Eval(transform, temporary);
    if (!obstacles.Add(element)) made.push_back(element);
  }
  return obstacles.empty() ? Value::LiteralList(std::move(made)) : std::move(obstacles).Take();
}

Value Evaluation::TransformMap(const PlanNode& node, const Value& range) {
  const PlanId transform = Child(node, node.count - 1);
  std::vector<MapEntry> entries;
  Obstacles obstacles;
  for (std::size_t i = 0; i < range.size() && !is_exhausted_; ++i) {
    BindElement(node, range, i);
    if (node.count == 3 && Decide(node, Child(node, 1), obstacles) != Choice::kYes) continue;
    Value temporary;
    const Value& made = Eval(transform, temporary);
    if (obstacles.Add(made)) continue;
    if (node.scope == ScopeKind::kTransformMap) {
      entries.emplace_back(slots_[node.slot].value, made);
    } else if (made.kind() == Kind::kMap) {
      entries.insert(entries.end(), made.entries().begin(), made.entries().end());
    } else {
      obstacles.Add(Placed(node, NoSuchOverload()));
    }
  }
  if (!obstacles.empty()) return std::move(obstacles).Take();
  return Placed(node, MakeMap(std::move(entries)));
}

}  // namespace referee::cel
