#include "src/engine/decide.h"

#include <utility>
#include <vector>

#include "src/adjudicate/adjudicate.h"
#include "src/adjudicate/approvals.h"
#include "src/adjudicate/count_approvals.h"
#include "src/adjudicate/lane_counterfactual.h"
#include "src/attribution/attribute.h"
#include "src/attribution/counterfactual.h"
#include "src/engine/acts.h"
#include "src/output/prepare.h"
#include "src/routing/route.h"

namespace referee {
namespace {

Decision DecideOnce(const Policy& policy, Case* gathered, const std::optional<Referral>& before,
                    const DecisionParts& parts, std::optional<Referral>* after) {
  const Case& the_case = *gathered;
  std::optional<LastDecision> last;
  if (before.has_value()) last = LastDecision{LanesNow(*before, the_case.as_of)};
  Attribution attribution = Attribute(the_case, policy.parameters());
  if (parts.counterfactuals) {
    FindCounterfactuals(gathered, policy.parameters(), &attribution.conflicts);
  }
  Judgement judgement = policy.Judge(the_case, attribution);
  const std::vector<ApprovalNeeded> asked = judgement.approvals;
  Decision decision =
      Adjudicate(policy, the_case, std::move(attribution), std::move(judgement), last);
  if (parts.counterfactuals) {
    decision.counterfactuals = FindLaneCounterfactuals(policy, gathered, decision);
  }
  CiteDecidingFacts(the_case, policy.parameters(), &decision);
  decision.route = ProposeRoute(policy, the_case);
  PrepareSubjects(policy, the_case, &decision);
  if (!the_case.referral_id.empty()) {
    *after = NextReferral(before, policy, the_case, asked, decision);
  }
  CountApprovals(the_case, &decision);
  if (after->has_value()) ApplyApprovals(**after, the_case.as_of, &decision);
  PrepareOutputs(policy, the_case, *after, &decision);
  return decision;
}

void SetAttributionDone(bool is_done, Case* the_case) {
  the_case->attribution_done = is_done;
  if (the_case->claim != nullptr) the_case->claim->attribution_done = is_done;
}

}  // namespace

Decision Decide(const Policy& policy, Case* the_case, const std::optional<Referral>& before,
                const DecisionParts& parts, std::optional<Referral>* after) {
  // A claim of a reward is in no conflict with what people attributed before it.
  if (before.has_value()) {
    const auto lanes = LanesNow(*before, the_case->as_of);
    SetAttributionDone(lanes[static_cast<std::size_t>(Lane::kAttribution)] == LaneState::kDone,
                       the_case);
  }
  Decision decision = DecideOnce(policy, the_case, before, parts, after);
  // What people approved settles what waited for it: a reward may be claimed once the attribution
  // is done.
  if (!the_case->attribution_done && decision.lane(Lane::kAttribution) == LaneState::kDone) {
    SetAttributionDone(true, the_case);
    decision = DecideOnce(policy, the_case, before, parts, after);
  }
  return decision;
}

}  // namespace referee
