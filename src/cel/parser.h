// Text -> tree.  Written by hand: one step of recursion for each level of nesting, counted, and
// linear time for any input.

#ifndef REFEREE_SRC_CEL_PARSER_H_
#define REFEREE_SRC_CEL_PARSER_H_

#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/cel/ast.h"
#include "src/cel/limits.h"

namespace referee::cel {

enum class MacroUse : std::uint8_t { kExpand, kKeepAsCalls };

// The tree borrows from `source`, which must outlive it.  Fails with kInvalidArgument, place and
// code for what is no expression, and with kResourceExhausted when a limit is passed.
absl::StatusOr<Ast> Parse(std::string_view source, MacroUse macros, const Limits& limits);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_PARSER_H_
