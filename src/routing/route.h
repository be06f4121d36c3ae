// case -> proposed owners: a proposal with reasons, never an assignment.

#ifndef REFEREE_SRC_ROUTING_ROUTE_H_
#define REFEREE_SRC_ROUTING_ROUTE_H_

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// Sales owner: owner of an open opportunity, else of the account, else of the territory, each only
// if active and not out of office at as_of (else the backup user, who must be there too), with the
// reason and every skip in `reasons`; nobody: the queue of the policy.  Partner and feedback owner
// come from the partner.  `due` reads as_of.
Route ProposeRoute(const Policy& policy, const Case& the_case);

}  // namespace referee

#endif  // REFEREE_SRC_ROUTING_ROUTE_H_
