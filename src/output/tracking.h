// The referral tracking record: one object with what a tracker, a CRM or a report keeps.

#ifndef REFEREE_SRC_OUTPUT_TRACKING_H_
#define REFEREE_SRC_OUTPUT_TRACKING_H_

#include <optional>
#include <string>

#include "src/attribution/case.h"
#include "src/record/decision.h"
#include "src/record/referral.h"

namespace referee {

// JSON: referral, partner and its status, referrer, source, campaign, times, customer, need, what
// the CRM knows by class of record, owners, confidence, statuses, next action and deadline.
// `is_written_back` is false: the tool that writes it into the system of record sets it.  Covers
// the field sets VER1-01 to VER1-03 of the inventory.
// States are those of the referral after this decision; null where the submission belongs to none.
std::string TrackingRecord(const Case& the_case, const Decision& decision,
                           const std::optional<Referral>& referral);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_TRACKING_H_
