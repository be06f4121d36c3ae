// Measurement events: what happened, for reports that are computed elsewhere.

#ifndef REFEREE_SRC_OUTPUT_EVENTS_H_
#define REFEREE_SRC_OUTPUT_EVENTS_H_

#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"

namespace referee {

// submission_received, then as they apply duplicate_found, conflict_flagged (one a conflict),
// context_missing, fit_assessed, confidence_labelled, reward_held and recommendation_made; each at
// as_of, with partner, channel, owner and outcome but no personal data.
std::vector<Event> EventsFor(const Case& the_case, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_EVENTS_H_
