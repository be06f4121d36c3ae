#include "src/cel/plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "src/base/hash.h"
#include "src/cel/equality.h"
#include "src/cel/names.h"

namespace referee::cel {
namespace {

struct OperatorOp {
  std::string_view name;
  Op op;
};

constexpr std::array<OperatorOp, 14> kOperatorOps = {{
    {operators::kNot, Op::kNot},
    {operators::kNegate, Op::kNegate},
    {operators::kAdd, Op::kAdd},
    {operators::kSubtract, Op::kSubtract},
    {operators::kMultiply, Op::kMultiply},
    {operators::kDivide, Op::kDivide},
    {operators::kModulo, Op::kModulo},
    {operators::kEqual, Op::kEqual},
    {operators::kNotEqual, Op::kNotEqual},
    {operators::kLess, Op::kLess},
    {operators::kLessEqual, Op::kLessEqual},
    {operators::kGreater, Op::kGreater},
    {operators::kGreaterEqual, Op::kGreaterEqual},
    {operators::kIn, Op::kIn},
}};

std::optional<Value> AbsentValue(const SchemaNode* schema) {
  if (schema == nullptr || schema->absent != Field::Absent::kNone) return std::nullopt;
  const std::string_view type = schema->type;
  if (schema->Element() != nullptr || type.starts_with("list")) return Value::List({});
  if (!schema->members.empty() || type.starts_with("map")) return Value::Map({});
  return type == "bool" ? Value::Bool(false) : Value::Null();
}

PathStep MemberStep(std::string_view name, const SchemaNode* schema) {
  PathStep step;
  step.name = name;
  step.key = Value::String(std::string(name));
  step.hash = Hash64(name);
  step.absent_value = AbsentValue(schema);
  return step;
}

class Planner {
 public:
  Planner(const Ast& ast, const Resolution& resolution, const CompileOptions& options,
          std::deque<Function> host_functions)
      : ast_(ast), resolution_(resolution), options_(options) {
    plan_.mode = options.mode;
    plan_.limits = options.limits;
    plan_.host_functions = std::move(host_functions);
    plan_.result_type = resolution.result_type;
  }

  std::shared_ptr<const Plan> Run() {
    plan_.root = PlanExpr(ast_.root);
    plan_.read_paths.assign(read_paths_.begin(), read_paths_.end());
    std::sort(plan_.read_paths.begin(), plan_.read_paths.end());
    return std::make_shared<const Plan>(std::move(plan_));
  }

 private:
  const SchemaNode* SchemaOf(ExprId id) const {
    return resolution_.is_checked ? resolution_.references[id].schema : nullptr;
  }

  PlanId Add(PlanNode node, std::span<const PlanId> children = {}) {
    node.first = static_cast<std::uint32_t>(plan_.children.size());
    node.count = static_cast<std::uint32_t>(children.size());
    plan_.children.insert(plan_.children.end(), children.begin(), children.end());
    plan_.nodes.push_back(node);
    return static_cast<PlanId>(plan_.nodes.size() - 1);
  }

  PlanNode NodeFor(Op op, ExprId id) const {
    PlanNode node;
    node.op = op;
    node.position = ast_.At(id).position;
    return node;
  }

  PlanId AddConstant(Value value, ExprId id) {
    PlanNode node = NodeFor(Op::kConstant, id);
    node.data = static_cast<std::uint32_t>(plan_.constants.size());
    plan_.constants.push_back(std::move(value));
    return Add(node);
  }

  PlanId PlanExpr(ExprId id) {
    const Expr& expr = ast_.At(id);
    switch (expr.kind) {
      case ExprKind::kLiteral: return AddConstant(ast_.literals[expr.literal], id);
      case ExprKind::kName:
      case ExprKind::kSelect:
      case ExprKind::kHas: return PlanPath(id);
      case ExprKind::kCall:
        return expr.name == operators::kIndex || expr.name == operators::kOptionalIndex
                   ? PlanPath(id)
                   : PlanCall(id);
      case ExprKind::kAnd: return PlanChildren(Op::kAnd, id);
      case ExprKind::kOr: return PlanChildren(Op::kOr, id);
      case ExprKind::kConditional: return PlanChildren(Op::kConditional, id);
      case ExprKind::kList: return PlanList(id);
      case ExprKind::kMap: return PlanMap(id);
      case ExprKind::kOptionalEntry: return PlanChildren(Op::kOptionalEntry, id);
      case ExprKind::kScope: return PlanScope(id);
    }
    return 0;
  }

  std::vector<PlanId> PlanAll(std::span<const ExprId> children) {
    std::vector<PlanId> planned;
    planned.reserve(children.size());
    for (const ExprId child : children) planned.push_back(PlanExpr(child));
    return planned;
  }

  PlanId PlanChildren(Op op, ExprId id) {
    const std::vector<PlanId> children = PlanAll(ast_.ChildrenOf(id));
    return Add(NodeFor(op, id), children);
  }

  bool IsConstant(PlanId id) const { return plan_.nodes[id].op == Op::kConstant; }
  const Value& ConstantOf(PlanId id) const { return plan_.constants[plan_.nodes[id].data]; }
  bool AreConstant(const std::vector<PlanId>& ids) const {
    return std::all_of(ids.begin(), ids.end(), [this](PlanId id) { return IsConstant(id); });
  }

  // A list of constants is made once, not at every evaluation.
  PlanId PlanList(ExprId id) {
    const std::vector<PlanId> children = PlanAll(ast_.ChildrenOf(id));
    if (!AreConstant(children)) return Add(NodeFor(Op::kList, id), children);
    std::vector<Value> elements;
    for (const PlanId child : children) elements.push_back(ConstantOf(child));
    return AddConstant(Value::LiteralList(std::move(elements)), id);
  }

  PlanId PlanMap(ExprId id) {
    const std::vector<PlanId> children = PlanAll(ast_.ChildrenOf(id));
    if (!AreConstant(children)) return Add(NodeFor(Op::kMap, id), children);
    std::vector<MapEntry> entries;
    for (std::size_t i = 0; i < children.size(); i += 2) {
      // What is no key or is there twice is an error of the evaluation.
      const Value& key = ConstantOf(children[i]);
      if (key.kind() != Kind::kString) return Add(NodeFor(Op::kMap, id), children);
      entries.emplace_back(key, ConstantOf(children[i + 1]));
    }
    StringSet seen;
    for (const MapEntry& entry : entries) {
      if (!seen.insert(std::string(entry.first.string_value())).second) {
        return Add(NodeFor(Op::kMap, id), children);
      }
    }
    return AddConstant(Value::LiteralMap(std::move(entries)), id);
  }

  // The slot of a local variable, innermost first; no value when there is none.
  std::optional<std::uint32_t> FindLocal(const Expr& name) const {
    if (name.is_root) return std::nullopt;
    for (std::size_t i = scope_.size(); i > 0; --i) {
      if (plan_.locals[scope_[i - 1]].name == name.name) return scope_[i - 1];
    }
    return std::nullopt;
  }

  // Selections and indexings in a row become one node with steps.
  PlanId PlanPath(ExprId id) {
    PlanNode node = NodeFor(ast_.At(id).kind == ExprKind::kHas ? Op::kHas : Op::kPath, id);
    std::vector<PathStep> steps;
    ExprId base = id;
    while (IsStep(base)) {
      steps.push_back(StepOf(base));
      base = ast_.ChildrenOf(base).front();
    }
    std::reverse(steps.begin(), steps.end());
    const PlanId base_node = PlanBase(base, steps);
    RecordRead(base_node, steps);
    if (steps.empty()) return base_node;
    node.first_step = static_cast<std::uint32_t>(plan_.steps.size());
    node.step_count = static_cast<std::uint32_t>(steps.size());
    plan_.steps.insert(plan_.steps.end(), std::make_move_iterator(steps.begin()),
                       std::make_move_iterator(steps.end()));
    return Add(node, std::span(&base_node, 1));
  }

  bool IsStep(ExprId id) const {
    const Expr& expr = ast_.At(id);
    if (resolution_.is_checked && resolution_.references[id].target != Reference::Target::kNone) {
      return false;
    }
    return expr.kind == ExprKind::kSelect || expr.kind == ExprKind::kHas ||
           (expr.kind == ExprKind::kCall &&
            (expr.name == operators::kIndex || expr.name == operators::kOptionalIndex));
  }

  PathStep StepOf(ExprId id) {
    const Expr& expr = ast_.At(id);
    if (expr.kind != ExprKind::kCall) {
      PathStep step = MemberStep(expr.name, SchemaOf(id));
      step.is_optional = expr.is_optional;
      return step;
    }
    const PlanId index = PlanExpr(ast_.ChildrenOf(id)[1]);
    PathStep step;
    // A literal text selects just like a dot.
    if (IsConstant(index) && ConstantOf(index).kind() == Kind::kString) {
      step = MemberStep(ConstantOf(index).string_value(), SchemaOf(id));
    } else {
      step.index = index;
    }
    step.is_optional = expr.name == operators::kOptionalIndex;
    return step;
  }

  // The node below the steps.  A variable with a qualified name covers the first of them.
  PlanId PlanBase(ExprId id, std::vector<PathStep>& steps) {
    const Expr& expr = ast_.At(id);
    if (resolution_.is_checked) {
      const Reference& reference = resolution_.references[id];
      if (reference.target == Reference::Target::kType) {
        return AddConstant(*TypeByName(reference.name), id);
      }
      if (reference.target == Reference::Target::kVariable) {
        return AddGlobal(reference.name, reference.schema, id);
      }
    }
    if (expr.kind != ExprKind::kName) return PlanExpr(id);
    if (const auto slot = FindLocal(expr); slot.has_value()) {
      PlanNode node = NodeFor(Op::kLocal, id);
      node.slot = *slot;
      return Add(node);
    }
    return AddCandidates(id, steps);
  }

  PlanId AddGlobal(std::string_view name, const SchemaNode* schema, ExprId id) {
    PlanNode node = NodeFor(Op::kGlobal, id);
    node.data = static_cast<std::uint32_t>(plan_.globals.size());
    plan_.globals.push_back(MemberStep(name, schema));
    return Add(node);
  }

  // Without a checker only the activation knows which names are bound: longest first.
  PlanId AddCandidates(ExprId id, const std::vector<PathStep>& steps) {
    const Expr& expr = ast_.At(id);
    std::vector<std::string_view> parts = {expr.name};
    for (const PathStep& step : steps) {
      if (step.index != kNoNode || step.is_optional) break;
      parts.push_back(step.name);
    }
    const std::string_view container = expr.is_root ? std::string_view() : options_.container;
    std::vector<Candidate> candidates;
    for (std::size_t length = parts.size(); length > 0; --length) {
      for (std::string& name : NamesInContainer(container, JoinName(parts, length))) {
        candidates.push_back({std::move(name), static_cast<std::uint32_t>(length - 1)});
      }
    }
    PlanNode node = NodeFor(Op::kResolve, id);
    node.data = static_cast<std::uint32_t>(plan_.candidates.size());
    plan_.candidates.push_back(std::move(candidates));
    return Add(node);
  }

  PlanId PlanCall(ExprId id) {
    const Expr& expr = ast_.At(id);
    std::span<const ExprId> arguments = ast_.ChildrenOf(id);
    PlanNode node = NodeFor(Op::kCall, id);
    for (const OperatorOp& candidate : kOperatorOps) {
      if (candidate.name == expr.name) return PlanChildren(candidate.op, id);
    }
    const Function* function = nullptr;
    node.is_member_call = expr.is_member;
    if (expr.is_member) {
      function = FindQualifiedFunction(arguments.front(), expr.name);
      if (function != nullptr) {
        node.is_member_call = false;
        arguments = arguments.subspan(1);
      }
    }
    if (function == nullptr) function = FindFunction(expr.name, !expr.is_member);
    if (node.is_member_call && arguments.size() == 2 && expr.name == "or")
      node.op = Op::kOptionalOr;
    if (node.is_member_call && arguments.size() == 2 && expr.name == "orValue") {
      node.op = Op::kOptionalOrValue;
    }
    const std::vector<PlanId> planned = PlanAll(arguments);
    if (expr.name == "matches" && planned.size() == 2 && IsConstant(planned[1]) &&
        ConstantOf(planned[1]).kind() == Kind::kString) {
      node.op = Op::kMatches;
      node.data = static_cast<std::uint32_t>(plan_.patterns.size());
      auto pattern = Regex::Compile(ConstantOf(planned[1]).string_value());
      plan_.patterns.push_back(pattern.ok() ? std::optional(*pattern) : std::nullopt);
      return Add(node, planned);
    }
    node.data = static_cast<std::uint32_t>(plan_.functions.size());
    plan_.functions.push_back(function);
    return Add(node, planned);
  }

  const Function* FindByName(std::string_view name) const {
    for (const Function& function : plan_.host_functions) {
      if (function.name == name) return &function;
    }
    return FunctionTable::Standard().Find(name);
  }

  const Function* FindFunction(std::string_view name, bool in_container) const {
    if (!in_container) return FindByName(name);
    for (const std::string& candidate : NamesInContainer(options_.container, name)) {
      if (const Function* function = FindByName(candidate); function != nullptr) return function;
    }
    return nullptr;
  }

  // math.greatest(1, 2) is no call on a variable `math`.
  const Function* FindQualifiedFunction(ExprId receiver, std::string_view name) const {
    const std::vector<std::string_view> parts = QualifiedName(ast_, receiver);
    if (parts.empty()) return nullptr;
    ExprId bottom = receiver;
    while (ast_.At(bottom).kind == ExprKind::kSelect) bottom = ast_.ChildrenOf(bottom).front();
    if (FindLocal(ast_.At(bottom)).has_value()) return nullptr;
    if (resolution_.is_checked &&
        resolution_.references[receiver].target == Reference::Target::kVariable) {
      return nullptr;
    }
    return FindFunction(JoinName(parts, parts.size()) + "." + std::string(name), true);
  }

  PlanId PlanScope(ExprId id) {
    const Expr& expr = ast_.At(id);
    const std::span<const ExprId> children = ast_.ChildrenOf(id);
    std::vector<PlanId> planned = {PlanExpr(children.front())};
    PlanNode node = NodeFor(Op::kScope, id);
    node.scope = expr.scope;
    node.has_second_variable = !expr.second_variable.empty();
    node.slot = static_cast<std::uint32_t>(plan_.locals.size());
    AddLocal(expr.name, planned.front(), expr.scope);
    if (node.has_second_variable) AddLocal(expr.second_variable, planned.front(), expr.scope);
    for (const ExprId child : children.subspan(1)) planned.push_back(PlanExpr(child));
    scope_.resize(scope_.size() - (node.has_second_variable ? 2 : 1));
    return Add(node, planned);
  }

  void AddLocal(std::string_view name, PlanId source, ScopeKind scope) {
    scope_.push_back(static_cast<std::uint32_t>(plan_.locals.size()));
    plan_.locals.push_back({std::string(name), source, scope});
  }

  void RecordRead(PlanId base, const std::vector<PathStep>& steps) {
    std::string path = StaticPath(base);
    if (path.empty()) return;
    for (const PathStep& step : steps) {
      path += step.index == kNoNode ? "." + step.name : "[]";
    }
    read_paths_.insert(std::move(path));
  }

  // The path of a node as far as it is known before evaluation; "" for what is computed.
  std::string StaticPath(PlanId id) const {
    const PlanNode& node = plan_.nodes[id];
    switch (node.op) {
      case Op::kGlobal: return plan_.globals[node.data].name;
      case Op::kResolve: return plan_.candidates[node.data].back().name;
      case Op::kPath: {
        std::string path = StaticPath(plan_.ChildrenOf(node).front());
        if (path.empty()) return path;
        for (const PathStep& step : plan_.StepsOf(node)) {
          path += step.index == kNoNode ? "." + step.name : "[]";
        }
        return path;
      }
      case Op::kLocal: {
        const LocalVariable& local = plan_.locals[node.slot];
        const std::string path = StaticPath(local.source);
        const bool is_same = local.scope == ScopeKind::kBind ||
                             local.scope == ScopeKind::kOptionalMap ||
                             local.scope == ScopeKind::kOptionalFlatMap;
        return path.empty() || is_same ? path : path + "[]";
      }
      default: return "";
    }
  }

  const Ast& ast_;
  const Resolution& resolution_;
  const CompileOptions& options_;
  Plan plan_;
  std::vector<std::uint32_t> scope_;  // Slots, outermost first.
  StringSet read_paths_;
};

}  // namespace

std::shared_ptr<const Plan> MakePlan(const Ast& ast, const Resolution& resolution,
                                     const CompileOptions& options,
                                     std::deque<Function> host_functions) {
  return Planner(ast, resolution, options, std::move(host_functions)).Run();
}

}  // namespace referee::cel
