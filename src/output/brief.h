// The partner referral brief: what a person reads before deciding.

#ifndef REFEREE_SRC_OUTPUT_BRIEF_H_
#define REFEREE_SRC_OUTPUT_BRIEF_H_

#include <string>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// Several lines, each "Heading: text", without colours; the same case gives the same text.
std::string Brief(const Policy& policy, const Case& the_case, const Decision& decision);

// The party in a few words: "Jonas Weber at Falkenried Werke AG".
std::string PartyText(const Case& the_case);

// The codes of what makes a person look: conflicts, then gates that stop, separated by commas.
std::string ReasonsText(const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_BRIEF_H_
