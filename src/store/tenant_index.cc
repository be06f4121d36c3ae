#include "src/store/tenant_index.h"

#include <utility>

#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/intake/parse_record.h"
#include "src/store/link.h"

namespace referee {
namespace {

// `at` of a link document, "" when there is none.
std::string AtOf(std::string_view link) {
  json::Parser parser;
  const absl::StatusOr<const json::Node*> node = parser.Parse(link);
  const json::Node* at = node.ok() ? (*node)->Find("at") : nullptr;
  return at == nullptr ? std::string() : std::string(at->text);
}

absl::Status Unreadable(std::uint64_t sequence) {
  std::string message = "the store: entry ";
  message += std::to_string(sequence);
  message += " cannot be read; audit verify says what is damaged";
  return absl::DataLossError(message);
}

}  // namespace

void TenantIndex::Clear() {
  entries_ = submissions_ = 0;
  history_ = Corpus::WithTables(Snapshot(), published_.tables());
  published_ = history_.Publish();
  users_.Set({});
}

void TenantIndex::UseTables(const std::shared_ptr<const TableOverrides>& tables) {
  if (HashOf(tables.get()) == HashOf(published_.tables().get())) return;
  Corpus history = Corpus::WithTables(published_, tables);
  published_ = history.Publish();
  history_ = std::move(history);
}

absl::Status TenantIndex::ReadTenant(Database* database, std::uint64_t* entries) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT id, salt, entries, head FROM tenant WHERE name=?1"));
  REFEREE_ASSIGN_OR_RETURN(const bool is_known, select.Text(1, name_).Step());
  *entries = 0;
  id_ = 0;  // A transaction that failed may have left another one.
  if (!is_known) return absl::OkStatus();
  id_ = select.IntegerAt(0);
  salt_ = std::string(select.BytesAt(1));
  *entries = static_cast<std::uint64_t>(select.IntegerAt(2));
  head_ = DigestFromBytes(select.BytesAt(3)).value_or(Sha256Digest());
  return absl::OkStatus();
}

absl::Status TenantIndex::ReadSubmission(std::string_view json, std::string_view link,
                                         std::string_view referral_id, std::uint64_t sequence) {
  json::Parser parser;
  const absl::StatusOr<const json::Node*> node = parser.Parse(json);
  if (!node.ok()) return Unreadable(sequence);
  const absl::StatusOr<Submission> submission = ParseSubmission(**node, nullptr);
  if (!submission.ok()) return Unreadable(sequence);
  HistoryEntry place;
  place.referral_id = referral_id;
  place.sequence = submissions_;
  if (submission->received_at.has()) {
    place.receipt = submission->received_at->instant;
  } else {
    const absl::StatusOr<Instant> at = ParseInstant(AtOf(link));
    if (!at.ok()) return Unreadable(sequence);
    place.receipt = *at;
  }
  return history_.AddSubmission(*submission, json, place);
}

absl::Status TenantIndex::ReadEntries(Database* database, bool* has_erasure) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT e.sequence, e.kind, e.submission, e.referral_id, e.link, i.text,"
                        " d.text FROM entry e LEFT JOIN content i ON i.id=e.input"
                        " LEFT JOIN content d ON d.id=e.directory"
                        " WHERE e.tenant=?1 AND e.sequence>?2 ORDER BY e.sequence"));
  select.Integer(1, id_).Integer(2, static_cast<std::int64_t>(entries_));
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) break;
    const auto sequence = static_cast<std::uint64_t>(select.IntegerAt(0));
    if (sequence != entries_ + 1) return Unreadable(entries_ + 1);
    *has_erasure = *has_erasure || select.BytesAt(1) == EntryKindName(EntryKind::kErasure);
    if (!select.IsNull(2)) {
      submissions_ = static_cast<std::uint64_t>(select.IntegerAt(2));
      if (!select.IsNull(5)) {
        REFEREE_RETURN_IF_ERROR(
            ReadSubmission(select.BytesAt(5), select.BytesAt(4), select.BytesAt(3), sequence));
      }
    }
    if (!select.IsNull(6)) {
      const absl::StatusOr<Directory> directory = DirectoryFromJson(select.BytesAt(6));
      if (!directory.ok()) return Unreadable(sequence);
      users_.Set(*directory);
    }
    entries_ = sequence;
  }
  published_ = history_.Publish();
  return absl::OkStatus();
}

absl::Status TenantIndex::CatchUp(Database* database) {
  if (!is_whole_) Clear();
  std::uint64_t entries = 0;
  REFEREE_RETURN_IF_ERROR(ReadTenant(database, &entries));
  if (is_whole_ && entries == entries_) return absl::OkStatus();
  const bool is_first = entries_ == 0;
  is_whole_ = false;
  bool has_erasure = false;
  REFEREE_RETURN_IF_ERROR(ReadEntries(database, &has_erasure));
  if (has_erasure && !is_first) {
    Clear();
    REFEREE_RETURN_IF_ERROR(ReadEntries(database, &has_erasure));
  }
  if (entries_ != entries) return Unreadable(entries_ + 1);
  is_whole_ = true;
  return absl::OkStatus();
}

absl::Status TenantIndex::Add(const JournalEntry& entry, const Sha256Digest& head) {
  is_whole_ = false;
  if (entry.submission != nullptr) {
    REFEREE_RETURN_IF_ERROR(history_.AddSubmission(*entry.submission, entry.input, entry.place));
    published_ = history_.Publish();
    submissions_ = entry.place.sequence;
  }
  ++entries_;
  head_ = head;
  is_whole_ = true;
  return absl::OkStatus();
}

}  // namespace referee
