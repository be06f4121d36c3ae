// What would have to be different for a stopped lane not to stop.

#ifndef REFEREE_SRC_ADJUDICATE_LANE_COUNTERFACTUAL_H_
#define REFEREE_SRC_ADJUDICATE_LANE_COUNTERFACTUAL_H_

#include <vector>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// For every lane in which a gate stops: the changes without which one of its gates would go on
// stopping, in the order of lanes.  They are among those of the conflicts that the gates rest on
// (the counterfactuals of the conflicts of `decision`, else what settles these) and, for gates of
// the standard policy that rest on facts, those of LeverOfGate().  Claimed only when the policy's
// gates of the lane, run again on the changed case, let it pass, and stop without any one of the
// changes; a lane with a gate that no known change turns is left out.
//
// The case is altered for each trial and put back.  Cost: one attribution and one run of the gates
// for each lane that is left, again where the first changes do not do, and for each of several
// changes.
std::vector<LaneCounterfactual> FindLaneCounterfactuals(const Policy& policy, Case* the_case,
                                                        const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_LANE_COUNTERFACTUAL_H_
