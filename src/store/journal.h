// The entries of a store file: how one is written and how an answer is read back.

#ifndef REFEREE_SRC_STORE_JOURNAL_H_
#define REFEREE_SRC_STORE_JOURNAL_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/hash.h"
#include "src/store/contents.h"
#include "src/store/database.h"
#include "src/store/link.h"
#include "src/store/signer.h"
#include "src/store/store.h"
#include "src/store/tenant_index.h"

namespace referee {

// kFailedPrecondition with the code "erased" and the commitment to what was there.
absl::Status Erased(const Sha256Digest& commitment);

// An entry as it was written.
struct WrittenEntry {
  std::uint64_t sequence = 0;
  Sha256Digest hash{};
};

// The statements of one connection.  To be used inside a transaction.
class Journal {
 public:
  static absl::StatusOr<std::unique_ptr<Journal>> Prepare(Database* database,
                                                          std::optional<Signer> signer);

  // As Session says; kFailedPrecondition with the code "erased" when the answer was erased.
  absl::StatusOr<std::shared_ptr<const StoredAnswer>> FindKey(const TenantIndex& tenant,
                                                              EntryKind kind, std::string_view key,
                                                              std::string_view content);

  // None when there is no such referral or it was erased.
  absl::StatusOr<std::optional<Referral>> FindReferral(const TenantIndex& tenant,
                                                       std::string_view id);

  // Writes all rows of the entry and, with its first one, those of the tenant.
  absl::StatusOr<WrittenEntry> Write(const JournalEntry& entry, TenantIndex* tenant);

 private:
  explicit Journal(Contents contents, std::optional<Signer> signer)
      : contents_(std::move(contents)), signer_(std::move(signer)) {}

  // Ids of the texts of an entry; 0 for what it has not.
  struct Texts {
    std::int64_t input = 0, output = 0, referral = 0, directory = 0, frame = 0;
    std::string records;  // A JSON list of ids; "" without a frame.
  };

  absl::Status AddTenant(TenantIndex* tenant);
  absl::Status KeepPolicy(std::string_view hash, std::string_view document);  // Tables as well.
  absl::StatusOr<Texts> KeepTexts(const JournalEntry& entry, TenantIndex* tenant, Link* link);
  absl::Status KeepFrame(const Frame& frame, std::int64_t tenant, Texts* texts, Link* link);
  absl::Status Insert(const JournalEntry& entry, const TenantIndex& tenant, const Link& link,
                      const Texts& texts, WrittenEntry* written);

  Contents contents_;
  std::optional<Signer> signer_;
  Database* database_ = nullptr;
  Statement find_key_, find_referral_, insert_entry_, insert_policy_, update_tenant_,
      update_referral_;
};

}  // namespace referee

#endif  // REFEREE_SRC_STORE_JOURNAL_H_
