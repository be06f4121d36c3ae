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
#include "src/base/hash.h"
#include "src/index/snapshot.h"
#include "src/normalize/table_overrides.h"
#include "src/output/decision_json.h"
#include "src/record/decision.h"
#include "src/record/referral.h"
#include "src/record/submission.h"
#include "src/store/audit.h"
#include "src/store/directory.h"
#include "src/store/frame.h"
#include "src/store/proof.h"

namespace referee {

// What an entry of the journal records.
enum class EntryKind : std::uint8_t { kSubmission, kApproval, kTransition, kErasure };
inline constexpr int kEntryKindCount = 4;
std::string_view EntryKindName(EntryKind kind);
std::optional<EntryKind> EntryKindFromName(std::string_view name);

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
  std::string_view tables_hash, tables_document;  // "" when the tables were those that ship.

  // What replay needs; none when the store does not keep it.
  std::optional<Frame> frame;

  // The referral that the entry is about, "" for none.
  std::string_view ReferralId() const {
    return referral.has_value() ? std::string_view(referral->id) : place.referral_id;
  }
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

  // Makes History() what these tables make of the submissions, null for the tables that ship: they
  // must be those of the records that the history is searched together with.  The same tables as
  // before cost nothing, others a reading of the whole history.
  virtual void UseTables(const std::shared_ptr<const TableOverrides>& tables) = 0;

  // The referral as the last entry about it left it.
  virtual absl::StatusOr<std::optional<Referral>> FindReferral(std::string_view id) = 0;

  // The users last seen with records.
  virtual const Directory& Users() const = 0;

  // Adds one entry and gives the answer with its place in the audit chain.  At most once a
  // session; on an error nothing is written.
  virtual absl::StatusOr<std::shared_ptr<const StoredAnswer>> Commit(JournalEntry entry) = 0;
};

// One entry read back.
struct StoredEntry {
  EntryKind kind = EntryKind::kSubmission;
  std::uint64_t sequence = 0;
  std::uint64_t submission = 0;  // Its sequence, 0 for acts.
  std::string at;
  bool is_erased = false;     // One of the texts below was: they are all empty then.
  std::string input, output;  // `output` without "audit".
  Sha256Digest output_commitment{};
  Frame frame;                  // Empty for acts.
  std::string policy_document;  // "" when no policy was read.
  std::string tables_document;  // "" when the tables were those that ship.
};

// One submission of the history read back.
struct StoredSubmission {
  std::string document, referral_id, at;
};

// Reads of the journal fail with kFailedPrecondition on a store that keeps none (memory).
class Store {
 public:
  virtual ~Store() = default;

  // True when entries should carry a frame.
  virtual bool KeepsFrames() const = 0;

  // Waits until no other session changes the tenant.  kUnavailable when another process keeps the
  // store busy for longer than the call may take.
  virtual absl::StatusOr<std::unique_ptr<Session>> Begin(std::string_view tenant,
                                                         const CallContext& call) = 0;

  // An entry by its number in the tenant's journal, a submission by its sequence; kNotFound when
  // there is none.  A submission that was erased is kFailedPrecondition with the code "erased".
  virtual absl::StatusOr<StoredEntry> ReadEntry(std::string_view tenant, std::uint64_t sequence,
                                                const CallContext& call);
  virtual absl::StatusOr<StoredSubmission> ReadSubmission(std::string_view tenant,
                                                          std::uint64_t sequence,
                                                          const CallContext& call);

  // How many entries the tenant's journal has; 0 for a tenant that is not known.
  virtual absl::StatusOr<std::uint64_t> CountEntries(std::string_view tenant,
                                                     const CallContext& call);

  // Reads everything and says what is not as it was written; see verify.h.  `expected_head` is
  // "sha256:..." of an entry that must be there, "" for none.
  virtual absl::StatusOr<AuditReport> Verify(std::string_view expected_head,
                                             const CallContext& call);

  // The proof that an entry stands in the tenant's journal; see proof.h.
  virtual absl::StatusOr<std::string> Prove(std::string_view tenant, std::uint64_t sequence,
                                            const Disclosure& disclosure, const CallContext& call);

  // Removes a person's data of this tenant for good and returns what the journal keeps of that,
  // with "audit"; see erasure.h.  Idempotent by the document's id.
  //
  //   kInvalidArgument  the document is no erasure; the pointer says where
  //   kNotFound         there is no such submission
  //   kUnavailable      done, but another process holds the file's earlier state
  virtual absl::StatusOr<std::string> Erase(std::string_view tenant, std::string_view json,
                                            std::string_view as_of, const CallContext& call);
};

// Keeps everything in memory; gone with the object.
std::unique_ptr<Store> NewMemoryStore();

}  // namespace referee

#endif  // REFEREE_SRC_STORE_STORE_H_
