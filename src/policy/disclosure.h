// What a partner may learn of a conflict, by its kind: policy data, never a judgement of code.

#ifndef REFEREE_SRC_POLICY_DISCLOSURE_H_
#define REFEREE_SRC_POLICY_DISCLOSURE_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/record/decision.h"

namespace referee {

// Each level shows what the one before shows, and more.
enum class DisclosureLevel : std::uint8_t {
  kNone,    // Nothing, not even that there is something.
  kExists,  // That something is looked at, not what.
  kKind,    // The kind of conflict.
  kWindow,  // The kind, and the day on which the protection of another claim ends.
};
std::string_view DisclosureLevelName(DisclosureLevel level);

namespace policy {

using Disclosure = std::array<DisclosureLevel, kConflictKindCount>;

// `disclosure` of the document: {kind: "none"|"exists"|"kind"|"window"}, every kind named.
absl::StatusOr<Disclosure> ReadDisclosure(const json::Node& node);

}  // namespace policy
}  // namespace referee

#endif  // REFEREE_SRC_POLICY_DISCLOSURE_H_
