// Which facts of a conflict could be other than they are, and what they would have to be: the
// boundary at which each stops speaking for it.  Declared kind by kind, path by path.

#ifndef REFEREE_SRC_ATTRIBUTION_LEVERS_H_
#define REFEREE_SRC_ATTRIBUTION_LEVERS_H_

#include <cstdint>
#include <vector>

#include "src/attribution/hearing.h"
#include "src/record/decision.h"

namespace referee {

// A change that might do.  Smaller is: fewer facts, then the shorter way that times have to move.
struct Lever {
  std::vector<FactChange> changes;
  std::int64_t seconds = 0;  // The longest way of one time; kNotATime where a value is replaced.
};
inline constexpr std::int64_t kNotATime = std::int64_t{1} << 50;

bool IsSmaller(const Lever& a, const Lever& b);

// Both at once.
Lever Together(Lever a, const Lever& b);

// What could turn the conflict.
struct Levers {
  // Each alone would turn the whole conflict.
  std::vector<Lever> alone;
  // For every record that speaks for the conflict, the levers of which one has to be pulled.
  std::vector<std::vector<Lever>> each;
};

// Total.  The conflict is one that was found in this hearing.
Levers LeversOf(const Hearing& hearing, const Conflict& conflict);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_LEVERS_H_
