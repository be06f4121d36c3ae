// How names are looked up: inside the container first, then outwards.

#ifndef REFEREE_SRC_CEL_NAMES_H_
#define REFEREE_SRC_CEL_NAMES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/cel/ast.h"
#include "src/cel/value.h"

namespace referee::cel {

// For container "a.b" and name "x": "a.b.x", "a.x", "x".
std::vector<std::string> NamesInContainer(std::string_view container, std::string_view name);

// The names of a chain of plain selections on a name, outermost first: a.b.c is {"a","b","c"};
// empty for any other expression.
std::vector<std::string_view> QualifiedName(const Ast& ast, ExprId id);

// Joined with dots.
std::string JoinName(const std::vector<std::string_view>& parts, std::size_t count);

// The type that a name stands for as a value: "int", "google.protobuf.Timestamp" ...
std::optional<Value> TypeByName(std::string_view name);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_NAMES_H_
