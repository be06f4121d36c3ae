// Consent as an algebra: what a party allows, permission by permission and channel by channel.
//
// Every source of a party (an earlier submission, a contact, a lead) contributes only what it
// refuses.  Refusals are a set; linking records joins the sets.  Joining is commutative,
// associative and idempotent, and the more is linked the less is allowed: neither a duplicate
// submission nor a merge can ever widen a consent.  Only the submission itself grants.

#ifndef REFEREE_SRC_ATTRIBUTION_CONSENT_H_
#define REFEREE_SRC_ATTRIBUTION_CONSENT_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"

namespace referee {

enum class Permission : std::uint8_t { kShareForward, kContact, kReportBack };
inline constexpr std::size_t kPermissionCount = 3;
std::string_view PermissionName(Permission permission);

// From wide to narrow.
enum class ConsentAnswer : std::uint8_t { kGranted, kUnknown, kRefused };
std::string_view ConsentAnswerName(ConsentAnswer answer);

// What somebody refuses: permissions on every channel, and contact on single ones.
struct Refusals {
  std::array<bool, kPermissionCount> everywhere{};
  std::vector<std::string> contact_channels;  // Folded, ascending, each once.

  friend bool operator==(const Refusals&, const Refusals&) = default;
};

// The union.
Refusals Join(const Refusals& a, const Refusals& b);

// True when `a` refuses nothing that `b` does not refuse.
bool IsWithin(const Refusals& a, const Refusals& b);

// What a submission's consent refuses at `receipt`: every flag that is false, and everything once
// it was withdrawn.
Refusals RefusalsOf(const Consent& consent, const Instant& receipt);
// What a CRM's opt-out refuses: contact on its channel, or on all of them.
Refusals RefusalsOf(const OptOut& opt_out);

// What `own` grants and `refusals` leave of it.  `channel` "" asks about the permission as a whole:
// contact as a whole is refused as soon as one channel of it is.  A grant for listed channels says
// nothing about others.
ConsentAnswer EffectiveConsent(const Consent& own, const Refusals& refusals, Permission permission,
                               std::string_view channel);

// The refusals of everything that is linked to the party: the submission, earlier submissions of
// its referral, and contacts and leads of the same person.
Refusals LinkedRefusals(const Case& the_case);

// Every permission as a whole, then contact on e-mail, phone and every other channel that is named,
// each with the linked records that refuse it.
std::vector<ConsentState> ConsentOf(const Case& the_case);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_CONSENT_H_
