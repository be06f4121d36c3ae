#include "src/engine/decide.h"

#include <utility>

#include "src/adjudicate/lane_counterfactual.h"
#include "src/attribution/attribute.h"
#include "src/attribution/counterfactual.h"
#include "src/output/prepare.h"
#include "src/routing/route.h"

namespace referee {
namespace {

Decision DecideOnce(const Policy& policy, const Case& the_case,
                    const std::optional<LastDecision>& last, const DecisionParts& parts) {
  Attribution attribution = Attribute(the_case, policy.parameters());
  if (parts.counterfactuals) {
    FindCounterfactuals(the_case, policy.parameters(), &attribution.conflicts);
  }
  const Judgement judgement = policy.Judge(the_case, attribution);
  Decision decision = Adjudicate(policy, the_case, std::move(attribution), judgement, last);
  if (parts.counterfactuals) {
    decision.counterfactuals = FindLaneCounterfactuals(policy, the_case, decision);
  }
  decision.route = ProposeRoute(policy, the_case);
  PrepareOutputs(policy, the_case, judgement, &decision);
  return decision;
}

}  // namespace

Decision Decide(const Policy& policy, Case* the_case, const std::optional<LastDecision>& last,
                const DecisionParts& parts) {
  Decision decision = DecideOnce(policy, *the_case, last, parts);
  // What people approved settles what waited for it: a reward may be claimed once the attribution
  // is done.
  if (decision.lane(Lane::kAttribution) == LaneState::kDone) {
    the_case->attribution_done = true;
    decision = DecideOnce(policy, *the_case, last, parts);
  }
  return decision;
}

}  // namespace referee
