// Which referral a submission belongs to.
//
// One referral is one party in one program: the same person, or the same company with overlapping
// scope.  A second submission about the party attaches to the referral of the first.

#ifndef REFEREE_SRC_ATTRIBUTION_RESOLVE_H_
#define REFEREE_SRC_ATTRIBUTION_RESOLVE_H_

#include <string>
#include <string_view>

#include "src/attribution/case.h"

namespace referee {

// The referral of the case: the one that the submission names, if history has it; else that of the
// earliest earlier submission in the program about the same person, else of the earliest about the
// same company with overlapping scope; else a new one.  "" for a query about an unknown party.
// Reads submission, history and prior (with bands) of the case.
std::string ResolveReferral(const Case& the_case);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_RESOLVE_H_
