#include "src/adjudicate/approvals.h"

#include <algorithm>
#include <utility>

#include "src/adjudicate/approval_fits.h"
#include "src/base/error_location.h"

namespace referee {
namespace {

bool IsApproval(const Approval& act) { return act.decision.get() == "approve"; }

bool HasNeed(const Referral& referral, std::string_view action) {
  return std::any_of(referral.needs.begin(), referral.needs.end(),
                     [&](const ReferralNeed& entry) { return entry.need.action == action; });
}

// Stands at `as_of`: not voided, and either used or not over yet.
bool Stands(const GivenApproval& given, const Instant& as_of) {
  return given.void_reason.empty() && (given.is_used || as_of < given.expires);
}

absl::Status Denied(std::string_view member, std::string_view code, std::string_view message) {
  return WithCode(code, InsideOf(member, absl::PermissionDeniedError(std::string(message))));
}

absl::Status NotNow(std::string_view member, std::string_view code, std::string_view message) {
  return WithCode(code, InsideOf(member, absl::FailedPreconditionError(std::string(message))));
}

std::string Listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += words[i];
  }
  return out;
}

std::vector<std::string> RolesOf(const Referral& referral, std::string_view action) {
  std::vector<std::string> roles;
  for (const ReferralNeed& entry : referral.needs) {
    if (entry.need.action == action) roles.push_back(entry.need.role);
  }
  return roles;
}

const ApprovalNeeded* FindNeed(const Referral& referral, const Approval& act) {
  for (const ReferralNeed& entry : referral.needs) {
    if (entry.need.action == act.action.get() && entry.need.role == act.role.get()) {
      return &entry.need;
    }
  }
  return nullptr;
}

bool ActsForAPartner(const Referral& referral, const std::string& user) {
  const auto is_the_user = [&](const std::string& id) { return id == user; };
  return std::any_of(referral.partners.begin(), referral.partners.end(),
                     [&](const ReferralPartner& partner) {
                       return std::any_of(partner.users.begin(), partner.users.end(), is_the_user);
                     });
}

bool IsBarred(const Referral& referral, const std::string& user) {
  return std::find(referral.barred.begin(), referral.barred.end(), user) != referral.barred.end() ||
         ActsForAPartner(referral, user);
}

// True when the user has a standing approval of this action in another role.
bool ApprovedInAnotherRole(const Referral& referral, const Approval& act, const Instant& as_of) {
  return std::any_of(
      referral.approvals.begin(), referral.approvals.end(), [&](const GivenApproval& given) {
        return Stands(given, as_of) && IsApproval(given.act) &&
               given.act.action.get() == act.action.get() &&
               given.act.user.get() == act.user.get() && given.act.role.get() != act.role.get();
      });
}

// When an unused approval ends: its own end, or that of the policy, whichever is sooner.
Instant EndOf(const Approval& act, const ApprovalNeeded& need) {
  Instant end = act.expires_at.has() ? act.expires_at->instant : kDistantFuture;
  if (need.expires_hours > 0) end = std::min(end, act.at->instant.PlusHours(need.expires_hours));
  return end;
}

absl::Status CheckTimes(const Referral& referral, const Approval& act, const ApprovalNeeded& need,
                        const Instant& as_of) {
  if (act.at->instant > as_of) {
    return WithCode("approval.future", InsideOf("at", Invalid("must not be after the as-of time")));
  }
  if (act.expires_at.has() && act.expires_at->instant <= act.at->instant) {
    return WithCode("approval.no_time", InsideOf("expires_at", Invalid("must be after at")));
  }
  const auto decided = ParseInstant(referral.decided_at);
  if (decided.ok() && act.at->instant < *decided) {
    return NotNow("at", "approval.clock_set_back",
                  "must not be before the decision that the approval rests on");
  }
  if (EndOf(act, need) <= as_of) {
    return NotNow(act.expires_at.has() ? "expires_at" : "at", "approval.expired",
                  "the approval has expired at the as-of time");
  }
  return absl::OkStatus();
}

// The person: known, in the role, and with nothing of their own at stake.
absl::Status CheckPerson(const Referral& referral, const Approval& act, const ApprovalNeeded& need,
                         const User* user, const Instant& as_of) {
  ApprovalScene scene;
  scene.referral_id = referral.id;
  scene.as_of = as_of;
  scene.approver = user;
  Approval asked = act;  // Subject and times have their own checks, which say more.
  asked.subject_hash = need.subject_hash;
  asked.expires_at = Moment();
  switch (FitOf(asked, need, scene)) {
    case ApprovalFit::kUnknownPerson:
      return Denied("user", "approval.unknown_user",
                    "must be an active user of the records, found none of this id");
    case ApprovalFit::kRoleNotHeld:
      return Denied("role", "approval.role_not_held", "the user does not hold this role");
    default: break;
  }
  if (need.not_submitter && IsBarred(referral, act.user.get())) {
    return Denied("user", "approval.own_referral",
                  "who submitted, referred or acts for a claiming partner may not approve");
  }
  if (IsApproval(act) && ApprovedInAnotherRole(referral, act, as_of)) {
    return Denied("user", "approval.same_person",
                  "has approved this in another role; a second person must");
  }
  return absl::OkStatus();
}

struct Asked {
  const ApprovalNeeded* need;
  std::vector<std::size_t> candidates;  // Indexes of standing approvals after the last refusal.
};

std::vector<Asked> AskedFor(const Referral& referral, std::string_view action,
                            const Instant& as_of) {
  std::vector<Asked> asked;
  for (const ReferralNeed& entry : referral.needs) {
    if (entry.need.action != action) continue;
    Asked one{&entry.need, {}};
    for (std::size_t i = 0; i < referral.approvals.size(); ++i) {
      const GivenApproval& given = referral.approvals[i];
      const Approval& act = given.act;
      if (act.action.get() != action || act.role.get() != entry.need.role) continue;
      if (act.subject_hash.get() != entry.need.subject_hash || !Stands(given, as_of)) continue;
      if (IsApproval(act)) {
        one.candidates.push_back(i);
      } else {
        one.candidates.clear();
      }
    }
    asked.push_back(std::move(one));
  }
  return asked;
}

// Gives each need from `index` on an approval of its own person.
bool Assign(const Referral& referral, const std::vector<Asked>& asked, std::size_t index,
            std::vector<std::string>* people, std::vector<std::size_t>* resting) {
  if (index == asked.size()) return true;
  for (const std::size_t candidate : asked[index].candidates) {
    const std::string& user = referral.approvals[candidate].act.user.get();
    if (std::find(people->begin(), people->end(), user) != people->end()) continue;
    people->push_back(user);
    resting->push_back(candidate);
    if (Assign(referral, asked, index + 1, people, resting)) return true;
    people->pop_back();
    resting->pop_back();
  }
  return false;
}

}  // namespace

absl::Status CheckApproval(const Referral& referral, const Approval& act, const User* user,
                           const Instant& as_of) {
  const ApprovalNeeded* need = FindNeed(referral, act);
  if (need == nullptr) {
    const std::vector<std::string> roles = RolesOf(referral, act.action.get());
    if (roles.empty()) {
      return NotNow("action", "approval.not_asked", "nobody may approve this of this referral");
    }
    return Denied("role", "approval.wrong_role", "must be " + Listed(roles) + " for this action");
  }
  absl::Status person = CheckPerson(referral, act, *need, user, as_of);
  if (!person.ok()) return person;
  if (act.subject_hash.get() != need->subject_hash) {
    return NotNow("subject_hash", "approval.changed_subject",
                  "is not what is to be approved now: it has changed, or is another thing");
  }
  return CheckTimes(referral, act, *need, as_of);
}

void AddApproval(const Approval& act, Referral* referral) {
  GivenApproval given;
  given.act = act;
  // A refusal does not pass with time: what it took back would come back by itself.
  const ApprovalNeeded* need = FindNeed(*referral, act);
  if (need != nullptr && IsApproval(act)) {
    given.expires = EndOf(act, *need);
  }
  referral->approvals.push_back(std::move(given));
}

bool IsApproved(const Referral& referral, std::string_view action, const Instant& as_of,
                std::vector<std::size_t>* resting) {
  const std::vector<Asked> asked = AskedFor(referral, action, as_of);
  if (asked.empty()) return false;
  std::vector<std::string> people;
  std::vector<std::size_t> indexes;
  if (!Assign(referral, asked, 0, &people, &indexes)) return false;
  std::int32_t enough = 0;
  for (const Asked& one : asked) {
    enough = std::max(enough, one.need->people);
    for (const std::size_t candidate : one.candidates) {
      const std::string& user = referral.approvals[candidate].act.user.get();
      if (std::find(people.begin(), people.end(), user) != people.end()) continue;
      people.push_back(user);
      indexes.push_back(candidate);
    }
  }
  if (static_cast<std::int32_t>(people.size()) < enough) return false;
  if (resting != nullptr) *resting = std::move(indexes);
  return true;
}

std::string WhoIsMissing(const Referral& referral, std::string_view action, const Instant& as_of) {
  std::vector<std::string> roles;
  for (const Asked& one : AskedFor(referral, action, as_of)) {
    if (one.candidates.empty()) roles.push_back(one.need->role);
  }
  if (!roles.empty()) return Listed(roles);
  return HasNeed(referral, action) ? "a second person" : "a person";
}

std::vector<ApprovalNeeded> NeededNow(const Referral& referral, const Instant& as_of) {
  std::vector<ApprovalNeeded> needed;
  for (const ReferralNeed& entry : referral.needs) {
    if (!entry.is_asked || IsApproved(referral, entry.need.action, as_of)) continue;
    const std::vector<Asked> asked = AskedFor(referral, entry.need.action, as_of);
    const bool has_all_roles = std::none_of(
        asked.begin(), asked.end(), [](const Asked& one) { return one.candidates.empty(); });
    const bool is_given = std::any_of(asked.begin(), asked.end(), [&](const Asked& one) {
      return one.need == &entry.need && !one.candidates.empty();
    });
    // Where only another person is missing, every role of the action is still asked.
    if (!is_given || has_all_roles) needed.push_back(entry.need);
  }
  return needed;
}

std::array<LaneState, kLaneCount> LanesNow(const Referral& referral, const Instant& as_of) {
  const auto settled = [&](std::string_view action) {
    const bool is_asked = std::any_of(
        referral.needs.begin(), referral.needs.end(),
        [&](const ReferralNeed& entry) { return entry.need.action == action && entry.is_asked; });
    return !is_asked || IsApproved(referral, action, as_of);
  };
  std::array<LaneState, kLaneCount> lanes = referral.lanes;
  const auto finish = [&](Lane lane, bool is_done) {
    if (is_done) lanes[static_cast<std::size_t>(lane)] = LaneState::kDone;
  };
  const bool accepted = IsApproved(referral, "accept", as_of);
  const bool attributed = IsApproved(referral, "attribute", as_of);
  const bool may_contact = referral.contact != Allowance::kRefused &&
                           referral.share_forward != Allowance::kRefused &&
                           lanes[static_cast<std::size_t>(Lane::kComms)] == LaneState::kOpen;
  finish(Lane::kFit, accepted);
  finish(Lane::kOwnership, accepted && settled("exception"));
  finish(Lane::kAttribution, attributed);
  finish(Lane::kReward, attributed && IsApproved(referral, "commission", as_of) &&
                            IsApproved(referral, "reward", as_of));
  finish(Lane::kComms, may_contact && IsApproved(referral, "feedback", as_of) &&
                           settled("reject_message") && settled("commitment") &&
                           settled("advocacy"));
  return lanes;
}

Confidence ConfidenceNow(const Referral& referral, const Instant& as_of) {
  return IsApproved(referral, "attribute", as_of) ? Confidence::kConfirmed : referral.confidence;
}

}  // namespace referee
