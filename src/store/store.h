// What was submitted and decided, by tenant: submissions, decisions, keys, sequence.
//
// The interface is the same for memory and, later, for a file.  A store serialises commits; it may
// be used by several threads.

#ifndef REFEREE_SRC_STORE_STORE_H_
#define REFEREE_SRC_STORE_STORE_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/adjudicate/adjudicate.h"
#include "src/index/snapshot.h"
#include "src/output/decision_json.h"
#include "src/record/decision.h"
#include "src/record/submission.h"

namespace referee {

// A decision that was given: kept with its bytes.
struct StoredDecision {
  Decision decision;
  std::string json;
};

// What one adjudication writes, all or nothing.
struct CommitEntry {
  std::string tenant;
  const Submission* submission = nullptr;
  std::string_view submission_json;
  std::string content;  // Canonical bytes: what idempotency compares.
  Instant receipt;
  std::string audit_hash;  // As Stamp() gave it.
  std::shared_ptr<const StoredDecision> decision;
};

class Store {
 public:
  virtual ~Store() = default;

  // Serialises adjudications: hold it from reading the history to Commit().
  virtual std::unique_lock<std::mutex> Lock() = 0;

  // The decision given for this key, when the content is the same; kAlreadyExists with the pointer
  // /idempotency_key when it is not; null when the key is new.
  virtual absl::StatusOr<std::shared_ptr<const StoredDecision>> FindKey(
      std::string_view tenant, std::string_view key, std::string_view content) = 0;

  virtual std::uint64_t NextSequence(std::string_view tenant) = 0;
  virtual Snapshot History(std::string_view tenant) = 0;
  virtual std::optional<LastDecision> LastOf(std::string_view tenant,
                                             std::string_view referral_id) = 0;

  // The chain's head as it will be after this content is committed.
  virtual AuditStamp Stamp(std::string_view tenant, std::string_view decision_without_audit) = 0;

  virtual absl::Status Commit(CommitEntry entry) = 0;
};

// Keeps everything in memory; gone with the object.
std::unique_ptr<Store> NewMemoryStore();

}  // namespace referee

#endif  // REFEREE_SRC_STORE_STORE_H_
