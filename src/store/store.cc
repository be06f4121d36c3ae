#include "src/store/store.h"

#include "src/base/error_location.h"

namespace referee {

std::string_view EntryKindName(EntryKind kind) {
  constexpr std::string_view kNames[] = {"submission", "approval", "transition", "erasure"};
  return kNames[static_cast<std::size_t>(kind)];
}

absl::Status OtherContent(EntryKind kind) {
  return InsideOf(kind == EntryKind::kSubmission ? "idempotency_key" : "id",
                  absl::AlreadyExistsError("was used before with other content"));
}

}  // namespace referee
