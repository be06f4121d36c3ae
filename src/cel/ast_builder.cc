#include "src/cel/ast_builder.h"

#include <algorithm>

#include "src/cel/issue.h"

namespace referee::cel {

absl::StatusOr<ExprId> AstBuilder::Add(Expr node, std::span<const ExprId> children) {
  if (ast_.nodes.size() >= limits_.max_nodes) {
    return LimitAt(node.position, "the expression has too many parts");
  }
  node.first = static_cast<std::uint32_t>(ast_.children.size());
  node.count = static_cast<std::uint32_t>(children.size());
  node.height = 1;
  for (const ExprId child : children) {
    node.height = std::max(node.height, ast_.nodes[child].height + 1);
  }
  if (node.height > limits_.max_nesting) {
    return LimitAt(node.position, "the expression is nested too deeply");
  }
  ast_.children.insert(ast_.children.end(), children.begin(), children.end());
  ast_.nodes.push_back(node);
  return static_cast<ExprId>(ast_.nodes.size() - 1);
}

absl::StatusOr<ExprId> AstBuilder::AddLiteral(Value value, Position position) {
  Expr node;
  node.kind = ExprKind::kLiteral;
  node.position = position;
  node.literal = static_cast<std::uint32_t>(ast_.literals.size());
  ast_.literals.push_back(std::move(value));
  return Add(node);
}

absl::StatusOr<ExprId> AstBuilder::AddCall(std::string_view function, Position position,
                                           std::span<const ExprId> arguments) {
  Expr node;
  node.kind = ExprKind::kCall;
  node.position = position;
  node.name = function;
  return Add(node, arguments);
}

}  // namespace referee::cel
