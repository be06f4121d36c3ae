// The policy's object `confidence`: which label each rule of attribution confidence gives, and the
// sentence that explains it.  The engine finds which rule applies; what it is worth is policy.

#ifndef REFEREE_SRC_POLICY_CONFIDENCE_RULES_H_
#define REFEREE_SRC_POLICY_CONFIDENCE_RULES_H_

#include <array>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/record/decision.h"

namespace referee {

struct ConfidenceRule {
  Confidence label = Confidence::kNone;
  std::string clause;   // "confidence.high_introduction".
  std::string because;  // "" when the policy says nothing.
};

namespace policy {

inline constexpr std::array<std::string_view, 9> kConfidenceRules = {
    "confirmed_by_person",     // A person approved the attribution as it stands.
    "disputed_open_conflict",  // attribution_disputed stops.
    "high_approved_registration",
    "high_evidence",
    "high_introduction",
    "low_tracked_link",
    "medium_known_partner",
    "none_missing_attribution",  // The conflict of this name is open.
    "none_no_source",
};

using ConfidenceRules = std::array<ConfidenceRule, kConfidenceRules.size()>;

// Reads the optional member `confidence` of a policy document; a rule that it does not name has
// the label that it begins with.  Fails with the pointer of the member: for an unknown rule or
// label, and for `confirmed` on anything but a person's act.
absl::StatusOr<ConfidenceRules> ReadConfidenceRules(const json::Node& root);

}  // namespace policy
}  // namespace referee

#endif  // REFEREE_SRC_POLICY_CONFIDENCE_RULES_H_
