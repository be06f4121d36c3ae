#include "src/cel/macros.h"

#include <array>
#include <cstddef>
#include <vector>

#include "src/base/status_macros.h"
#include "src/cel/issue.h"

namespace referee::cel {
namespace {

using Expansion = absl::StatusOr<std::optional<ExprId>>;

struct Macro {
  std::string_view name;
  std::size_t arguments;  // Without the receiver.
  std::size_t variables;  // How many of them, from the first, are names.
  ScopeKind kind;
};

constexpr std::array<Macro, 19> kMacros = {{
    {"all", 2, 1, ScopeKind::kAll},
    {"exists", 2, 1, ScopeKind::kExists},
    {"exists_one", 2, 1, ScopeKind::kExistsOne},
    {"existsOne", 2, 1, ScopeKind::kExistsOne},
    {"filter", 2, 1, ScopeKind::kFilter},
    {"map", 2, 1, ScopeKind::kMap},
    {"map", 3, 1, ScopeKind::kMap},
    {"all", 3, 2, ScopeKind::kAll},
    {"exists", 3, 2, ScopeKind::kExists},
    {"exists_one", 3, 2, ScopeKind::kExistsOne},
    {"existsOne", 3, 2, ScopeKind::kExistsOne},
    {"transformList", 3, 2, ScopeKind::kMap},
    {"transformList", 4, 2, ScopeKind::kMap},
    {"transformMap", 3, 2, ScopeKind::kTransformMap},
    {"transformMap", 4, 2, ScopeKind::kTransformMap},
    {"transformMapEntry", 3, 2, ScopeKind::kTransformMapEntry},
    {"transformMapEntry", 4, 2, ScopeKind::kTransformMapEntry},
    {"optMap", 2, 1, ScopeKind::kOptionalMap},
    {"optFlatMap", 2, 1, ScopeKind::kOptionalFlatMap},
}};

absl::StatusOr<std::string_view> VariableName(const Ast& ast, ExprId argument) {
  const Expr& node = ast.At(argument);
  if (node.kind != ExprKind::kName || node.is_root) {
    return IssueAt(node.position, kSyntaxIssue, "the variable of a macro must be a simple name");
  }
  return node.name;
}

Expansion ExpandHas(ExprId argument, AstBuilder& builder) {
  const Expr& selection = builder.ast().At(argument);
  if (selection.kind != ExprKind::kSelect) {
    return IssueAt(selection.position, kSyntaxIssue, "has() needs a selection such as a.b");
  }
  Expr node;
  node.kind = ExprKind::kHas;
  node.position = selection.position;
  node.name = selection.name;
  node.is_optional = selection.is_optional;
  const ExprId operand = builder.ast().ChildrenOf(argument).front();
  REFEREE_ASSIGN_OR_RETURN(const ExprId id, builder.Add(node, std::span(&operand, 1)));
  return id;
}

// `outside` becomes the first child; `arguments` are the variables and then the other children.
Expansion ExpandScope(ScopeKind kind, std::size_t variables, Position position, ExprId outside,
                      std::span<const ExprId> arguments, AstBuilder& builder) {
  Expr node;
  node.kind = ExprKind::kScope;
  node.scope = kind;
  node.position = position;
  REFEREE_ASSIGN_OR_RETURN(node.name, VariableName(builder.ast(), arguments[0]));
  if (variables == 2) {
    REFEREE_ASSIGN_OR_RETURN(node.second_variable, VariableName(builder.ast(), arguments[1]));
    if (node.second_variable == node.name) {
      return IssueAt(position, kSyntaxIssue, "the variables of a macro need different names");
    }
  }
  std::vector<ExprId> children = {outside};
  children.insert(children.end(), arguments.begin() + static_cast<std::ptrdiff_t>(variables),
                  arguments.end());
  REFEREE_ASSIGN_OR_RETURN(const ExprId id, builder.Add(node, children));
  return id;
}

bool IsName(const Ast& ast, ExprId id, std::string_view name) {
  const Expr& node = ast.At(id);
  return node.kind == ExprKind::kName && node.name == name;
}

}  // namespace

Expansion ExpandMacro(std::string_view name, Position position, const ExprId* receiver,
                      std::span<const ExprId> arguments, AstBuilder& builder) {
  if (receiver == nullptr) {
    if (name == "has" && arguments.size() == 1) {
      return ExpandHas(arguments.front(), builder);
    }
    return std::nullopt;
  }
  if (name == "bind" && arguments.size() == 3 && IsName(builder.ast(), *receiver, "cel")) {
    const std::array<ExprId, 2> inside = {arguments[0], arguments[2]};
    return ExpandScope(ScopeKind::kBind, 1, position, arguments[1], inside, builder);
  }
  for (const Macro& macro : kMacros) {
    if (macro.name == name && macro.arguments == arguments.size()) {
      return ExpandScope(macro.kind, macro.variables, position, *receiver, arguments, builder);
    }
  }
  return std::nullopt;
}

}  // namespace referee::cel
