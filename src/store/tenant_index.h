// What a file store keeps in memory of one tenant: the searchable history and the directory.  Built
// from the entries of the file and caught up with those that other processes added.

#ifndef REFEREE_SRC_STORE_TENANT_INDEX_H_
#define REFEREE_SRC_STORE_TENANT_INDEX_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "src/base/hash.h"
#include "src/index/snapshot.h"
#include "src/store/database.h"
#include "src/store/directory.h"
#include "src/store/store.h"

namespace referee {

class TenantIndex {
 public:
  explicit TenantIndex(std::string_view name) : name_(name) {}

  // Reads what the file has and this index has not.  Inside a transaction.  An erasure makes it
  // start anew; otherwise the cost is that of the new entries.
  absl::Status CatchUp(Database* database);

  // What was just committed, so that it need not be read back.
  absl::Status Add(const JournalEntry& entry, const Sha256Digest& head);

  // As Session::UseTables().
  void UseTables(const std::shared_ptr<const TableOverrides>& tables);

  // Makes the next CatchUp() start anew.
  void Forget() { is_whole_ = false; }

  std::int64_t id() const { return id_; }  // 0: the file does not know the tenant yet.
  // The row of a tenant that the file did not know before this transaction.
  void Create(std::int64_t id, std::string salt, const Sha256Digest& genesis) {
    id_ = id;
    salt_ = std::move(salt);
    head_ = genesis;
  }
  const std::string& name() const { return name_; }
  const std::string& salt() const { return salt_; }
  std::uint64_t entries() const { return entries_; }
  std::uint64_t submissions() const { return submissions_; }
  const Sha256Digest& head() const { return head_; }
  const Snapshot& history() const { return published_; }
  const DirectoryFollower& users() const { return users_; }
  DirectoryFollower& users() { return users_; }

 private:
  absl::Status ReadTenant(Database* database, std::uint64_t* entries);
  absl::Status ReadEntries(Database* database, bool* has_erasure);
  absl::Status ReadSubmission(std::string_view json, std::string_view link,
                              std::string_view referral_id, std::uint64_t sequence);
  void Clear();

  std::string name_, salt_;
  std::int64_t id_ = 0;
  std::uint64_t entries_ = 0, submissions_ = 0;
  Sha256Digest head_{};
  Corpus history_;
  Snapshot published_;
  DirectoryFollower users_;
  bool is_whole_ = true;  // False while a change is under way: an exception leaves it so.
};

}  // namespace referee

#endif  // REFEREE_SRC_STORE_TENANT_INDEX_H_
