// The state of each lane: what stops it, what holds it.

#ifndef REFEREE_SRC_ADJUDICATE_LANES_H_
#define REFEREE_SRC_ADJUDICATE_LANES_H_

#include <array>
#include <vector>

#include "src/record/decision.h"

namespace referee {

using Lanes = std::array<LaneState, kLaneCount>;

// `stop` if a gate of the lane stops, else `hold` if one waits, erred, or a conflict of the lane is
// open, else `open`.  `done` is only ever a person's act.
Lanes LaneStates(const std::vector<Finding>& findings, const std::vector<Conflict>& conflicts);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_LANES_H_
