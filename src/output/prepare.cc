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

// Where the reward stands: as people moved it, approved as soon as all who are asked did.
void PrepareReward(const Policy& policy, const Case& the_case,
                   const std::optional<Referral>& referral, Decision* decision) {
  using enum ReferralState;
  Outputs& outputs = decision->outputs;
  const bool is_asked =
      the_case.submission.reward.has() || the_case.submission.intent == Intent::kRewardClaim;
  ReferralState state = is_asked ? kRewardHeld : kNoReward;
  if (referral.has_value()) state = referral->state(Aspect::kReward);
  const bool is_open = state == kRewardHeld || state == kRewardEligible;
  if (is_asked && is_open && decision->lane(Lane::kReward) == LaneState::kDone) {
    state = kRewardApproved;
  }
  outputs.reward_status = ReferralStateName(state);
  switch (state) {
    case kRewardHeld:
    case kRewardEligible: outputs.reward_note = policy.text("reward.held"); break;
    case kRewardApproved: outputs.reward_note = policy.text("reward.approved"); break;
    case kRewardPaid:
    case kRewardRefused:
      outputs.reward_note = policy.text("status.reward." + outputs.reward_status);
      break;
    default: outputs.reward_note = policy.text("reward.none");
  }
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
  PrepareReward(policy, the_case, referral, decision);
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
