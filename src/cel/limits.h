// What bounds one expression, by default, in every phase.

#ifndef REFEREE_SRC_CEL_LIMITS_H_
#define REFEREE_SRC_CEL_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace referee::cel {

struct Limits {
  std::size_t max_code_points = 100000;  // Of the source.
  std::size_t max_nesting = 250;         // Height of the tree of the expression.
  std::size_t max_nodes = 100000;        // Of that tree.
  std::uint64_t max_cost = 10000000;     // Of one evaluation: see function_table.h.
};

// Of one text or list that an expression makes; not to be configured, since it is what keeps
// a single step from exhausting memory before its cost is counted.
inline constexpr std::size_t kMaxResultBytes = std::size_t{8} << 20;

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_LIMITS_H_
