// The short texts beside the brief, each from a template of the policy, each about one question.

#ifndef REFEREE_SRC_OUTPUT_SUMMARIES_H_
#define REFEREE_SRC_OUTPUT_SUMMARIES_H_

#include <string>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// Fit tier, what speaks for and against, what is missing: sentences of the rules that hold too.
void Qualify(const Policy& policy, Decision* decision);

// The customer in context, and where the referral comes from.
Outputs::Context ContextOf(const Policy& policy, const Case& the_case, const Decision& decision);

// Fit tier, owner and next path: follow_up_route, decline_path, discovery_questions or
// person_review.
Outputs::Suggestion SuggestionOf(const Policy& policy, const Decision& decision);

// Whom to alert, and why: only when a person must decide now, that is when the recommendation is
// review, a lane is stopped or the policy erred.  What can run its course alerts nobody.
Outputs::OwnerAlert AlertOf(const Policy& policy, const Case& the_case, const Decision& decision);

// Confidence, the published rule behind it and the evidence.
std::string AttributionNote(const Policy& policy, const Decision& decision);

// What a person should look at before anything else, as a sentence; "" when there is nothing.
std::string ReviewFlag(const Policy& policy, const Decision& decision);

// The recommendation as a sentence.
std::string AcceptanceText(const Policy& policy, const Decision& decision);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_SUMMARIES_H_
