// What the evaluator runs: a flat, immutable array of steps with names resolved, literals folded
// and places attached.

#ifndef REFEREE_SRC_CEL_PLAN_H_
#define REFEREE_SRC_CEL_PLAN_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/regex.h"
#include "src/cel/ast.h"
#include "src/cel/cel.h"
#include "src/cel/checker.h"
#include "src/cel/function_table.h"

namespace referee::cel {

enum class Op : std::uint8_t {
  kConstant,  // `constant`
  kLocal,     // The variable in `slot`.
  kGlobal,    // The bound variable `name`.
  kResolve,   // The first of `candidates` that is bound.
  kPath,      // The first child, then `steps`.
  kHas,       // Whether the last of `steps` finds something.
  kNot,
  kNegate,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIn,
  kMatches,  // With a literal pattern: `pattern`.
  kCall,     // `function`
  kOptionalOr,
  kOptionalOrValue,
  kAnd,
  kOr,
  kConditional,
  kList,
  kMap,
  kOptionalEntry,
  kScope,  // Its variables are in `slot` and, if there are two, `slot` + 1.
};

using PlanId = std::uint32_t;
inline constexpr PlanId kNoNode = ~PlanId{0};

// One step down into a value: a member, or an index that is computed.
struct PathStep {
  std::string name;        // Of a member.
  Value key;               // The same as a value.
  std::uint64_t hash = 0;  // Of `name`.
  PlanId index = kNoNode;  // Of an index.
  bool is_optional = false;
  // What absence means when it is not missing evidence; see Field::Absent.
  std::optional<Value> absent_value;
};

// A name that may be bound, and how many steps of the path it already covers.
struct Candidate {
  std::string name;
  std::uint32_t steps = 0;
};

struct PlanNode {
  Op op = Op::kConstant;
  ScopeKind scope = ScopeKind::kAll;
  bool has_second_variable = false;
  bool is_member_call = false;
  Position position;
  std::uint32_t first = 0;  // Of its children, in Plan::children.
  std::uint32_t count = 0;
  std::uint32_t first_step = 0;  // In Plan::steps.
  std::uint32_t step_count = 0;
  std::uint32_t data = 0;  // Constant, global, candidates, pattern or function, by `op`.
  std::uint32_t slot = 0;
};

// What is known of one local variable before evaluation.
struct LocalVariable {
  std::string name;
  PlanId source = kNoNode;  // The range of a macro, or the initial value of a bind.
  ScopeKind scope = ScopeKind::kAll;
};

struct Plan {
  Mode mode = Mode::kStrict;
  Limits limits;
  PlanId root = 0;
  std::vector<PlanNode> nodes;
  std::vector<PlanId> children;
  std::vector<PathStep> steps;
  std::vector<Value> constants;
  std::vector<PathStep> globals;  // Looked up like members of the activation.
  std::vector<std::vector<Candidate>> candidates;
  std::vector<std::optional<Regex>> patterns;
  std::vector<const Function*> functions;  // Null: there is none of this name.
  std::vector<LocalVariable> locals;       // By slot.
  std::deque<Function> host_functions;
  std::vector<std::string> read_paths;
  std::string result_type;

  std::span<const PlanId> ChildrenOf(const PlanNode& node) const {
    return std::span<const PlanId>(children).subspan(node.first, node.count);
  }
  std::span<const PathStep> StepsOf(const PlanNode& node) const {
    return std::span<const PathStep>(steps).subspan(node.first_step, node.step_count);
  }
};

// Never fails: what cannot be resolved becomes an error when it is evaluated.  `resolution` holds
// what the checker found, or nothing when it was not asked.
std::shared_ptr<const Plan> MakePlan(const Ast& ast, const Resolution& resolution,
                                     const CompileOptions& options,
                                     std::deque<Function> host_functions);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_PLAN_H_
