// All texts of a store, checked against their own commitments: the first pass of an audit.

#ifndef REFEREE_SRC_STORE_CONTENT_TABLE_H_
#define REFEREE_SRC_STORE_CONTENT_TABLE_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/base/hash.h"
#include "src/store/database.h"

namespace referee {

// What is known of one row without its text.
struct ContentRow {
  std::int64_t id = 0, tenant = 0;
  Sha256Digest commitment{};
  std::uint64_t erased_by = 0;  // 0: the text is there.
  bool is_once = false;         // Kept once for all frames: has a digest.
  bool is_used = false;         // Set by who finds the entry that it belongs to.
  const char* fault = nullptr;  // Told with the entry that uses the row.
};

class ContentTable {
 public:
  ContentTable() = default;

  // Reads and checks every row.  Inside a transaction.
  static absl::StatusOr<ContentTable> Read(Database* database, const CallContext& call);

  // Null when there is no such row.  Logarithmic.
  ContentRow* Find(std::int64_t id);

  const std::vector<ContentRow>& rows() const { return rows_; }  // Ascending by id.
  std::uint64_t erased() const { return erased_; }

 private:
  std::vector<ContentRow> rows_;
  std::uint64_t erased_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_STORE_CONTENT_TABLE_H_
