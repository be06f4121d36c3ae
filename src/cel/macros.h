// Calls that are not calls: has(), all(), exists(), map(), cel.bind() and the others bind names
// or look at the shape of their arguments, so they become nodes of their own.

#ifndef REFEREE_SRC_CEL_MACROS_H_
#define REFEREE_SRC_CEL_MACROS_H_

#include <optional>
#include <span>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/cel/ast.h"
#include "src/cel/ast_builder.h"

namespace referee::cel {

// The node for a call with this name, receiver (null for a global call) and arguments, or no
// value when it is an ordinary call: a macro's name with another number of arguments is a
// function.  Fails with kInvalidArgument when an argument has the wrong shape.
absl::StatusOr<std::optional<ExprId>> ExpandMacro(std::string_view name, Position position,
                                                  const ExprId* receiver,
                                                  std::span<const ExprId> arguments,
                                                  AstBuilder& builder);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_MACROS_H_
