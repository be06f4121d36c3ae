// What the submitting partner may see of a decision: its own submission, what is asked of it, and
// of conflicts only what the policy discloses.  Never a name, id, address or domain of anybody
// else.

#ifndef REFEREE_SRC_OUTPUT_PARTNER_VIEW_H_
#define REFEREE_SRC_OUTPUT_PARTNER_VIEW_H_

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// Each conflict at its level of the policy: none is left out; all that are "exists" are one entry,
// so that not even their number shows; kind has the kind; window has the day on which the
// protection of the other claim ends too.  Questions are those that the partner can answer.
// Requires: decision->outputs.partner_status and questions are filled.
PartnerView ViewForPartner(const Policy& policy, const Case& the_case, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_PARTNER_VIEW_H_
