// Entries read back whole, for replay and for proofs.

#ifndef REFEREE_SRC_STORE_ARCHIVE_H_
#define REFEREE_SRC_STORE_ARCHIVE_H_

#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/store/database.h"
#include "src/store/store.h"

namespace referee {

// The number of a tenant in the file; kNotFound when it is not known.
absl::StatusOr<std::int64_t> FindTenant(Database* database, std::string_view name);

// As the members of Store of like name.  Inside a transaction.
absl::StatusOr<StoredEntry> ReadStoredEntry(Database* database, std::string_view tenant,
                                            std::uint64_t sequence);
absl::StatusOr<StoredSubmission> ReadStoredSubmission(Database* database, std::string_view tenant,
                                                      std::uint64_t sequence);
absl::StatusOr<std::uint64_t> CountStoredEntries(Database* database, std::string_view tenant);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_ARCHIVE_H_
