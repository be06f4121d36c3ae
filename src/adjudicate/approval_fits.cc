#include "src/adjudicate/approval_fits.h"

#include <algorithm>
#include <array>
#include <string>

namespace referee {
namespace {

bool Holds(const User& user, const std::string& role) {
  const auto& roles = user.roles.get();
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool IsKnown(const User* user) {
  return user != nullptr && !(user->active.has() && !*user->active);
}

bool IsParty(const ApprovalScene& scene, std::string_view user) {
  return std::find(scene.parties.begin(), scene.parties.end(), user) != scene.parties.end();
}

bool Approves(const Approval& act) {
  return act.decision.get() == "approve" || act.decision.get() == "approved";
}

// By its own word, or because the policy lets no approval of this kind hold longer.
bool HasExpired(const Approval& act, const ApprovalNeeded& need, const Instant& as_of) {
  if (act.expires_at.has() && act.expires_at->instant <= as_of) return true;
  const std::int64_t seconds = std::int64_t{need.expires_hours} * 3600;
  return seconds > 0 && act.at->instant.PlusSeconds(seconds) <= as_of;
}

}  // namespace

ApprovalFit FitOf(const Approval& act, const ApprovalNeeded& need, const ApprovalScene& scene) {
  if (act.action.get() != need.action) return ApprovalFit::kOtherAction;
  if (act.referral_id.get() != scene.referral_id) return ApprovalFit::kOtherReferral;
  if (act.role.get() != need.role) return ApprovalFit::kOtherRole;
  if (act.subject_hash.get() != need.subject_hash) return ApprovalFit::kChangedSubject;
  if (!act.user.has() || !IsKnown(scene.approver)) return ApprovalFit::kUnknownPerson;
  if (!Holds(*scene.approver, need.role)) return ApprovalFit::kRoleNotHeld;
  if (need.not_submitter && IsParty(scene, *act.user)) return ApprovalFit::kOwnReferral;
  if (!act.at.has() || act.at->instant > scene.as_of) return ApprovalFit::kNotYet;
  if (HasExpired(act, need, scene.as_of)) return ApprovalFit::kExpired;
  return Approves(act) ? ApprovalFit::kFits : ApprovalFit::kRefusal;
}

std::string_view ApprovalFitSentence(ApprovalFit fit) {
  constexpr std::array<std::string_view, 11> kSentences = {
      "It counts.",
      "It is about another action than any that is needed.",
      "It is about another referral.",
      "Its role is not one that is asked.",
      "What was approved has changed since.",
      "The records know no active user of this name.",
      "The user does not hold the role of the act.",
      "Who submitted, referred or acts for a claiming partner may not approve.",
      "It has no time, or one after this decision.",
      "It has expired.",
      "It refuses.",
  };
  return kSentences[static_cast<std::size_t>(fit)];
}

}  // namespace referee
