#include "src/output/prepare.h"

#include <string>
#include <utility>

#include "src/output/brief.h"
#include "src/output/events.h"
#include "src/output/outcome.h"
#include "src/output/partner_text.h"
#include "src/output/partner_view.h"
#include "src/output/question_order.h"
#include "src/output/subjects.h"
#include "src/output/summaries.h"
#include "src/output/tasks.h"
#include "src/output/template.h"
#include "src/output/tracking.h"

namespace referee {
namespace {

// Codes of what a person should see at a glance: open conflicts, then gates that do not pass.
std::vector<std::string> FlagsOf(const Decision& decision) {
  std::vector<std::string> flags;
  for (const Conflict& conflict : decision.conflicts) {
    flags.emplace_back(ConflictKindName(conflict.kind));
  }
  for (const Finding& finding : decision.findings) {
    if (finding.HoldsALane()) flags.push_back(finding.code);
  }
  return flags;
}

std::string ManagerUpdate(const Policy& policy, const Decision& decision) {
  Slots slots;
  slots.emplace_back("submission_id", decision.submission_id);
  slots.emplace_back("fit_tier", decision.outputs.qualification.fit_tier);
  slots.emplace_back("reasons", ReasonsText(policy, decision));
  std::string name = "manager_update.";
  name += RecommendationName(decision.recommendation);
  return Render(policy.text(name), slots);
}

}  // namespace

void PrepareSubjects(const Policy& policy, const Case& the_case, Decision* decision) {
  Outputs& outputs = decision->outputs;
  outputs.questions = OrderQuestions(*decision);
  Qualify(policy, decision);
  PartnerDrafts drafts = DraftsForPartner(policy, the_case, *decision);
  outputs.feedback_draft = std::move(drafts.feedback);
  outputs.rejection_draft = std::move(drafts.rejection);
  // Hashes come last: they bind what was prepared above.
  for (ApprovalNeeded& approval : decision->approvals_needed) {
    approval.subject_hash = BoundHash(approval.action, *decision);
    if (approval.subject_hash.empty()) {
      approval.subject_hash = SubjectHash(approval.action, *decision, the_case.submission);
    }
  }
}

void PrepareOutputs(const Policy& policy, const Case& the_case,
                    const std::optional<Referral>& referral, Decision* decision) {
  Outputs& outputs = decision->outputs;
  const bool reward_asked =
      the_case.submission.reward.has() || the_case.submission.intent == Intent::kRewardClaim;
  outputs.reward_status = reward_asked ? "held" : "none";
  outputs.reward_note = policy.text(reward_asked ? "reward.held" : "reward.none");
  if (referral.has_value()) {
    outputs.reward_status = ReferralStateName(referral->state(Aspect::kReward));
  }
  if (reward_asked && decision->lane(Lane::kReward) == LaneState::kDone) {
    outputs.reward_status = "approved";
    outputs.reward_note = policy.text("reward.approved");
  }
  outputs.flags = FlagsOf(*decision);
  outputs.tasks = TasksFor(policy, the_case, *decision);
  outputs.partner_status = PartnerStatus(policy, the_case, *decision);
  outputs.partner_view = ViewForPartner(policy, the_case, *decision);
  outputs.acceptance = AcceptanceText(policy, *decision);
  outputs.attribution_note = AttributionNote(policy, *decision);
  outputs.review_flag = ReviewFlag(policy, *decision);
  outputs.context = ContextOf(policy, the_case, *decision);
  outputs.suggestion = SuggestionOf(policy, *decision);
  outputs.owner_alert = AlertOf(policy, the_case, *decision);
  outputs.manager_update = ManagerUpdate(policy, *decision);
  outputs.outcome_json = OutcomeJson(policy, the_case, *decision);
  outputs.tracking_json = TrackingRecord(the_case, *decision, referral);
  outputs.brief = Brief(policy, the_case, *decision);
  decision->events = EventsFor(the_case, *decision);
}

}  // namespace referee
