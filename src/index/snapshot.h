// The records of one state, immutable and searchable.
//
// A Corpus is the one writer; Publish() gives a Snapshot that never changes and that any number
// of threads may read.  A snapshot is a list of immutable segments (each a batch of records with
// its own inverted index: blocking keys and references -> record numbers) and the set of record
// numbers that were removed or replaced since.  Small segments are merged into larger ones, so the
// number of segments grows with the logarithm of the number of batches.
//
// The records themselves are kept as their document text and parsed again when a decision needs
// them: a candidate costs a microsecond, a million records stay below 900 bytes each.

#ifndef REFEREE_SRC_INDEX_SNAPSHOT_H_
#define REFEREE_SRC_INDEX_SNAPSHOT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/base/instant.h"
#include "src/normalize/feature_sketch.h"
#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"
#include "src/record/records.h"
#include "src/record/submission.h"

namespace referee {

// Stable inside one snapshot only.
using RecordNo = std::uint32_t;
inline constexpr RecordNo kNoRecord = 0xFFFFFFFFu;

// How one record points at another; the index answers the reverse question.
enum class Reference : std::uint8_t {
  kPersonCompany,        // contact or lead -> its company_id
  kAccountParent,        // account -> parent_id or ultimate_parent_id
  kOpportunityCompany,   // opportunity -> company_id
  kOpportunityPerson,    // opportunity -> each of person_ids
  kRegistrationCompany,  // deal_registration -> company_id
  kRegistrationPartner,  // deal_registration -> partner_id
  kTouchPerson,          // touch -> person_id
  kTouchCompany,         // touch -> company_id
  kRewardCompany,        // reward -> company_id
  kRewardReferral,       // reward -> referral_id
  kMergeWinner,          // merge -> winner_id
  kMergeLoser,           // merge -> loser.id
  kApprovalReferral,     // approval -> referral_id
  kSubmissionReferral,   // submission -> the referral it is attached to (given at insert)
  kSubmissionPartner,    // submission -> partner_id
  kEvidence,             // submission -> each evidence id
};

// What adjudication adds to a submission in history.
struct HistoryEntry {
  std::string referral_id;  // "" for a query about an unknown party.
  std::uint64_t sequence = 0;
  Instant receipt;
};

class SnapshotReads;

class Snapshot {
 public:
  Snapshot();  // Empty.

  // The same records; what is read through this copy is noted in `reads`, which must outlive it
  // and its copies.  Null: nothing is noted, which costs nothing.
  Snapshot Noting(SnapshotReads* reads) const;

  std::size_t size() const;  // Live records.

  // The overrides by which the records were normalised, null for none.  Whoever compares something
  // with them normalises it by the same.
  const std::shared_ptr<const TableOverrides>& tables() const;

  // The live record of this type and id, or kNoRecord.
  RecordNo Find(RecordType type, std::string_view id) const;

  RecordType TypeAt(RecordNo record) const;
  std::string_view IdAt(RecordNo record) const;        // Borrowed from the snapshot.
  std::string_view DocumentAt(RecordNo record) const;  // The stored JSON text.

  // The record parsed again from its document.  It was valid when it was loaded.  For many records
  // a RecordReader is faster.
  Record RecordAt(RecordNo record) const;
  Submission SubmissionAt(RecordNo record) const;  // For records of type submission.
  HistoryEntry HistoryAt(RecordNo record) const;   // For records of type submission.
  void FeaturesAt(RecordNo record, Features* features) const;
  void FeaturesAt(RecordNo record, FeaturesView* features) const;  // Borrowed from the snapshot.

  const FeatureSketch& SketchAt(RecordNo record) const;  // Borrowed from the snapshot.
  // Hints that cost nothing when they are wrong: the sketch of this record will be read soon; its
  // features will, of which one must know first where they are.
  void ExpectSketch(RecordNo record) const;
  void ExpectFeaturesPlace(RecordNo record) const;
  void ExpectFeatures(RecordNo record) const;

  // Live records that point at `target` in this way, in ascending order of (type, id) so that the
  // answer does not depend on the order of loading.
  std::vector<RecordNo> Referring(Reference reference, std::string_view target) const;

  // Live deal registrations of a partner, ascending by id, without those whose every date is before
  // `since`.  One with an extension or without a date is never left out.
  std::vector<RecordNo> RegistrationsSince(std::string_view partner_id, const Instant& since) const;

  // All live records of one type, in ascending order of id.  Meant for small types (partner, user,
  // territory): cost is linear in the number of records of that type.
  std::vector<RecordNo> AllOf(RecordType type) const;

  // Directory types are few and read on every decision: parsed once, shared by all readers.
  // Reading a whole list notes all of it; a search that looks at each takes Scan...() and notes
  // what it found.
  const std::vector<std::shared_ptr<const Partner>>& partners() const;  // Ascending id.
  const std::vector<std::shared_ptr<const User>>& users() const;
  const std::vector<std::shared_ptr<const Territory>>& territories() const;
  const std::vector<std::shared_ptr<const Partner>>& ScanPartners() const;
  const std::vector<std::shared_ptr<const Territory>>& ScanTerritories() const;
  void NoteFound(RecordType type, std::string_view id) const;
  const Partner* FindPartner(std::string_view id) const;
  const User* FindUser(std::string_view id) const;
  const Territory* FindTerritory(std::string_view id) const;

  // Everything the candidate search reads; see src/index/candidates.h.
  struct State;
  const State& state() const { return *state_; }
  explicit Snapshot(std::shared_ptr<const State> state);

 private:
  RecordNo Locate(RecordType type, std::string_view id) const;
  void Note(RecordNo record) const;

  std::shared_ptr<const State> state_;
  SnapshotReads* reads_ = nullptr;
};

struct CorpusMemory {
  std::size_t documents = 0, features = 0, index = 0, other = 0;  // Bytes.
};

// The writer.  One thread at a time.
class Corpus {
 public:
  Corpus();
  ~Corpus();
  Corpus(Corpus&&) noexcept;
  Corpus& operator=(Corpus&&) noexcept;

  // Adds or replaces records of one NDJSON document.  All or nothing: on an error nothing has
  // changed.  Errors name `file` and the line.  The same type and id twice in one load (between
  // BeginLoad and EndLoad, else within this call) is an error that names both places; across
  // loads the newer record replaces the older one.
  absl::Status LoadNdjson(std::string_view file, std::string_view bytes, const CallContext& call,
                          std::vector<std::string>* unknown_members = nullptr);

  // One file of a CRM's export, `map` as in "salesforce:account"; see src/intake/mapping/.  Rows
  // become records when the load ends, so that the files of one load may come in any order.
  absl::Status LoadCsv(std::string_view map, std::string_view file, std::string_view bytes,
                       const CallContext& call);

  // Columns of the customer's own for later loads: a document of schema "referee.mapping/1".
  absl::Status SetMapping(std::string_view json, const Limits& limits);

  // Changes the tables of normalisation, null for none.  kFailedPrecondition once the corpus has
  // held a record or while a load is under way: all records are normalised alike.
  absl::Status SetTables(std::shared_ptr<const TableOverrides> tables);

  // Several files as one load.
  void BeginLoad();
  absl::Status EndLoad();

  // One record as JSON text.
  absl::Status Upsert(std::string_view json, const CallContext& call);

  // A submission that was adjudicated: history is searched like records are.  Two submissions may
  // carry the same id; entry.sequence tells them apart.
  absl::Status AddSubmission(const Submission& submission, std::string_view json,
                             const HistoryEntry& entry);

  // The live submissions of `history`, normalised by other tables.
  static Corpus WithTables(const Snapshot& history, std::shared_ptr<const TableOverrides> tables);

  // True when there was such a record.
  bool Remove(RecordType type, std::string_view id);

  // The present state.  Amortised cost of a publish after one change is logarithmic.
  Snapshot Publish();

  CorpusMemory MemoryUsed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_SNAPSHOT_H_
