#include "src/store/archive.h"

#include <utility>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/store/contents.h"
#include "src/store/journal.h"

namespace referee {
namespace {

// The text of a content row; the status Erased() when it is gone.
absl::StatusOr<std::string> TextOf(Contents& contents, std::int64_t id) {
  REFEREE_ASSIGN_OR_RETURN(Content content, contents.Get(id));
  if (!content.text.has_value()) return Erased(content.commitment);
  return std::move(*content.text);
}

absl::StatusOr<std::vector<std::string>> ReadRecords(Contents& contents, std::string_view list) {
  json::Parser parser;
  Limits limits;
  limits.max_document_bytes = limits.max_elements = list.size() + 1;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* ids, parser.Parse(list, limits));
  std::vector<std::string> records;
  for (const json::Node& id : ids->elements) {
    REFEREE_ASSIGN_OR_RETURN(const std::int64_t number, json::ToInteger(id, 1, INT64_MAX));
    REFEREE_ASSIGN_OR_RETURN(std::string record, TextOf(contents, number));
    records.push_back(std::move(record));
  }
  return records;
}

// The document whose hash the member of the link is, "" without one.
absl::StatusOr<std::string> DocumentOf(Database* database, std::string_view link,
                                       std::string_view member) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT document FROM policy WHERE hash=json_extract(?1, ?2)"));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Text(1, link).Text(2, member).Step());
  return is_there ? std::string(select.BytesAt(0)) : std::string();
}

// Fails with Erased() at the first text that is gone.
absl::Status ReadTexts(Database* database, Contents& contents, const Statement& row,
                       StoredEntry* entry) {
  REFEREE_ASSIGN_OR_RETURN(const Content output, contents.Get(row.IntegerAt(4)));
  entry->output_commitment = output.commitment;
  if (!output.text.has_value()) return Erased(output.commitment);
  entry->output = *output.text;
  REFEREE_ASSIGN_OR_RETURN(entry->input, TextOf(contents, row.IntegerAt(3)));
  if (!row.IsNull(5)) {
    REFEREE_ASSIGN_OR_RETURN(entry->frame.text, TextOf(contents, row.IntegerAt(5)));
    REFEREE_ASSIGN_OR_RETURN(entry->frame.records, ReadRecords(contents, row.BytesAt(6)));
  }
  REFEREE_ASSIGN_OR_RETURN(entry->policy_document,
                           DocumentOf(database, row.BytesAt(7), "$.policy"));
  REFEREE_ASSIGN_OR_RETURN(entry->tables_document,
                           DocumentOf(database, row.BytesAt(7), "$.tables"));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::int64_t> FindTenant(Database* database, std::string_view name) {
  REFEREE_ASSIGN_OR_RETURN(Statement select,
                           database->Prepare("SELECT id FROM tenant WHERE name=?1"));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Text(1, name).Step());
  if (!is_there) return absl::NotFoundError("the store holds nothing of this tenant");
  return select.IntegerAt(0);
}

absl::StatusOr<StoredEntry> ReadStoredEntry(Database* database, std::string_view tenant,
                                            std::uint64_t sequence) {
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t tenant_id, FindTenant(database, tenant));
  REFEREE_ASSIGN_OR_RETURN(Contents contents, Contents::Prepare(database));
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT kind, submission, json_extract(link, '$.at'), input, output,"
                        " frame, records, link FROM entry WHERE tenant=?1 AND sequence=?2"));
  select.Integer(1, tenant_id).Integer(2, static_cast<std::int64_t>(sequence));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Step());
  if (!is_there) return absl::NotFoundError("the journal has no entry of this number");
  StoredEntry entry;
  entry.kind = EntryKindFromName(select.BytesAt(0)).value_or(EntryKind::kSubmission);
  entry.sequence = sequence;
  entry.submission = static_cast<std::uint64_t>(select.IntegerAt(1));
  entry.at = std::string(select.BytesAt(2));
  absl::Status read = ReadTexts(database, contents, select, &entry);
  if (read.ok()) return entry;
  if (ErrorCode(read) != "erased") return read;
  entry.is_erased = true;
  entry.input = entry.output = entry.policy_document = entry.tables_document = "";
  entry.frame = Frame();
  return entry;
}

absl::StatusOr<StoredSubmission> ReadStoredSubmission(Database* database, std::string_view tenant,
                                                      std::uint64_t sequence) {
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t tenant_id, FindTenant(database, tenant));
  REFEREE_ASSIGN_OR_RETURN(Contents contents, Contents::Prepare(database));
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT input, referral_id, json_extract(link, '$.at') FROM entry"
                        " WHERE tenant=?1 AND submission=?2"));
  select.Integer(1, tenant_id).Integer(2, static_cast<std::int64_t>(sequence));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Step());
  if (!is_there) return absl::NotFoundError("the journal has no submission of this sequence");
  StoredSubmission submission;
  REFEREE_ASSIGN_OR_RETURN(submission.document, TextOf(contents, select.IntegerAt(0)));
  submission.referral_id = std::string(select.BytesAt(1));
  submission.at = std::string(select.BytesAt(2));
  return submission;
}

absl::StatusOr<std::uint64_t> CountStoredEntries(Database* database, std::string_view tenant) {
  REFEREE_ASSIGN_OR_RETURN(Statement select,
                           database->Prepare("SELECT entries FROM tenant WHERE name=?1"));
  REFEREE_ASSIGN_OR_RETURN(const bool is_there, select.Text(1, tenant).Step());
  return is_there ? static_cast<std::uint64_t>(select.IntegerAt(0)) : 0;
}

}  // namespace referee
