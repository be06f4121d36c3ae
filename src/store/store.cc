#include "src/store/store.h"

#include "src/base/error_location.h"

namespace referee {

std::string_view EntryKindName(EntryKind kind) {
  constexpr std::string_view kNames[] = {"submission", "approval", "transition", "erasure"};
  return kNames[static_cast<std::size_t>(kind)];
}

namespace {

absl::Status KeepsNoJournal() {
  return absl::FailedPreconditionError(
      "the store is in memory and keeps no journal; open one in a file");
}

}  // namespace

std::optional<EntryKind> EntryKindFromName(std::string_view name) {
  for (int i = 0; i < kEntryKindCount; ++i) {
    if (EntryKindName(static_cast<EntryKind>(i)) == name) return static_cast<EntryKind>(i);
  }
  return std::nullopt;
}

absl::Status OtherContent(EntryKind kind) {
  return InsideOf(kind == EntryKind::kSubmission ? "idempotency_key" : "id",
                  absl::AlreadyExistsError("was used before with other content"));
}

absl::StatusOr<StoredEntry> Store::ReadEntry(std::string_view /*tenant*/,
                                             std::uint64_t /*sequence*/,
                                             const CallContext& /*call*/) {
  return KeepsNoJournal();
}

absl::StatusOr<StoredSubmission> Store::ReadSubmission(std::string_view /*tenant*/,
                                                       std::uint64_t /*sequence*/,
                                                       const CallContext& /*call*/) {
  return KeepsNoJournal();
}

absl::StatusOr<std::uint64_t> Store::CountEntries(std::string_view /*tenant*/,
                                                  const CallContext& /*call*/) {
  return KeepsNoJournal();
}

absl::StatusOr<AuditReport> Store::Verify(std::string_view /*expected_head*/,
                                          const CallContext& /*call*/) {
  return KeepsNoJournal();
}

absl::StatusOr<std::string> Store::Prove(std::string_view /*tenant*/, std::uint64_t /*sequence*/,
                                         const Disclosure& /*disclosure*/,
                                         const CallContext& /*call*/) {
  return KeepsNoJournal();
}

absl::StatusOr<std::string> Store::Erase(std::string_view /*tenant*/, std::string_view /*json*/,
                                         std::string_view /*as_of*/, const CallContext& /*call*/) {
  return KeepsNoJournal();
}

}  // namespace referee
