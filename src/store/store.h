// What was submitted, decided and done, by tenant: a journal that is only added to, and what is
// derived from it for the next call (history, keys, referrals, the directory of users).
//
// The interface is the same for memory and for a file.  A store may be used by several threads; a
// tenant is changed by one session at a time.

#ifndef REFEREE_SRC_STORE_STORE_H_
#define REFEREE_SRC_STORE_STORE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/index/snapshot.h"
#include "src/output/decision_json.h"
#include "src/record/decision.h"
#include "src/record/referral.h"
#include "src/record/submission.h"
#include "src/store/directory.h"

namespace referee {

// What an entry of the journal records.
enum class EntryKind : std::uint8_t { kSubmission, kApproval, kTransition, kErasure };
inline constexpr int kEntryKindCount = 4;
std::string_view EntryKindName(EntryKind kind);

// kAlreadyExists at /idempotency_key of a submission, at /id of an act.
absl::Status OtherContent(EntryKind kind);

// What was answered, kept with its bytes ("audit" included).  `decision` is that of a submission;
// for other entries it is empty.
struct StoredAnswer {
  Decision decision;
  std::string json;
};

// What one change writes, all or nothing.  Views must live until Commit() returns.
struct JournalEntry {
  EntryKind kind = EntryKind::kSubmission;
  std::string_view at;     // The as-of time, as text.
  std::string_view input;  // The document as it was given.
  std::string content;     // Its canonical bytes: what idempotency compares.
  // The idempotency key of a submission, the id of an act; "" when there is none.
  std::string key;

  Decision decision;   // Of a submission.
  std::string output;  // The document of the answer without "audit".

  // A submission becomes part of the history.
  const Submission* submission = nullptr;
  HistoryEntry place;

  std::optional<Referral> referral;  // As it is after this entry.

  // The users that the records know; null when the entry reads none.
  const std::vector<std::shared_ptr<const User>>* users = nullptr;

  std::string_view policy_hash, policy_document;  // "" when no policy was read.
};

// One tenant held for one change.  Reads see the last committed state.  Destroyed without Commit()
// nothing has happened.
class Session {
 public:
  virtual ~Session() = default;

  // The answer given for this key (see JournalEntry::key) when the content is the same; null when
  // the key is new.  kAlreadyExists when the content is other, with the pointer /idempotency_key
  // for submissions and /id for acts.
  virtual absl::StatusOr<std::shared_ptr<const StoredAnswer>> FindKey(EntryKind kind,
                                                                      std::string_view key,
                                                                      std::string_view content) = 0;

  // Of the next submission; the first has 1.
  virtual std::uint64_t NextSequence() const = 0;

  // The submissions of the tenant.
  virtual const Snapshot& History() const = 0;

  // The referral as the last entry about it left it.
  virtual absl::StatusOr<std::optional<Referral>> FindReferral(std::string_view id) = 0;

  // The users last seen with records.
  virtual const Directory& Users() const = 0;

  // Adds one entry and gives the answer with its place in the audit chain.  At most once a
  // session; on an error nothing is written.
  virtual absl::StatusOr<std::shared_ptr<const StoredAnswer>> Commit(JournalEntry entry) = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  // Waits until no other session changes the tenant.  kUnavailable when another process keeps the
  // store busy for longer than the call may take.
  virtual absl::StatusOr<std::unique_ptr<Session>> Begin(std::string_view tenant,
                                                         const CallContext& call) = 0;
};

// Keeps everything in memory; gone with the object.
std::unique_ptr<Store> NewMemoryStore();

}  // namespace referee

#endif  // REFEREE_SRC_STORE_STORE_H_
