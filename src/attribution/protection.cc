#include "src/attribution/protection.h"

#include <algorithm>
#include <vector>

namespace referee {
namespace {

bool IsAfter(const Moment& moment, const Instant& at) {
  return moment.has() && moment->instant > at;
}

RegistrationState BeforeClosing(const DealRegistration& registration, const Instant& at) {
  const bool was_decided = registration.decided_at.has() && registration.decided_at->instant <= at;
  return was_decided ? RegistrationState::kApproved : RegistrationState::kPending;
}

// Extensions known at `at`, by the time of their request.
std::vector<const Extension*> RequestedBy(const DealRegistration& registration, const Instant& at) {
  std::vector<const Extension*> known;
  for (const Extension& extension : registration.extensions.get()) {
    if (extension.requested_at.has() && extension.requested_at->instant <= at) {
      known.push_back(&extension);
    }
  }
  std::stable_sort(known.begin(), known.end(), [](const Extension* a, const Extension* b) {
    return a->requested_at->instant < b->requested_at->instant;
  });
  return known;
}

// Moves the end by the extensions that were requested in time.
void Extend(const DealRegistration& registration, const Instant& at, Protection* protection) {
  bool is_undecided = false;
  for (const Extension* extension : RequestedBy(registration, at)) {
    if (extension->requested_at->instant >= protection->ends) continue;
    if (!extension->until.has() || IsAfter(extension->decided_at, at)) {
      is_undecided = true;
    } else if (extension->until->instant > protection->ends) {
      protection->ends = extension->until->instant;
      protection->ends_text = extension->until->text;
      protection->ends_path = "extensions.until";
      ++protection->extensions;
    }
  }
  protection->extension_undecided = is_undecided && protection->ends < at;
}

// From when a decided registration protects; null while its receipt is the start.
const Time* StartOf(const DealRegistration& registration, RegistrationState state,
                    const Instant& at) {
  const bool was_decided = registration.decided_at.has() && registration.decided_at->instant <= at;
  if (!was_decided && state != RegistrationState::kApproved) return nullptr;
  if (registration.window_start.has()) return &registration.window_start.get();
  return was_decided ? &registration.decided_at.get() : nullptr;
}

ClaimState StateOf(RegistrationState state, const Protection& protection, const Instant& at) {
  switch (state) {
    case RegistrationState::kWithdrawn: return ClaimState::kWithdrawn;
    case RegistrationState::kRefused:
    case RegistrationState::kNone: return ClaimState::kRefused;
    case RegistrationState::kExpired: return ClaimState::kEnded;
    case RegistrationState::kPending:
    case RegistrationState::kApproved: break;
  }
  return protection.ends < at ? ClaimState::kEnded : ClaimState::kLive;
}

}  // namespace

RegistrationState StateAt(const DealRegistration& registration, const Instant& at) {
  const std::string& status = registration.status.get();
  if (status == "submitted" || status == "in_review" || status == "action_required") {
    return RegistrationState::kPending;
  }
  if (status == "approved") {
    return IsAfter(registration.decided_at, at) ? RegistrationState::kPending
                                                : RegistrationState::kApproved;
  }
  const bool not_yet = IsAfter(registration.closed_at, at);
  if (status == "rejected") {
    const bool undecided = not_yet || IsAfter(registration.decided_at, at);
    return undecided ? RegistrationState::kPending : RegistrationState::kRefused;
  }
  if (status == "withdrawn") {
    return not_yet ? BeforeClosing(registration, at) : RegistrationState::kWithdrawn;
  }
  if (status == "revoked") {
    return not_yet ? BeforeClosing(registration, at) : RegistrationState::kRefused;
  }
  if (status == "converted" && not_yet) return BeforeClosing(registration, at);
  if (status == "expired") {
    return not_yet ? BeforeClosing(registration, at) : RegistrationState::kExpired;
  }
  return RegistrationState::kNone;
}

const Time* ReceiptOf(const DealRegistration& registration) {
  for (const Moment* moment : {&registration.complete_at, &registration.submitted_at,
                               &registration.window_start, &registration.decided_at}) {
    if (moment->has()) return &moment->get();
  }
  return nullptr;
}

const Time* ApprovalOf(const DealRegistration& registration, const Instant& at) {
  if (StateAt(registration, at) != RegistrationState::kApproved) return nullptr;
  if (registration.decided_at.has()) return &registration.decided_at.get();
  return registration.window_start.has() ? &registration.window_start.get() : nullptr;
}

Protection ProtectionOf(const DealRegistration& registration, RegistrationState state,
                        const Instant& received, const Instant& at, const Parameters& parameters) {
  Protection protection;
  const Time* start = StartOf(registration, state, at);
  const Instant starts = start == nullptr ? received : start->instant;
  protection.starts_text = start == nullptr ? FormatInstant(received) : start->text;
  if (registration.expires_at.has()) {
    protection.ends = registration.expires_at->instant;
    protection.ends_text = registration.expires_at->text;
    protection.ends_path = "expires_at";
  } else {
    protection.ends = starts.PlusDays(parameters.protection_window_days);
    protection.ends_text = FormatInstant(protection.ends);
    protection.ends_path = "protection_window_days";
  }
  Extend(registration, at, &protection);
  if (state != RegistrationState::kPending && state != RegistrationState::kApproved) {
    protection.extension_undecided = false;
  }
  protection.state = StateOf(state, protection, at);
  return protection;
}

Closing ClosingOf(const DealRegistration& registration, const Protection& protection) {
  if (registration.closed_at.has()) {
    return {true, registration.closed_at->instant, registration.closed_at->text, "closed_at"};
  }
  if (registration.expires_at.has() || protection.state == ClaimState::kEnded) {
    return {true, protection.ends, protection.ends_text, protection.ends_path};
  }
  return {};
}

}  // namespace referee
