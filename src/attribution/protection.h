// How long a title protects, and in which state a registration was at an instant.
//
// Status is effective-dated: an act dated after the instant (a decision, a withdrawal, an
// extension) has not happened yet.

#ifndef REFEREE_SRC_ATTRIBUTION_PROTECTION_H_
#define REFEREE_SRC_ATTRIBUTION_PROTECTION_H_

#include <string>

#include "src/base/instant.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"
#include "src/record/records.h"

namespace referee {

enum class RegistrationState : std::uint8_t {
  kNone,     // A draft, returned, converted or without status: no claim, no lapse.
  kPending,  // submitted, in_review or action_required.
  kApproved,
  kExpired,  // Ended, by status.
  kWithdrawn,
  kRefused,  // rejected or revoked.
};

// The state at `at`.
RegistrationState StateAt(const DealRegistration& registration, const Instant& at);

// When the vendor received it: complete_at, else submitted_at, else the decision that implies it.
// Null when none is known.  Borrowed from the registration.
const Time* ReceiptOf(const DealRegistration& registration);

// When it was decided, if that was at or before `at`: decided_at, else window_start.
const Time* ApprovalOf(const DealRegistration& registration, const Instant& at);

struct Protection {
  ClaimState state = ClaimState::kLive;
  Instant ends;                      // Inclusive: the title is past its end only afterwards.
  std::string ends_text;             // As given where the end is named, else derived.
  std::string ends_path;             // The field that names the end: "expires_at".
  std::string starts_text;           // From when it protects, as given.
  std::int32_t extensions = 0;       // Extensions that moved the end.
  bool extension_undecided = false;  // Past its end but for an extension without `until`.
};

// The protection of a title received at `received`, as of `at`.  An extension counts when it was
// requested before the end that it moves.
Protection ProtectionOf(const DealRegistration& registration, RegistrationState state,
                        const Instant& received, const Instant& at, const Parameters& parameters);

// The instant from which a withdrawal or a lapse counts: closed_at, else the end of protection.
// Null when neither is known by `at`.
struct Closing {
  bool is_known = false;
  Instant at;
  std::string text, path;
};
Closing ClosingOf(const DealRegistration& registration, const Protection& protection);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_PROTECTION_H_
