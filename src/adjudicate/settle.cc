#include "src/adjudicate/settle.h"

#include <algorithm>
#include <array>
#include <utility>

#include "src/adjudicate/approvals.h"
#include "src/adjudicate/lanes.h"
#include "src/adjudicate/lifecycle.h"
#include "src/routing/business_hours.h"

namespace referee {
namespace {

using enum ReferralState;

void AddOnce(std::vector<std::string>* list, const std::string& text) {
  if (text.empty() || std::find(list->begin(), list->end(), text) != list->end()) return;
  list->push_back(text);
}

ReferralPartner& PartnerOf(Referral* referral, const std::string& id) {
  auto& partners = referral->partners;
  const auto place = std::lower_bound(partners.begin(), partners.end(), id,
                                      [](const ReferralPartner& partner, const std::string& key) {
                                        return partner.partner_id < key;
                                      });
  if (place != partners.end() && place->partner_id == id) return *place;
  return *partners.insert(place, ReferralPartner{id, {}, {}, {}});
}

// Everybody who could gain: the partners of all claims and of this submission, their people, who
// submitted and who referred.
void NoteParties(const Case& the_case, const Decision& decision, Referral* referral) {
  std::vector<std::string> ids;
  for (const Claim& claim : decision.attribution.claims) AddOnce(&ids, claim.partner_id);
  const std::vector<std::string> claimants = ids;
  if (the_case.source.partner != nullptr) AddOnce(&ids, the_case.source.partner->id);
  for (const std::string& id : ids) {
    ReferralPartner& entry = PartnerOf(referral, id);
    const Partner* partner = the_case.records.FindPartner(id);
    if (partner == nullptr) continue;
    for (const PartnerUser& user : partner->users.get()) AddOnce(&entry.users, user.id.get());
    std::sort(entry.users.begin(), entry.users.end());
  }
  if (the_case.source.partner != nullptr) {
    const std::string& id = the_case.source.partner->id;
    ReferralPartner& own = PartnerOf(referral, id);
    // Whoever asks without a claim learns nothing of a referral of others.
    const bool is_claimant = MakesClaim(the_case.submission.intent) || !own.submissions.empty() ||
                             std::find(claimants.begin(), claimants.end(), id) != claimants.end();
    if (is_claimant) AddOnce(&own.submissions, the_case.submission.id);
    if (is_claimant && own.since.empty()) own.since = decision.as_of;
  }
  AddOnce(&referral->barred, the_case.submission.submitted_by.get());
  AddOnce(&referral->barred, the_case.source.referrer_id);
  std::sort(referral->barred.begin(), referral->barred.end());
}

// What the decision says of a permission as a whole.
Allowance AllowanceOf(const Decision& decision, std::string_view permission) {
  for (const ConsentState& consent : decision.consent) {
    if (consent.permission != permission || !consent.channel.empty()) continue;
    if (consent.state == "granted") return Allowance::kGiven;
    return consent.state == "refused" ? Allowance::kRefused : Allowance::kUnknown;
  }
  return Allowance::kUnknown;
}

bool Stops(const Decision& decision, std::string_view code) {
  return std::any_of(decision.findings.begin(), decision.findings.end(), [&](const Finding& f) {
    return f.code == code && f.verdict == Verdict::kStop;
  });
}

// What only a claim decides anew.
void NoteClaim(const Case& the_case, const Decision& decision, Referral* referral) {
  referral->lanes = LaneStates(decision.findings, decision.conflicts);
  referral->recommendation = decision.recommendation;
  referral->share_forward = AllowanceOf(decision, "share_forward");
  referral->contact = AllowanceOf(decision, "contact");
  referral->report_back = AllowanceOf(decision, "report_back");
  const Route& route = decision.route;
  referral->sales_owner = route.sales_owner;
  referral->partner_owner = route.partner_owner;
  referral->feedback_owner = route.feedback_owner;
  referral->queue = route.queue;
  const Partner* partner = the_case.source.partner;
  if (partner != nullptr) referral->partner_manager = partner->partner_manager.get();
}

void NoteDecision(const Case& the_case, const Decision& decision, Referral* referral) {
  AddOnce(&referral->submissions, the_case.submission.id);
  NoteParties(the_case, decision, referral);
  if (MakesClaim(the_case.submission.intent)) NoteClaim(the_case, decision, referral);
  const Lanes lanes = LaneStates(decision.findings, decision.conflicts);
  for (const Lane lane : {Lane::kAttribution, Lane::kReward}) {
    referral->lanes[static_cast<std::size_t>(lane)] = lanes[static_cast<std::size_t>(lane)];
  }
  referral->confidence = decision.attribution.confidence;
  referral->is_disputed = Stops(decision, "attribution_disputed");
  if (referral->opened_at.empty()) referral->opened_at = decision.as_of;
  referral->decided_at = decision.as_of;
  referral->claims.clear();
  for (const Claim& claim : decision.attribution.claims) {
    referral->claims.push_back({claim.id, claim.partner_id, claim.kind, claim.state});
  }
  const CreditSplit& split = decision.attribution.split;
  if (MakesClaim(the_case.submission.intent)) {
    referral->sourced_by = split.sourced_by.has_value() ? split.sourced_by->partner_id : "";
    referral->influenced_by.clear();
    for (const Credit& credit : split.influenced_by) {
      AddOnce(&referral->influenced_by, credit.partner_id);
    }
  }
  referral->open_conflicts.clear();
  for (const Conflict& conflict : decision.conflicts) {
    AddOnce(&referral->open_conflicts, std::string(ConflictKindName(conflict.kind)));
  }
  const Money& reward = *the_case.submission.reward;
  if (reward.has() && reward->minor.has()) referral->reward = *reward;
}

bool IsListed(const std::vector<ReferralNeed>& needs, std::string_view action) {
  return std::any_of(needs.begin(), needs.end(),
                     [&](const ReferralNeed& entry) { return entry.need.action == action; });
}

// Asked for once, asked for until it is settled.
bool StaysAsked(std::string_view action) {
  return action == "commission" || action == "reward" || action == "commitment" ||
         action == "advocacy";
}

// A question changes no subject, but it may show that more people must look at it.
void AskAlso(const ReferralNeed& asked, std::vector<ReferralNeed>* needs) {
  if (!asked.is_asked) return;
  ReferralNeed* same_action = nullptr;
  for (ReferralNeed& entry : *needs) {
    if (entry.need.action != asked.need.action) continue;
    same_action = &entry;
    entry.is_asked = true;
    entry.need.people = std::max(entry.need.people, asked.need.people);
    if (entry.need.role == asked.need.role) return;
  }
  if (same_action == nullptr) return;
  ReferralNeed added = asked;
  added.need.subject_hash = same_action->need.subject_hash;
  needs->push_back(std::move(added));
}

void RenewNeeds(const Submission& submission, std::vector<ReferralNeed> needs, Referral* referral) {
  const bool is_claim = MakesClaim(submission.intent);
  const std::vector<ReferralNeed> before = std::move(referral->needs);
  std::vector<ReferralNeed> after;
  for (const ReferralNeed& old : before) {
    const bool stays = !Renews(submission, old.need.action) || !IsListed(needs, old.need.action);
    if (stays) after.push_back(old);
  }
  for (ReferralNeed& entry : needs) {
    if (!Renews(submission, entry.need.action) && IsListed(before, entry.need.action)) {
      AskAlso(entry, &after);
      continue;
    }
    for (const ReferralNeed& old : before) {
      const bool stays = old.is_asked && (StaysAsked(old.need.action) || !is_claim);
      if (old.need.action == entry.need.action && stays) entry.is_asked = true;
    }
    after.push_back(std::move(entry));
  }
  referral->needs = std::move(after);
}

void VoidWhatChanged(std::string_view at, Referral* referral) {
  for (GivenApproval& given : referral->approvals) {
    if (!given.void_reason.empty()) continue;
    const bool stands =
        std::any_of(referral->needs.begin(), referral->needs.end(), [&](const ReferralNeed& entry) {
          return entry.need.action == given.act.action.get() &&
                 entry.need.subject_hash == given.act.subject_hash.get();
        });
    if (stands) continue;
    given.void_reason = "subject_changed";
    given.voided_at = at;
  }
}

void Step(ReferralState to, std::string_view at, std::string_view reason, Referral* referral) {
  ReferralMove move;
  move.at = at;
  move.from = referral->state(AspectOf(to));
  move.to = to;
  move.reason = reason;
  referral->states[static_cast<std::size_t>(AspectOf(to))] = to;
  referral->history.push_back(std::move(move));
}

bool NamesCommitments(const Submission& submission) {
  return !submission.commitments.get().empty() || !submission.call->promises.get().empty();
}

// What a submission asks for is held until a person decides.
void HoldWhatIsAsked(const Case& the_case, const std::string& old_draft, std::string_view at,
                     Referral* referral) {
  const Submission& submission = the_case.submission;
  const auto hold = [&](bool is_asked, ReferralState none, ReferralState held) {
    if (is_asked && referral->state(AspectOf(held)) == none) {
      Step(held, at, "submission_received", referral);
    }
  };
  hold(submission.reward.has() || submission.intent == Intent::kRewardClaim, kNoReward,
       kRewardHeld);
  hold(NamesCommitments(submission), kNoCommitment, kCommitmentHeld);
  hold(submission.advocacy->requested.get(), kNoAdvocacy, kAdvocacyHeld);
  hold(true, kNoFeedback, kDraftHeld);
  std::string draft;
  for (const ReferralNeed& entry : referral->needs) {
    if (entry.need.action == "feedback") draft = entry.need.subject_hash;
  }
  hold(draft != old_draft, kFeedbackSent, kDraftHeld);
}

struct Fallback {
  ReferralState from, to;
  std::array<std::string_view, 3> approvals;
};

constexpr Fallback kFallbacks[] = {
    {kAccepted, kInReview, {"accept"}},
    {kCredited, kUncredited, {"attribute"}},
    {kRewardEligible, kRewardHeld, {"attribute"}},
    {kRewardApproved, kRewardHeld, {"attribute", "commission", "reward"}},
    {kCommitted, kCommitmentHeld, {"accept", "commitment"}},
    {kAdvocacyAllowed, kAdvocacyHeld, {"advocacy"}},
};

std::string_view ToldBy(const Referral& referral) {
  return referral.state(Aspect::kStatus) == kRejected ? "reject_message" : "feedback";
}

}  // namespace

bool Renews(const Submission& submission, std::string_view action) {
  if (action == "feedback") return true;
  if (MakesClaim(submission.intent)) return action != "commitment" || NamesCommitments(submission);
  const bool is_money = action == "commission" || action == "reward";
  return submission.intent == Intent::kRewardClaim && is_money;
}

void Narrow(std::string_view at, const Instant& as_of, std::string_view reason,
            Referral* referral) {
  for (const Fallback& fallback : kFallbacks) {
    if (referral->state(AspectOf(fallback.from)) != fallback.from) continue;
    const bool stands = std::all_of(fallback.approvals.begin(), fallback.approvals.end(),
                                    [&](std::string_view action) {
                                      return action.empty() || IsApproved(*referral, action, as_of);
                                    });
    if (!stands) Step(fallback.to, at, reason, referral);
  }
  if (referral->state(Aspect::kFeedback) == kFeedbackApproved &&
      !IsApproved(*referral, ToldBy(*referral), as_of)) {
    Step(kDraftHeld, at, reason, referral);
  }
}

const std::string& OwnerOfStep(const Referral& referral) {
  constexpr StateSet kOfSales =
      SetOf(kAccepted) | SetOf(kRouted) | SetOf(kRetried) | SetOf(kNurtured);
  return Has(kOfSales, referral.state(Aspect::kStatus)) ? referral.sales_owner
                                                        : referral.partner_manager;
}

std::string DueOf(const Policy& policy, const Referral& referral, const User* owner,
                  const Instant& from) {
  std::int32_t hours = 0;
  switch (referral.state(Aspect::kStatus)) {
    case kSubmitted:
    case kInReview:
    case kDisputed:
    case kDuplicate:
    case kEscalated: hours = policy.SlaHours("decision"); break;
    case kRouted: hours = policy.SlaHours("partner_accept"); break;
    case kNeedsMoreContext:
    case kAccepted:
    case kRetried:
    case kNurtured: hours = policy.SlaHours("owner"); break;
    default: return {};
  }
  return FormatInstant(AfterWorkingHours(owner, from, hours));
}

Referral AfterDecision(std::optional<Referral> before, const Policy& policy, const Case& the_case,
                       const Decision& decision, std::vector<ReferralNeed> needs) {
  Referral referral;
  const bool is_new = !before.has_value();
  if (!is_new) referral = std::move(*before);
  referral.id = decision.referral_id;
  if (referral.program_id.empty()) referral.program_id = the_case.submission.program_id.get();
  std::string old_draft;
  for (const ReferralNeed& entry : referral.needs) {
    if (entry.need.action == "feedback") old_draft = entry.need.subject_hash;
  }
  NoteDecision(the_case, decision, &referral);
  RenewNeeds(the_case.submission, std::move(needs), &referral);
  VoidWhatChanged(decision.as_of, &referral);
  Narrow(decision.as_of, the_case.as_of, "subject_changed", &referral);
  HoldWhatIsAsked(the_case, old_draft, decision.as_of, &referral);
  const auto user_of = [&](const std::string& id) {
    return id.empty() ? nullptr : the_case.records.FindUser(id);
  };
  if (is_new || MakesClaim(the_case.submission.intent)) {
    referral.due = DueOf(policy, referral, user_of(OwnerOfStep(referral)), the_case.as_of);
  }
  referral.feedback_due = FormatInstant(AfterWorkingHours(
      user_of(referral.feedback_owner), the_case.as_of, policy.SlaHours("feedback")));
  return referral;
}

}  // namespace referee
