// The partner referral brief: what a person reads before deciding.

#ifndef REFEREE_SRC_OUTPUT_BRIEF_H_
#define REFEREE_SRC_OUTPUT_BRIEF_H_

#include <string>
#include <string_view>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// Lines "Heading: text", under some of them items "  - text" and details "    text"; no colours, no
// codes where the policy or the records have words.  The same case gives the same text.
std::string Brief(const Policy& policy, const Case& the_case, const Decision& decision);

// The party in a few words: "Jonas Weber at Falkenried Werke AG"; with a title "Jonas Weber (Head
// of IT) at Falkenried Werke AG".
std::string PartyText(const Case& the_case, std::string_view title = {});

// What makes a person look, in the policy's words, separated by semicolons: the conflicts; without
// any, the gates that stop.
std::string ReasonsText(const Policy& policy, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_BRIEF_H_
