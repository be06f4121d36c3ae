#include "src/cel/checker.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "src/base/status_macros.h"
#include "src/base/string_map.h"
#include "src/cel/issue.h"
#include "src/cel/names.h"
#include "src/cel/unify.h"

namespace referee::cel {
namespace {

constexpr TypeId kDyn = IdOf(TypeKind::kDyn);
constexpr TypeId kBool = IdOf(TypeKind::kBool);

TypeId TypeOfLiteral(const Value& value) {
  switch (value.kind()) {
    case Kind::kBool: return kBool;
    case Kind::kInt: return IdOf(TypeKind::kInt);
    case Kind::kUint: return IdOf(TypeKind::kUint);
    case Kind::kDouble: return IdOf(TypeKind::kDouble);
    case Kind::kString: return IdOf(TypeKind::kString);
    case Kind::kBytes: return IdOf(TypeKind::kBytes);
    default: return IdOf(TypeKind::kNull);
  }
}

std::size_t CountParts(std::string_view name) {
  return 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), '.'));
}

class Checker {
 public:
  Checker(const Ast& ast, const CompileOptions& options, const std::deque<Function>& host_functions,
          TypePool& types)
      : ast_(ast),
        options_(options),
        host_functions_(host_functions),
        types_(types),
        unifier_(types) {
    resolution_.is_checked = true;
    resolution_.references.resize(ast.nodes.size());
  }

  absl::StatusOr<Resolution> Run() {
    REFEREE_RETURN_IF_ERROR(Declare());
    REFEREE_ASSIGN_OR_RETURN(const TypeId type, Infer(ast_.root));
    resolution_.result_type = types_.Text(unifier_.Resolve(type, Unifier::Open::kMakeDynamic));
    return std::move(resolution_);
  }

 private:
  struct Declared {
    TypeId type = kDyn;
    const SchemaNode* schema = nullptr;
  };
  struct Local {
    std::string_view name;
    TypeId type;
  };

  absl::Status Declare() {
    for (const Variable& variable : options_.variables) {
      auto type = types_.Parse(variable.type);
      if (!type.ok()) return InsideOf(variable.name, type.status());
      variables_[variable.name] = {*type, nullptr};
      max_parts_ = std::max(max_parts_, CountParts(variable.name));
    }
    if (options_.schema == nullptr) return absl::OkStatus();
    for (const auto& member : options_.schema->root().members) {
      variables_[member->name] = {types_.OfSchema(*member), member.get()};
    }
    return absl::OkStatus();
  }

  // In evidence mode without a schema every bound name counts as declared.
  bool IsOpen() const { return options_.mode == Mode::kEvidence && options_.schema == nullptr; }

  TypeId Known(TypeId type) const { return unifier_.Resolve(type, Unifier::Open::kKeep); }

  absl::StatusOr<TypeId> Infer(ExprId id) {
    const Expr& expr = ast_.At(id);
    switch (expr.kind) {
      case ExprKind::kLiteral: return TypeOfLiteral(ast_.literals[expr.literal]);
      case ExprKind::kName:
      case ExprKind::kSelect: return InferPath(id, id);
      case ExprKind::kHas: {
        REFEREE_RETURN_IF_ERROR(InferSelection(id, id).status());
        return kBool;
      }
      case ExprKind::kCall: return InferCall(id);
      case ExprKind::kAnd:
      case ExprKind::kOr: return InferLogic(id);
      case ExprKind::kConditional: return InferConditional(id);
      case ExprKind::kList: return InferList(id);
      case ExprKind::kMap: return InferMap(id);
      case ExprKind::kOptionalEntry: return Infer(ast_.ChildrenOf(id).front());
      case ExprKind::kScope: return InferScope(id);
    }
    return kDyn;
  }

  const Local* FindLocal(const Expr& name) const {
    if (name.is_root) return nullptr;
    for (std::size_t i = locals_.size(); i > 0; --i) {
      if (locals_[i - 1].name == name.name) return &locals_[i - 1];
    }
    return nullptr;
  }

  const Expr& BottomOf(ExprId id) const {
    while (ast_.At(id).kind == ExprKind::kSelect) id = ast_.ChildrenOf(id).front();
    return ast_.At(id);
  }

  // A variable or a type with the qualified name that ends at `id`.
  std::optional<TypeId> ResolveName(ExprId id) {
    const std::vector<std::string_view> parts = QualifiedName(ast_, id);
    if (parts.empty() || parts.size() > max_parts_) return std::nullopt;
    const Expr& bottom = BottomOf(id);
    if (FindLocal(bottom) != nullptr) return std::nullopt;
    const std::string_view container =
        bottom.is_root ? std::string_view() : std::string_view(options_.container);
    Reference& reference = resolution_.references[id];
    for (const std::string& name : NamesInContainer(container, JoinName(parts, parts.size()))) {
      if (const auto found = variables_.find(name); found != variables_.end()) {
        reference = {Reference::Target::kVariable, name, found->second.schema};
        return found->second.type;
      }
      if (const auto type = TypeByName(name); type.has_value()) {
        reference = {Reference::Target::kType, name, nullptr};
        const auto named = types_.Parse(name);
        return types_.Of(TypeKind::kType, named.ok() ? *named : kDyn);
      }
    }
    return std::nullopt;
  }

  // A name or a selection; `top` is the whole path that it begins.
  absl::StatusOr<TypeId> InferPath(ExprId id, ExprId top) {
    const Expr& expr = ast_.At(id);
    if (const auto type = ResolveName(id); type.has_value()) return *type;
    if (expr.kind == ExprKind::kSelect) return InferSelection(id, top);
    if (expr.kind != ExprKind::kName) return Infer(id);
    if (const Local* local = FindLocal(expr); local != nullptr) return local->type;
    if (IsOpen()) return kDyn;
    const std::vector<std::string_view> parts = QualifiedName(ast_, top);
    return Undeclared(expr.position,
                      parts.empty() ? std::string(expr.name) : JoinName(parts, parts.size()));
  }

  absl::Status Undeclared(Position position, const std::string& path) const {
    std::string message = "'" + path + "' is not declared";
    const std::string nearest =
        options_.schema == nullptr ? std::string() : options_.schema->Nearest(path);
    if (!nearest.empty()) message += "; the nearest declared path is '" + nearest + "'";
    return IssueAt(position, kUndeclaredIssue, message);
  }

  absl::StatusOr<TypeId> InferSelection(ExprId id, ExprId top) {
    const Expr& expr = ast_.At(id);
    REFEREE_ASSIGN_OR_RETURN(TypeId operand, InferPath(ast_.ChildrenOf(id).front(), top));
    operand = Known(operand);
    bool is_optional = expr.is_optional;
    if (types_.At(operand).kind == TypeKind::kOptional) {
      is_optional = true;
      operand = Known(types_.At(operand).arguments[0]);
    }
    REFEREE_ASSIGN_OR_RETURN(const TypeId field, FieldOf(id, operand, expr.name));
    return is_optional ? types_.Of(TypeKind::kOptional, field) : field;
  }

  // The type of a member of `operand`; notes the declared path that `id` reads.
  absl::StatusOr<TypeId> FieldOf(ExprId id, TypeId operand, std::string_view name) {
    const Type& type = types_.At(operand);
    switch (type.kind) {
      case TypeKind::kMap: return type.arguments[1];
      case TypeKind::kDyn: return kDyn;
      case TypeKind::kParameter:
        // Nothing is known of it yet, and nothing may be assumed later.
        unifier_.Assign(operand, kDyn);
        return kDyn;
      case TypeKind::kObject: {
        const SchemaNode* member = type.schema->Find(name);
        if (member != nullptr) {
          resolution_.references[id].schema = member;
          return types_.OfSchema(*member);
        }
        // An object that is declared with a type of its own may have other members.
        if (!type.schema->type.empty()) return kDyn;
        return Undeclared(ast_.At(id).position, type.schema->path + "." + std::string(name));
      }
      default:
        return IssueAt(ast_.At(id).position, kTypeIssue,
                       "a " + types_.Text(operand) + " has no fields");
    }
  }

  absl::Status ExpectBool(ExprId id, TypeId type) {
    if (unifier_.Assign(type, kBool)) return absl::OkStatus();
    return IssueAt(ast_.At(id).position, kTypeIssue,
                   "expects a bool, found a " + types_.Text(Known(type)));
  }

  absl::StatusOr<TypeId> InferLogic(ExprId id) {
    for (const ExprId operand : ast_.ChildrenOf(id)) {
      REFEREE_ASSIGN_OR_RETURN(const TypeId type, Infer(operand));
      REFEREE_RETURN_IF_ERROR(ExpectBool(operand, type));
    }
    return kBool;
  }

  absl::StatusOr<TypeId> InferConditional(ExprId id) {
    const auto children = ast_.ChildrenOf(id);
    REFEREE_ASSIGN_OR_RETURN(const TypeId condition, Infer(children[0]));
    REFEREE_RETURN_IF_ERROR(ExpectBool(children[0], condition));
    REFEREE_ASSIGN_OR_RETURN(const TypeId then, Infer(children[1]));
    REFEREE_ASSIGN_OR_RETURN(const TypeId otherwise, Infer(children[2]));
    const TypeId both = unifier_.Fresh();
    const TypeId branches[] = {then, otherwise};
    const TypeId targets[] = {both, both};
    if (!unifier_.Assign(branches, targets)) {
      return IssueAt(ast_.At(id).position, kTypeIssue,
                     "the branches of a conditional have different types");
    }
    return Known(both);
  }

  // The type of an element or entry; `?` takes the optional away.
  absl::StatusOr<TypeId> InferEntry(ExprId id) {
    REFEREE_ASSIGN_OR_RETURN(const TypeId inferred, Infer(id));
    if (ast_.At(id).kind != ExprKind::kOptionalEntry) return inferred;
    const TypeId type = Known(inferred);
    if (types_.At(type).kind == TypeKind::kOptional) return types_.At(type).arguments[0];
    if (types_.At(type).kind == TypeKind::kDyn) return kDyn;
    return IssueAt(ast_.At(id).position, kTypeIssue, "an entry with '?' must be optional");
  }

  absl::StatusOr<TypeId> InferList(ExprId id) {
    std::optional<TypeId> joined;
    for (const ExprId element : ast_.ChildrenOf(id)) {
      REFEREE_ASSIGN_OR_RETURN(const TypeId type, InferEntry(element));
      joined = joined.has_value() ? unifier_.Join(*joined, type) : type;
    }
    return types_.Of(TypeKind::kList, joined.has_value() ? *joined : unifier_.Fresh());
  }

  // Anything but a scalar fails as a key, so its type need not be kept; types then stay as small
  // as the expression.
  TypeId KeyType(TypeId type) const {
    const TypeId known = Known(type);
    return types_.At(known).arguments.empty() && types_.At(known).kind != TypeKind::kObject ? known
                                                                                            : kDyn;
  }

  absl::StatusOr<TypeId> InferMap(ExprId id) {
    std::optional<TypeId> key;
    std::optional<TypeId> value;
    const auto children = ast_.ChildrenOf(id);
    for (std::size_t i = 0; i < children.size(); i += 2) {
      REFEREE_ASSIGN_OR_RETURN(const TypeId key_type, Infer(children[i]));
      REFEREE_ASSIGN_OR_RETURN(const TypeId value_type, InferEntry(children[i + 1]));
      key = key.has_value() ? unifier_.Join(*key, KeyType(key_type)) : KeyType(key_type);
      value = value.has_value() ? unifier_.Join(*value, value_type) : value_type;
    }
    if (!key.has_value()) return types_.MapOf(unifier_.Fresh(), unifier_.Fresh());
    return types_.MapOf(*key, *value);
  }

  const Function* FindByName(std::string_view name) const {
    for (const Function& function : host_functions_) {
      if (function.name == name) return &function;
    }
    return FunctionTable::Standard().Find(name);
  }

  const Function* FindInContainer(std::string_view name) const {
    for (const std::string& candidate : NamesInContainer(options_.container, name)) {
      if (const Function* function = FindByName(candidate); function != nullptr) return function;
    }
    return nullptr;
  }

  // math.greatest(1, 2): a function with a qualified name, not a call on a variable.
  const Function* FindQualified(ExprId receiver, std::string_view name) {
    const std::vector<std::string_view> parts = QualifiedName(ast_, receiver);
    if (parts.empty() || FindLocal(BottomOf(receiver)) != nullptr) return nullptr;
    const Function* function =
        FindInContainer(JoinName(parts, parts.size()) + "." + std::string(name));
    if (function == nullptr) return nullptr;
    const auto variable = ResolveName(receiver);
    const bool is_variable = variable.has_value() && resolution_.references[receiver].target ==
                                                         Reference::Target::kVariable;
    return is_variable ? nullptr : function;
  }

  absl::StatusOr<TypeId> InferCall(ExprId id) {
    const Expr& expr = ast_.At(id);
    std::span<const ExprId> arguments = ast_.ChildrenOf(id);
    bool is_member = expr.is_member;
    const Function* function = nullptr;
    if (is_member) {
      function = FindQualified(arguments.front(), expr.name);
      if (function != nullptr) {
        is_member = false;
        arguments = arguments.subspan(1);
      }
    }
    if (function == nullptr) {
      function = is_member ? FindByName(expr.name) : FindInContainer(expr.name);
    }
    std::vector<TypeId> types;
    types.reserve(arguments.size());
    for (const ExprId argument : arguments) {
      REFEREE_ASSIGN_OR_RETURN(const TypeId type, Infer(argument));
      types.push_back(type);
    }
    if (function == nullptr) {
      return IssueAt(expr.position, kUndeclaredIssue,
                     "'" + std::string(expr.name) + "' is not a function");
    }
    if (expr.name == operators::kIndex || expr.name == operators::kOptionalIndex) {
      REFEREE_ASSIGN_OR_RETURN(const std::optional<TypeId> member, InferObjectIndex(id, types));
      if (member.has_value()) return *member;
    }
    return ResolveOverload(expr, *function, is_member, types);
  }

  // a["b"] on a declared object is a.b.
  absl::StatusOr<std::optional<TypeId>> InferObjectIndex(ExprId id,
                                                         const std::vector<TypeId>& types) {
    const TypeId operand = Known(types[0]);
    const Expr& index = ast_.At(ast_.ChildrenOf(id)[1]);
    if (types_.At(operand).kind != TypeKind::kObject) return std::nullopt;
    TypeId member = kDyn;
    if (index.kind == ExprKind::kLiteral && ast_.literals[index.literal].kind() == Kind::kString) {
      REFEREE_ASSIGN_OR_RETURN(member,
                               FieldOf(id, operand, ast_.literals[index.literal].string_value()));
    }
    const bool is_optional = ast_.At(id).name == operators::kOptionalIndex;
    return is_optional ? types_.Of(TypeKind::kOptional, member) : member;
  }

  absl::StatusOr<TypeId> ResolveOverload(const Expr& expr, const Function& function, bool is_member,
                                         const std::vector<TypeId>& arguments) {
    std::optional<TypeId> result;
    for (const Overload& overload : function.overloads) {
      if (!overload.Takes(arguments.size(), is_member)) continue;
      Unifier::Renaming renamed;
      std::vector<TypeId> parameters;
      parameters.reserve(arguments.size());
      for (std::size_t i = 0; i < arguments.size(); ++i) {
        const TypeId parameter = overload.parameters[overload.is_variadic ? 0 : i];
        parameters.push_back(unifier_.Instantiate(parameter, renamed));
      }
      const TypeId made = unifier_.Instantiate(overload.result, renamed);
      if (!unifier_.Assign(arguments, parameters)) continue;
      const TypeId type = Known(made);
      if (!result.has_value()) {
        result = type;
      } else if (types_.Text(*result) != types_.Text(type)) {
        result = kDyn;
      }
    }
    if (result.has_value()) return *result;
    std::string message = "'" + std::string(expr.name) + "' does not take (";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (i > 0) message += ", ";
      message += types_.Text(unifier_.Resolve(arguments[i], Unifier::Open::kMakeDynamic));
    }
    return IssueAt(expr.position, kOverloadIssue, message + ")");
  }

  struct Iterated {
    TypeId key;
    TypeId value;
    bool is_map;
  };

  absl::StatusOr<Iterated> IteratedTypes(ExprId range) {
    REFEREE_ASSIGN_OR_RETURN(const TypeId inferred, Infer(range));
    const TypeId known = Known(inferred);
    const Type& type = types_.At(known);
    switch (type.kind) {
      case TypeKind::kList: {
        // Of an empty list nothing is known, so nothing that is asked of its elements is wrong.
        const TypeId element = Known(type.arguments[0]);
        const bool is_open = types_.At(element).kind == TypeKind::kParameter;
        return Iterated{IdOf(TypeKind::kInt), is_open ? kDyn : element, false};
      }
      case TypeKind::kMap: return Iterated{type.arguments[0], type.arguments[1], true};
      case TypeKind::kObject: return Iterated{IdOf(TypeKind::kString), kDyn, true};
      case TypeKind::kParameter: unifier_.Assign(known, kDyn); return Iterated{kDyn, kDyn, false};
      case TypeKind::kDyn: return Iterated{kDyn, kDyn, false};
      default:
        return IssueAt(ast_.At(range).position, kTypeIssue,
                       "a macro expects a list or a map, found a " + types_.Text(known));
    }
  }

  absl::StatusOr<TypeId> InferScope(ExprId id) {
    const Expr& expr = ast_.At(id);
    const auto children = ast_.ChildrenOf(id);
    if (expr.scope >= ScopeKind::kBind) return InferBinding(expr, children);
    REFEREE_ASSIGN_OR_RETURN(const Iterated iterated, IteratedTypes(children.front()));
    const bool has_two = !expr.second_variable.empty();
    const TypeId element = iterated.is_map ? iterated.key : iterated.value;
    const std::size_t before = locals_.size();
    locals_.push_back({expr.name, has_two ? iterated.key : element});
    if (has_two) locals_.push_back({expr.second_variable, iterated.value});
    auto result = InferMacroBody(expr, children, iterated, element);
    locals_.resize(before);
    return result;
  }

  absl::StatusOr<TypeId> InferMacroBody(const Expr& expr, std::span<const ExprId> children,
                                        const Iterated& iterated, TypeId element) {
    const bool is_transform = expr.scope >= ScopeKind::kMap;
    if (!is_transform || children.size() == 3) {
      REFEREE_ASSIGN_OR_RETURN(const TypeId predicate, Infer(children[1]));
      REFEREE_RETURN_IF_ERROR(ExpectBool(children[1], predicate));
    }
    if (expr.scope == ScopeKind::kFilter) return types_.Of(TypeKind::kList, element);
    if (!is_transform) return kBool;
    REFEREE_ASSIGN_OR_RETURN(const TypeId made, Infer(children.back()));
    if (expr.scope == ScopeKind::kMap) return types_.Of(TypeKind::kList, made);
    if (expr.scope == ScopeKind::kTransformMap) return types_.MapOf(iterated.key, made);
    const TypeId any_map = types_.MapOf(unifier_.Fresh(), unifier_.Fresh());
    if (!unifier_.Assign(made, any_map)) {
      return IssueAt(expr.position, kTypeIssue, "transformMapEntry() needs a map for each entry");
    }
    return Known(made);
  }

  // cel.bind(), optMap(), optFlatMap().
  absl::StatusOr<TypeId> InferBinding(const Expr& expr, std::span<const ExprId> children) {
    REFEREE_ASSIGN_OR_RETURN(const TypeId inferred, Infer(children[0]));
    TypeId variable = Known(inferred);
    if (expr.scope != ScopeKind::kBind) {
      const Type& type = types_.At(variable);
      if (type.kind == TypeKind::kOptional) {
        variable = type.arguments[0];
      } else if (type.kind != TypeKind::kDyn) {
        return IssueAt(expr.position, kTypeIssue,
                       "expects an optional, found a " + types_.Text(variable));
      }
    }
    locals_.push_back({expr.name, variable});
    auto body = Infer(children[1]);
    locals_.pop_back();
    if (!body.ok() || expr.scope == ScopeKind::kBind) return body;
    if (expr.scope == ScopeKind::kOptionalMap) return types_.Of(TypeKind::kOptional, *body);
    const TypeId known = Known(*body);
    const TypeKind kind = types_.At(known).kind;
    if (kind == TypeKind::kOptional || kind == TypeKind::kDyn) return known;
    return IssueAt(expr.position, kTypeIssue, "optFlatMap() needs an optional");
  }

  const Ast& ast_;
  const CompileOptions& options_;
  const std::deque<Function>& host_functions_;
  TypePool& types_;
  Unifier unifier_;
  Resolution resolution_;
  StringMap<Declared> variables_;
  std::vector<Local> locals_;
  std::size_t max_parts_ = 3;  // Of google.protobuf.Timestamp.
};

}  // namespace

absl::StatusOr<Resolution> Check(const Ast& ast, const CompileOptions& options,
                                 const std::deque<Function>& host_functions, TypePool& types) {
  return Checker(ast, options, host_functions, types).Run();
}

}  // namespace referee::cel
