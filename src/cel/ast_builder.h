// Makes the nodes of a tree and keeps its limits.

#ifndef REFEREE_SRC_CEL_AST_BUILDER_H_
#define REFEREE_SRC_CEL_AST_BUILDER_H_

#include <span>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "src/cel/ast.h"
#include "src/cel/limits.h"

namespace referee::cel {

class AstBuilder {
 public:
  explicit AstBuilder(const Limits& limits) : limits_(limits) {}

  const Ast& ast() const { return ast_; }

  // Adds `node` above `children`.  Fails with kResourceExhausted when the tree becomes too high
  // or too large.
  absl::StatusOr<ExprId> Add(Expr node, std::span<const ExprId> children = {});
  absl::StatusOr<ExprId> AddLiteral(Value value, Position position);
  absl::StatusOr<ExprId> AddCall(std::string_view function, Position position,
                                 std::span<const ExprId> arguments);

  Ast Finish(ExprId root) && {
    ast_.root = root;
    return std::move(ast_);
  }

 private:
  const Limits& limits_;
  Ast ast_;
};

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_AST_BUILDER_H_
