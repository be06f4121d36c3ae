// The life of a referral: one table of moves, one of reasons.
//
// A move is a person's act.  The table says from where it starts, which approvals it rests on, in
// which states the other aspects must be, and whether it needs a reason.  There is no other way to
// a state: what is never automated (acceptance, credit, commission, reward, rejection messages,
// commitments, advocacy) is reached only through a row that names its approval.  What follows from
// a submission only ever narrows (src/adjudicate/settle.h).

#ifndef REFEREE_SRC_ADJUDICATE_LIFECYCLE_H_
#define REFEREE_SRC_ADJUDICATE_LIFECYCLE_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "src/base/instant.h"
#include "src/record/act.h"
#include "src/record/records.h"
#include "src/record/referral.h"

namespace referee {

// Sets of states, one bit each.
using StateSet = std::uint32_t;
static_assert(kReferralStateCount <= 32);
constexpr StateSet SetOf(ReferralState state) {
  return StateSet{1} << static_cast<unsigned>(state);
}
constexpr bool Has(StateSet set, ReferralState state) { return (set & SetOf(state)) != 0; }

// When a move rests on an approval.
enum class Rests : std::uint8_t {
  kAlways,
  kIfAsked,         // The policy asks for it in this case.
  kIfDisputed,      // attribution_disputed stops.
  kIfRejected,      // The status is rejected: the partner is told so.
  kUnlessRejected,  // The partner is told anything else.
};

struct RequiredApproval {
  std::string_view action;  // "" ends the list.
  Rests rests = Rests::kAlways;
};

enum class ReasonUse : std::uint8_t { kOptional, kRequired, kMustReject };

struct Move {
  StateSet from;
  ReferralState to;
  std::array<RequiredApproval, 4> approvals;
  StateSet others;   // For each other aspect named here: it must be in one of these states.
  ReasonUse reason;  // kMustReject: one of the reasons that reject.
};
std::span<const Move> Moves();

struct Reason {
  std::string_view code, meaning;
  bool rejects = false;    // Telling it means to reject.
  bool by_engine = false;  // Only what follows from a submission carries it.
};
std::span<const Reason> Reasons();

// Where a routing decision ends (REC-58 of the inventory): codes that a move of the status may
// carry as `outcome`.  The first that fits is taken when the act names none; "" when none fits.
struct Outcome {
  std::string_view code;
  ReferralState state;
};
std::span<const Outcome> Outcomes();

// OK when the move may be made at `as_of`; `user` is the person as the records know them.
//
//   kPermissionDenied    the user is not known or not active, or acts for a partner
//   kFailedPrecondition  no such move from here (the message lists those there are), an approval is
//                        missing (names it and who can give it; code "approval.missing"), another
//                        aspect is not far enough, or the act is dated before the last move
//   kInvalidArgument     no such state, reason or outcome; a reason is missing; dated after `as_of`
absl::Status CheckMove(const Referral& referral, const TransitionAct& act, const User* user,
                       const Instant& as_of);

// Makes the move and marks the approvals that it rests on as used.  Requires: CheckMove() is OK.
void MakeMove(const TransitionAct& act, const Instant& as_of, Referral* referral);

// Codes of the states that a person can move `aspect` to now, approvals aside.
std::vector<std::string> NextStates(const Referral& referral, Aspect aspect);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_LIFECYCLE_H_
