// The tables of a store file and their version.

#ifndef REFEREE_SRC_STORE_SCHEMA_H_
#define REFEREE_SRC_STORE_SCHEMA_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "src/store/database.h"

namespace referee {

// "Refe" in the file's header: what tells our files from those of others.
inline constexpr std::int64_t kApplicationId = 0x52656665;

// The version that this library writes; a file of an earlier one is migrated when it is opened for
// writing.
std::int64_t SchemaVersion();

// What the file says of itself since it was made.
struct StoreIdentity {
  std::string store_id;  // 32 random hexadecimal digits.
  std::string engine;    // The version that made it.
};

// All tables of the newest schema in an empty database, and nothing in them.
absl::Status MakeTables(Database* database);

// Makes the tables in an empty file, migrates those of an earlier version, and sets how the
// connection works (write-ahead log, every commit reaches the disk, deleted bytes are overwritten).
//
//   kFailedPrecondition  the file is of a newer schema, or is a database of something else
//   kDataLoss            the file is damaged
//   kPermissionDenied    it had to be written and cannot be
absl::Status PrepareSchema(Database* database, const StoreIdentity& if_new);

absl::StatusOr<StoreIdentity> ReadIdentity(Database* database);

// The statements of a fresh schema as SQLite keeps them, for the check that nobody changed them.
absl::StatusOr<std::vector<std::string>> SchemaOf(Database* database);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_SCHEMA_H_
