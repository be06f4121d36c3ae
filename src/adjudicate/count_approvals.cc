#include "src/adjudicate/count_approvals.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "src/adjudicate/approval_fits.h"

namespace referee {
namespace {

struct LaneAction {
  Lane lane;
  std::string_view action;
};

// What has to be approved before a lane is done.
constexpr std::array<LaneAction, 10> kLaneActions = {{
    {Lane::kFit, "accept"},
    {Lane::kOwnership, "accept"},
    {Lane::kOwnership, "exception"},
    {Lane::kAttribution, "attribute"},
    {Lane::kReward, "commission"},
    {Lane::kReward, "reward"},
    {Lane::kComms, "feedback"},
    {Lane::kComms, "reject_message"},
    {Lane::kComms, "commitment"},
    {Lane::kComms, "advocacy"},
}};

bool Concerns(Lane lane, std::string_view action) {
  return std::any_of(kLaneActions.begin(), kLaneActions.end(), [&](const LaneAction& row) {
    return row.lane == lane && row.action == action;
  });
}

bool IsEarlier(const Approval* a, const Approval* b) {
  const Instant first = a->at.has() ? a->at->instant : kDistantPast;
  const Instant second = b->at.has() ? b->at->instant : kDistantPast;
  return std::tie(first, a->id) < std::tie(second, b->id);
}

// Everybody of this referral who could gain: who submitted or referred, now or before, and the
// people of the partners with a claim.
std::vector<std::string_view> PartiesOf(const Case& the_case, const Decision& decision) {
  std::vector<std::string_view> parties;
  const auto add_submission = [&](const Submission& submission) {
    parties.push_back(submission.submitted_by.get());
    parties.push_back(submission.referrer->id.get());
  };
  const auto add_people = [&](const Partner* partner) {
    if (partner == nullptr) return;
    for (const PartnerUser& user : partner->users.get()) parties.push_back(user.id.get());
  };
  add_submission(the_case.submission);
  add_people(the_case.source.partner);
  for (const PriorSubmission& prior : the_case.prior) {
    if (prior.same_referral) add_submission(prior.submission);
  }
  for (const Claim& claim : decision.attribution.claims) {
    add_people(the_case.records.FindPartner(claim.partner_id));
  }
  return parties;
}

// One person's part in an action: the person of one role, or, where the policy asks for more people
// than roles, one more person of any of them.
struct Slot {
  std::string_view action;
  std::vector<const Approval*> candidates;  // Latest first.
  const Approval* act = nullptr;
};

class Counting {
 public:
  Counting(const Case& the_case, const Decision& decision)
      : case_(the_case),
        needs_(decision.approvals_needed),
        parties_(PartiesOf(the_case, decision)) {
    for (const Approval& act : the_case.approvals) acts_.push_back(&act);
    std::sort(acts_.begin(), acts_.end(), IsEarlier);
    for (const ApprovalNeeded& need : needs_) slots_.push_back({need.action, Candidates(need)});
    AddFurtherPeople();
  }

  // Gives as many slots as can be an act each, those of one action by different people.
  void Run() {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      std::vector<std::string_view> tried;
      Augment(i, &tried);
    }
  }

  // The need has its person, and the action all further people.
  bool IsMet(std::size_t need) const {
    if (slots_[need].act == nullptr) return false;
    return std::none_of(slots_.begin() + static_cast<std::ptrdiff_t>(needs_.size()), slots_.end(),
                        [&](const Slot& slot) {
                          return slot.action == needs_[need].action && slot.act == nullptr;
                        });
  }

  std::vector<CountedApproval> Report() const;

 private:
  ApprovalFit Fit(const Approval& act, const ApprovalNeeded& need) const {
    ApprovalScene scene;
    scene.referral_id = case_.referral_id;
    scene.parties = parties_;
    scene.as_of = case_.as_of;
    scene.approver = act.user.has() ? case_.records.FindUser(*act.user) : nullptr;
    return FitOf(act, need, scene);
  }

  // Fitting acts after the last refusal.
  std::vector<const Approval*> Candidates(const ApprovalNeeded& need) const {
    std::vector<const Approval*> found;
    for (const Approval* act : acts_) {
      const ApprovalFit fit = Fit(*act, need);
      if (fit == ApprovalFit::kRefusal) found.clear();
      if (fit == ApprovalFit::kFits) found.push_back(act);
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  void AddFurtherPeople() {
    std::vector<std::string_view> seen;
    for (const ApprovalNeeded& need : needs_) {
      if (std::find(seen.begin(), seen.end(), need.action) != seen.end()) continue;
      seen.push_back(need.action);
      Slot any{need.action, {}};
      std::int32_t roles = 0;
      for (std::size_t i = 0; i < needs_.size(); ++i) {
        if (needs_[i].action != need.action) continue;
        ++roles;
        const auto& of_role = slots_[i].candidates;
        any.candidates.insert(any.candidates.end(), of_role.begin(), of_role.end());
      }
      for (; roles < need.people; ++roles) slots_.push_back(any);
    }
  }

  // The slot of the same action that this person fills already, or kNobody.
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
  std::size_t HeldBy(std::string_view action, std::string_view user) const {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      const bool same = slots_[i].action == action && slots_[i].act != nullptr;
      if (same && slots_[i].act->user.get() == user) return i;
    }
    return kNobody;
  }

  // An augmenting path of the bipartite matching of slots to people: whoever fills another slot
  // already may pass that one on.
  bool Augment(std::size_t index, std::vector<std::string_view>* tried) {
    for (const Approval* act : slots_[index].candidates) {
      const std::string& user = act->user.get();
      if (std::find(tried->begin(), tried->end(), user) != tried->end()) continue;
      tried->push_back(user);
      const std::size_t holder = HeldBy(slots_[index].action, user);
      if (holder != kNobody && !Augment(holder, tried)) continue;
      slots_[index].act = act;
      return true;
    }
    return false;
  }

  const Case& case_;
  const std::vector<ApprovalNeeded>& needs_;
  std::vector<std::string_view> parties_;
  std::vector<const Approval*> acts_;
  std::vector<Slot> slots_;  // Of the needs in their order, then further people.
};

// The best that can be said of each act: the need it meets, else the last part that fails.
std::vector<CountedApproval> Counting::Report() const {
  std::vector<CountedApproval> report;
  for (const Approval* act : acts_) {
    CountedApproval counted;
    counted.id = act->id;
    counted.action = act->action.get();
    counted.role = act->role.get();
    counted.user = act->user.get();
    counted.at = act->at->text;
    counted.counts = std::any_of(slots_.begin(), slots_.end(),
                                 [&](const Slot& slot) { return slot.act == act; });
    ApprovalFit best = ApprovalFit::kOtherAction;
    for (const ApprovalNeeded& need : needs_) {
      const ApprovalFit fit = Fit(*act, need);
      if (fit != ApprovalFit::kFits) best = std::max(best, fit);
      if (fit == ApprovalFit::kFits && !counted.counts) counted.is_superseded = true;
    }
    if (counted.counts) {
      counted.because = ApprovalFitSentence(ApprovalFit::kFits);
    } else if (counted.is_superseded) {
      counted.because = "A later act, or another one of the same person, stands in its place.";
    } else {
      counted.because = ApprovalFitSentence(best);
    }
    report.push_back(std::move(counted));
  }
  return report;
}

// No approval replaces consent: only commitments are a matter of approval alone.
bool IsOnlyCommitment(const Decision& decision) {
  const auto stands_against = [](const Finding& finding) {
    return finding.lane == Lane::kComms && finding.verdict != Verdict::kPass &&
           finding.code != "implied_commitment";
  };
  return std::none_of(decision.findings.begin(), decision.findings.end(), stands_against) &&
         std::none_of(
             decision.conflicts.begin(), decision.conflicts.end(),
             [](const Conflict& conflict) { return LaneOf(conflict.kind) == Lane::kComms; });
}

bool MayBeDone(Lane lane, bool is_query, const Decision& decision) {
  switch (lane) {
    case Lane::kFit:
    case Lane::kOwnership: return !is_query;
    case Lane::kAttribution: return true;
    case Lane::kReward: return decision.lane(Lane::kAttribution) == LaneState::kDone;
    case Lane::kComms: return !is_query && IsOnlyCommitment(decision);
  }
  return false;
}

// Lanes that asked for approvals and have them all, the attribution before the reward.
void FinishLanes(const Counting& counting, bool is_query, Decision* decision) {
  for (int i = 0; i < kLaneCount; ++i) {
    const Lane lane = static_cast<Lane>(i);
    std::size_t asked = 0, met = 0;
    for (std::size_t need = 0; need < decision->approvals_needed.size(); ++need) {
      if (!Concerns(lane, decision->approvals_needed[need].action)) continue;
      ++asked;
      if (counting.IsMet(need)) ++met;
    }
    if (asked == 0 || met < asked || !MayBeDone(lane, is_query, *decision)) continue;
    decision->lanes[static_cast<std::size_t>(i)] = LaneState::kDone;
  }
}

// Names the acts behind a confirmed attribution before the evidence behind it.
void Confirm(Decision* decision) {
  std::string note = "Confirmed by";
  bool is_first = true;
  for (const CountedApproval& act : decision->approvals) {
    if (!act.counts || act.action != "attribute") continue;
    note += is_first ? " " : " and ";
    note += act.user + " (" + act.role + ") at " + act.at;
    is_first = false;
  }
  decision->attribution.confidence = Confidence::kConfirmed;
  decision->attribution.rule = "confidence.confirmed_by_person";
  decision->attribution.note = note + ". " + decision->attribution.note;
}

}  // namespace

void CountApprovals(const Case& the_case, Decision* decision) {
  if (the_case.approvals.empty()) return;
  Counting counting(the_case, *decision);
  counting.Run();
  decision->approvals = counting.Report();
  FinishLanes(counting, !MakesClaim(the_case.submission.intent), decision);
  if (decision->lane(Lane::kAttribution) == LaneState::kDone) Confirm(decision);
  std::vector<ApprovalNeeded> open;
  for (std::size_t i = 0; i < decision->approvals_needed.size(); ++i) {
    if (!counting.IsMet(i)) open.push_back(std::move(decision->approvals_needed[i]));
  }
  decision->approvals_needed = std::move(open);
}

}  // namespace referee
