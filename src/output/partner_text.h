// What a partner may read: the feedback draft (held until approved) and the status line.
//
// Both promise nothing.  Slots are filled through the slot rules of the policy, and the whole text
// is checked against its lexical rules (src/policy/partner_words.h); a text that fails while a lane
// is not done is replaced by the neutral text, so that no template, no value in a slot and no
// meeting of the two can promise.

#ifndef REFEREE_SRC_OUTPUT_PARTNER_TEXT_H_
#define REFEREE_SRC_OUTPUT_PARTNER_TEXT_H_

#include <string>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// `text`, or the neutral text of the policy when it promises.
std::string SafeForPartner(const Policy& policy, const std::string& text);

struct PartnerDrafts {
  std::string feedback;
  std::string rejection;  // If a person rejected the submission; "" for a query.
};
// Requires: decision.outputs.questions is filled.
PartnerDrafts DraftsForPartner(const Policy& policy, const Case& the_case,
                               const Decision& decision);

std::string PartnerStatus(const Policy& policy, const Case& the_case, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_PARTNER_TEXT_H_
