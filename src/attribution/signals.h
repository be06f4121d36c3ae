// Patterns that look like abuse of a programme, as numbers for people to look at.  A signal stops
// nothing and accuses nobody: the thresholds are the policy's (its object `signals`), and every
// signal shows what was measured beside them.

#ifndef REFEREE_SRC_ATTRIBUTION_SIGNALS_H_
#define REFEREE_SRC_ATTRIBUTION_SIGNALS_H_

#include <vector>

#include "src/attribution/hearing.h"
#include "src/record/decision.h"

namespace referee {

// Signals about the partner in question, ascending by code; none while the policy sets no
// thresholds.
//
//   claim_after_event     its claim came at most event_hours after the latest of at least
//                         event_count events and webinars of the vendor that the party took part
//                         in, without an introduction before it
//   hoarding              at least hoarding_idle_count of its open registrations are older than
//                         hoarding_idle_days without a milestone met
//   register_everything   at least everything_count registrations within everything_days
//   self_referral_ring    at least ring_partners claimants of this party share a payout identity
//                         or a mailbox with it
//   withdraw_resubmit     at least resubmission_count times within resubmission_days it withdrew or
//                         let lapse a registration of this company and came again
//
// A period equal to its limit is inside.  Linear in the size of the case, quadratic in the number
// of claimants.
std::vector<Signal> FindSignals(const Hearing& hearing);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_SIGNALS_H_
