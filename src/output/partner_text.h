// What a partner may read: the feedback draft (held until approved) and the status line.
//
// Both promise nothing.  They are rendered from the policy's templates and then checked against
// the policy's list of promising phrases; a text that fails the check while a lane is not done is
// replaced by the neutral text, so that no template and no value in a slot can promise.

#ifndef REFEREE_SRC_OUTPUT_PARTNER_TEXT_H_
#define REFEREE_SRC_OUTPUT_PARTNER_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// The promising phrases of the policy: template "promises", one a line.
std::vector<std::string> PromisingPhrases(const Policy& policy);

// True when `text`, folded to lower case and single blanks, contains one of the phrases.
bool Promises(std::string_view text, const std::vector<std::string>& phrases);

std::string FeedbackDraft(const Policy& policy, const Case& the_case, const Decision& decision);
std::string PartnerStatus(const Policy& policy, const Case& the_case, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_PARTNER_TEXT_H_
