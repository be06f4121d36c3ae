// What the engine recommends.  Never an act.

#ifndef REFEREE_SRC_ADJUDICATE_RECOMMENDATION_H_
#define REFEREE_SRC_ADJUDICATE_RECOMMENDATION_H_

#include <vector>

#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// First that applies: review for an open conflict or a stopped gate that the policy names, or a
// fault; needs_more_context while fit waits or a required consent is not known; then by fit tier:
// reject when weak or none, accept when strong or possible.
Recommendation Recommend(const Policy& policy, const Judgement& judgement,
                         const std::vector<Conflict>& conflicts);

// The same for a query, which asks for nothing to be accepted.
Recommendation RecommendForQuery(const Policy& policy, const std::vector<Conflict>& conflicts);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_RECOMMENDATION_H_
