#include "src/policy/disclosure.h"

#include <algorithm>
#include <string>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/policy/document_reader.h"

namespace referee {
namespace {

constexpr std::array<std::string_view, 4> kLevels = {"none", "exists", "kind", "window"};

}  // namespace

std::string_view DisclosureLevelName(DisclosureLevel level) {
  return kLevels[static_cast<std::size_t>(level)];
}

namespace policy {

absl::StatusOr<Disclosure> ReadDisclosure(const json::Node& node) {
  Disclosure disclosure{};
  for (std::size_t i = 0; i < disclosure.size(); ++i) {
    const std::string_view kind = ConflictKindName(static_cast<ConflictKind>(i));
    REFEREE_ASSIGN_OR_RETURN(const std::string level, TextMember(node, kind));
    const auto* found = std::find(kLevels.begin(), kLevels.end(), level);
    if (found == kLevels.end()) {
      return InsideOf(kind, Invalid("must be none, exists, kind or window"));
    }
    disclosure[i] = static_cast<DisclosureLevel>(found - kLevels.begin());
  }
  for (const json::Member& member : node.members) {
    if (!ConflictKindFromName(member.name).has_value()) {
      return InsideOf(member.name, Invalid("is no kind of conflict"));
    }
  }
  return disclosure;
}

}  // namespace policy
}  // namespace referee
