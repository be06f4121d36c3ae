// The tree of one expression, as flat arrays: a node is a number, its children are a range.
//
// Macros are nodes of their own and not rewritten into loops with accumulators: what the source
// says is what the later phases see.

#ifndef REFEREE_SRC_CEL_AST_H_
#define REFEREE_SRC_CEL_AST_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/cel/source.h"
#include "src/cel/value.h"

namespace referee::cel {

using ExprId = std::uint32_t;

enum class ExprKind : std::uint8_t {
  kLiteral,        // `literal`.
  kName,           // `name`; is_root for a leading dot.
  kSelect,         // child . name; is_optional for .?
  kHas,            // has(child.name)
  kCall,           // name(children); is_member when the first child is the receiver.
  kAnd,            // Two or more children.
  kOr,             // Two or more children.
  kConditional,    // condition, then, otherwise
  kList,           // Elements.
  kMap,            // key, value, key, value ...
  kOptionalEntry,  // `?child` inside a list or as the value of a map entry.
  kScope,          // The first child is outside, the others see the variables of the scope.
};

// What a scope does with its children.
enum class ScopeKind : std::uint8_t {
  kAll,                // range, predicate
  kExists,             // range, predicate
  kExistsOne,          // range, predicate
  kFilter,             // range, predicate
  kMap,                // range, [predicate,] transform; also transformList
  kTransformMap,       // range, [predicate,] transform
  kTransformMapEntry,  // range, [predicate,] map
  kBind,               // initial, body
  kOptionalMap,        // optional, body
  kOptionalFlatMap,    // optional, body
};

struct Expr {
  ExprKind kind = ExprKind::kLiteral;
  ScopeKind scope = ScopeKind::kAll;
  bool is_root = false;
  bool is_optional = false;
  bool is_member = false;
  Position position;
  std::uint32_t height = 1;
  std::uint32_t first = 0;  // Of its children, in Ast::children.
  std::uint32_t count = 0;
  std::uint32_t literal = 0;         // In Ast::literals.
  std::string_view name;             // Borrowed from the source, or a constant.
  std::string_view second_variable;  // Of a scope with two; `name` is the first.
};

struct Ast {
  std::vector<Expr> nodes;
  std::vector<ExprId> children;
  std::vector<Value> literals;
  ExprId root = 0;

  const Expr& At(ExprId id) const { return nodes[id]; }
  std::span<const ExprId> ChildrenOf(ExprId id) const {
    const Expr& node = nodes[id];
    return std::span<const ExprId>(children).subspan(node.first, node.count);
  }
};

// The functions behind operators, named as in the specification.
namespace operators {
inline constexpr std::string_view kNot = "!_";
inline constexpr std::string_view kNegate = "-_";
inline constexpr std::string_view kAdd = "_+_";
inline constexpr std::string_view kSubtract = "_-_";
inline constexpr std::string_view kMultiply = "_*_";
inline constexpr std::string_view kDivide = "_/_";
inline constexpr std::string_view kModulo = "_%_";
inline constexpr std::string_view kEqual = "_==_";
inline constexpr std::string_view kNotEqual = "_!=_";
inline constexpr std::string_view kLess = "_<_";
inline constexpr std::string_view kLessEqual = "_<=_";
inline constexpr std::string_view kGreater = "_>_";
inline constexpr std::string_view kGreaterEqual = "_>=_";
inline constexpr std::string_view kIn = "@in";
inline constexpr std::string_view kIndex = "_[_]";
inline constexpr std::string_view kOptionalIndex = "_[?_]";
}  // namespace operators

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_AST_H_
