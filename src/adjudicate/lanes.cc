#include "src/adjudicate/lanes.h"

#include <algorithm>

namespace referee {

Lanes LaneStates(const std::vector<Finding>& findings, const std::vector<Conflict>& conflicts) {
  Lanes lanes{};
  const auto raise = [&](Lane lane, LaneState state) {
    LaneState& slot = lanes[static_cast<std::size_t>(lane)];
    slot = std::max(slot, state);  // open < hold < stop.
  };
  for (const Finding& finding : findings) {
    if (!finding.HoldsALane()) continue;
    switch (finding.verdict) {
      case Verdict::kPass: break;
      case Verdict::kStop: raise(finding.lane, LaneState::kStop); break;
      case Verdict::kWait:
      case Verdict::kFault: raise(finding.lane, LaneState::kHold); break;
    }
  }
  for (const Conflict& conflict : conflicts) raise(LaneOf(conflict.kind), LaneState::kHold);
  return lanes;
}

}  // namespace referee
