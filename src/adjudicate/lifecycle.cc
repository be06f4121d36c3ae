#include "src/adjudicate/lifecycle.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "src/adjudicate/approvals.h"
#include "src/base/error_location.h"
#include "src/base/text.h"

namespace referee {
namespace {

absl::Status NotNow(std::string_view member, std::string_view code, std::string_view message) {
  return WithCode(code, InsideOf(member, absl::FailedPreconditionError(std::string(message))));
}

absl::Status Wrong(std::string_view member, std::string_view code, std::string_view message) {
  return WithCode(code, InsideOf(member, Invalid(message)));
}

const Reason* FindReason(std::string_view code) {
  for (const Reason& reason : Reasons()) {
    if (reason.code == code) return &reason;
  }
  return nullptr;
}

const Move* FindMove(ReferralState from, ReferralState to) {
  for (const Move& move : Moves()) {
    if (move.to == to && Has(move.from, from)) return &move;
  }
  return nullptr;
}

std::string CodesOf(bool rejecting_only) {
  std::vector<std::string> codes;
  for (const Reason& reason : Reasons()) {
    if (!reason.by_engine && (!rejecting_only || reason.rejects)) codes.emplace_back(reason.code);
  }
  return Join(codes, ", ");
}

bool IsAsked(const Referral& referral, std::string_view action) {
  return std::any_of(referral.needs.begin(), referral.needs.end(), [&](const ReferralNeed& entry) {
    return entry.need.action == action && entry.is_asked;
  });
}

bool Applies(const Referral& referral, const RequiredApproval& required) {
  const bool is_rejected = referral.state(Aspect::kStatus) == ReferralState::kRejected;
  switch (required.rests) {
    case Rests::kAlways: return true;
    case Rests::kIfAsked: return IsAsked(referral, required.action);
    case Rests::kIfDisputed: return referral.is_disputed;
    case Rests::kIfRejected: return is_rejected;
    case Rests::kUnlessRejected: return !is_rejected;
  }
  return true;
}

// The actions that this move rests on now.  Closing something undecided for a reason that rejects
// is a rejection by another name.
std::vector<std::string_view> ActionsOf(const Referral& referral, const Move& move,
                                        std::string_view reason) {
  std::vector<std::string_view> actions;
  for (const RequiredApproval& required : move.approvals) {
    if (!required.action.empty() && Applies(referral, required)) {
      actions.push_back(required.action);
    }
  }
  const Reason* given = FindReason(reason);
  if (move.to == ReferralState::kClosed && given != nullptr && given->rejects) {
    actions.emplace_back("reject_message");
  }
  return actions;
}

absl::Status CheckReason(const Move& move, const TransitionAct& act) {
  const std::string& code = act.reason.get();
  const bool must_reject = move.reason == ReasonUse::kMustReject;
  if (!act.reason.has()) {
    if (move.reason == ReasonUse::kOptional) return absl::OkStatus();
    return Wrong("reason", "transition.reason_missing",
                 "is required for this move: one of " + CodesOf(must_reject));
  }
  const Reason* reason = FindReason(code);
  if (reason == nullptr || reason->by_engine || (must_reject && !reason->rejects)) {
    return Wrong("reason", "transition.unknown_reason",
                 "must be one of " + CodesOf(must_reject) + ", found another text");
  }
  return absl::OkStatus();
}

std::string OutcomeOf(const TransitionAct& act, ReferralState to) {
  if (act.outcome.has()) return *act.outcome;
  for (const Outcome& outcome : Outcomes()) {
    if (outcome.state == to) return std::string(outcome.code);
  }
  return {};
}

absl::Status CheckOutcome(const TransitionAct& act, ReferralState to) {
  if (!act.outcome.has()) return absl::OkStatus();
  std::vector<std::string> codes;
  for (const Outcome& outcome : Outcomes()) {
    if (outcome.state != to) continue;
    if (outcome.code == *act.outcome) return absl::OkStatus();
    codes.emplace_back(outcome.code);
  }
  const std::string message = codes.empty()
                                  ? std::string("must be absent: this move has no outcome")
                                  : "must be one of " + Join(codes, ", ");
  return Wrong("outcome", "transition.unknown_outcome", message);
}

// Every aspect that the set names must be in one of its states.
absl::Status CheckOthers(const Referral& referral, const Move& move) {
  for (int i = 0; i < kAspectCount; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    std::vector<std::string> codes;
    for (int s = 0; s < kReferralStateCount; ++s) {
      const auto state = static_cast<ReferralState>(s);
      if (Has(move.others, state) && AspectOf(state) == aspect) {
        codes.push_back(ReferralStateCode(state));
      }
    }
    if (codes.empty() || Has(move.others, referral.state(aspect))) continue;
    return NotNow("to", "transition.too_early",
                  ReferralStateCode(move.to) + " comes after " + Join(codes, " or ") +
                      "; the referral is " + ReferralStateCode(referral.state(aspect)));
  }
  return absl::OkStatus();
}

absl::Status CheckApprovals(const Referral& referral, const Move& move, const TransitionAct& act,
                            const Instant& as_of) {
  for (const std::string_view action : ActionsOf(referral, move, act.reason.get())) {
    if (IsApproved(referral, action, as_of)) continue;
    std::string message = ReferralStateCode(move.to) + " needs the approval ";
    message += action;
    message += " by " + WhoIsMissing(referral, action, as_of);
    return NotNow("to", "approval.missing", message);
  }
  return absl::OkStatus();
}

absl::Status CheckMover(const Referral& referral, const TransitionAct& act, const User* user) {
  const bool is_active = user != nullptr && (!user->active.has() || *user->active);
  if (!is_active) {
    return WithCode("transition.unknown_user",
                    InsideOf("user", absl::PermissionDeniedError(
                                         "must be an active user of the records, found none of "
                                         "this id")));
  }
  for (const ReferralPartner& partner : referral.partners) {
    const auto& users = partner.users;
    if (std::find(users.begin(), users.end(), act.user.get()) == users.end()) continue;
    return WithCode("transition.own_referral",
                    InsideOf("user", absl::PermissionDeniedError(
                                         "who acts for a claiming partner may not move it")));
  }
  return absl::OkStatus();
}

// The instant of the newest thing that a move of this referral follows.
Instant LastOf(const Referral& referral) {
  Instant last = kDistantPast;
  const auto take = [&](const std::string& text) {
    const auto instant = ParseInstant(text);
    if (instant.ok()) last = std::max(last, *instant);
  };
  take(referral.decided_at);
  if (!referral.history.empty()) take(referral.history.back().at);
  return last;
}

absl::Status CheckTimes(const Referral& referral, const TransitionAct& act, const Instant& as_of) {
  const Instant at = act.at.has() ? act.at->instant : as_of;
  if (at > as_of) {
    return Wrong("at", "transition.future", "must not be after the as-of time");
  }
  if (at < LastOf(referral)) {
    return NotNow("at", "transition.clock_set_back",
                  "must not be before the last entry of the referral");
  }
  return absl::OkStatus();
}

}  // namespace

std::vector<std::string> NextStates(const Referral& referral, Aspect aspect) {
  std::vector<std::string> codes;
  for (const Move& move : Moves()) {
    if (AspectOf(move.to) == aspect && Has(move.from, referral.state(aspect))) {
      codes.push_back(ReferralStateCode(move.to));
    }
  }
  return codes;
}

absl::Status CheckMove(const Referral& referral, const TransitionAct& act, const User* user,
                       const Instant& as_of) {
  const auto to = ReferralStateFromCode(act.to.get());
  if (!to.has_value()) {
    return Wrong("to", "transition.unknown_state",
                 "must be the code of a state, such as accepted or reward.paid");
  }
  absl::Status mover = CheckMover(referral, act, user);
  if (!mover.ok()) return mover;
  const ReferralState from = referral.state(AspectOf(*to));
  const Move* move = FindMove(from, *to);
  if (move == nullptr) {
    const std::vector<std::string> next = NextStates(referral, AspectOf(*to));
    return NotNow("to", "transition.no_such_move",
                  "there is no move from " + ReferralStateCode(from) + " to " +
                      ReferralStateCode(*to) +
                      "; from here: " + (next.empty() ? std::string("none") : Join(next, ", ")));
  }
  for (absl::Status status :
       {CheckReason(*move, act), CheckOutcome(act, *to), CheckTimes(referral, act, as_of),
        CheckOthers(referral, *move), CheckApprovals(referral, *move, act, as_of)}) {
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

void MakeMove(const TransitionAct& act, const Instant& as_of, Referral* referral) {
  const auto to = ReferralStateFromCode(act.to.get());
  ReferralMove made;
  made.id = act.id;
  made.at = act.at.has() ? act.at->text : FormatInstant(as_of);
  made.by = act.user.get();
  made.to = *to;
  made.from = referral->state(AspectOf(*to));
  made.reason = act.reason.get();
  made.outcome = OutcomeOf(act, *to);
  made.rationale = act.rationale.get();
  const Move* move = FindMove(made.from, made.to);
  for (const std::string_view action : ActionsOf(*referral, *move, made.reason)) {
    std::vector<std::size_t> resting;
    IsApproved(*referral, action, as_of, &resting);
    for (const std::size_t i : resting) {
      referral->approvals[i].is_used = true;
      made.rests_on.push_back(referral->approvals[i].act.id);
    }
  }
  referral->states[static_cast<std::size_t>(AspectOf(*to))] = *to;
  referral->history.push_back(std::move(made));
}

}  // namespace referee
