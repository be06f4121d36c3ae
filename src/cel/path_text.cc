// What an unknown calls its path: "referral.consent", "touches[2].kind".

#include "src/cel/eval.h"

namespace referee::cel {
namespace {

void AppendKey(const Value& key, std::string& path) {
  switch (key.kind()) {
    case Kind::kString: path.append(".").append(key.string_value()); break;
    case Kind::kInt: path += "[" + std::to_string(key.int_value()) + "]"; break;
    case Kind::kUint: path += "[" + std::to_string(key.uint_value()) + "]"; break;
    default: path += "[]"; break;
  }
}

}  // namespace

std::string Evaluation::PathOfSteps(const PlanNode& node, std::string path, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const PathStep& step = plan_.steps[node.first_step + i];
    if (step.index == kNoNode) {
      path += "." + step.name;
      continue;
    }
    // The elements that a macro has picked no longer stand where they stood.
    if (i == 0 && At(Child(node, 0)).op == Op::kScope) {
      path += "[]";
      continue;
    }
    // Expressions have no effects: computing an index again gives what it gave before.
    Value scratch;
    AppendKey(Eval(step.index, scratch), path);
  }
  return path;
}

std::string Evaluation::PathOf(PlanId id) {
  const PlanNode& node = At(id);
  switch (node.op) {
    case Op::kGlobal: return plan_.globals[node.data].name;
    case Op::kResolve: {
      std::size_t covered = 0;
      FindVariable(node, &covered);
      for (const Candidate& candidate : plan_.candidates[node.data]) {
        if (candidate.steps == 0 && variables_.Find(candidate.name) != nullptr) {
          return candidate.name;
        }
      }
      return plan_.candidates[node.data].back().name;
    }
    case Op::kPath: return PathOfSteps(node, PathOf(Child(node, 0)), node.step_count);
    case Op::kLocal: {
      const LocalVariable& local = plan_.locals[node.slot];
      const Slot& variable = slots_[node.slot];
      std::string path = PathOf(local.source);
      if (local.scope >= ScopeKind::kBind || variable.is_key) return path;
      if (variable.key.data() != nullptr) return path.append(".").append(variable.key);
      if (At(local.source).op == Op::kScope) return path + "[]";
      return path + "[" + std::to_string(variable.index) + "]";
    }
    case Op::kConditional: {
      Value scratch;
      const Value& condition = Eval(Child(node, 0), scratch);
      const bool takes_first = condition.kind() == Kind::kBool && condition.bool_value();
      return PathOf(Child(node, takes_first ? 1 : 2));
    }
    // dyn(x), x.orValue(y), x.value(): what they give stands where their operand stands.
    case Op::kCall:
    case Op::kOptionalOr:
    case Op::kOptionalOrValue: return node.count == 0 ? "" : PathOf(Child(node, 0));
    case Op::kScope: return PathOf(Child(node, 0));
    default: return "";
  }
}

}  // namespace referee::cel
