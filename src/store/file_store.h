// The store in a file: SQLite in write-ahead mode, one transaction an entry, for several processes.
//
// A session holds the write lock of the file from Begin() to its end, so that what it reads is what
// it adds to.  Every commit reaches the disk before it is answered.  src/store/README.md explains
// the tables and the audit chain.

#ifndef REFEREE_SRC_STORE_FILE_STORE_H_
#define REFEREE_SRC_STORE_FILE_STORE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "src/store/store.h"

namespace referee {

struct FileStoreOptions {
  bool read_only = false;      // Sessions read; Commit() fails with kPermissionDenied.
  int busy_timeout_ms = 5000;  // The longest wait for other processes.
  std::string signing_seed;    // 32 bytes: entries are signed with this Ed25519 key; "": unsigned.
  std::string vfs;             // SQLite VFS by name, "" for the system's.
};

// Opens the store in this file and makes it where there is none.
//
//   kNotFound            there is no such file (read_only) or folder
//   kFailedPrecondition  the file is of a newer schema or of another program
//   kDataLoss            the file is damaged
//   kPermissionDenied    it may not be written
absl::StatusOr<std::unique_ptr<Store>> OpenFileStore(const std::string& path,
                                                     const FileStoreOptions& options,
                                                     const CallContext& call);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_FILE_STORE_H_
