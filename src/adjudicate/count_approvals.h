// The acts of people that a decision counts: what they approve is no longer asked for, and a lane
// whose approvals are all there is done.

#ifndef REFEREE_SRC_ADJUDICATE_COUNT_APPROVALS_H_
#define REFEREE_SRC_ADJUDICATE_COUNT_APPROVALS_H_

#include "src/attribution/case.h"
#include "src/record/decision.h"

namespace referee {

// Holds the acts of the case against decision->approvals_needed, whose subject hashes must be
// there.
//
//   * A need is met by the latest fitting act in its role, unless a later one refuses.  Needs of
//     one action are met by different people, and by as many as the policy asks.  Met needs leave
//     approvals_needed.
//   * A lane is done when it asked for approvals and has them all.  The reward is never done before
//     the attribution is, and no approval replaces consent: comms stays as it is while any gate of
//     it other than that of commitments does not pass.  On a query fit, ownership and comms stay.
//   * Confidence is `confirmed` once the attribution is done.
//
// decision->approvals lists every act of the case, ascending by time and id, with what became of
// it.  Cost: acts times needs.
void CountApprovals(const Case& the_case, Decision* decision);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_COUNT_APPROVALS_H_
