#include "src/store/journal.h"

#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/output/read_decision.h"
#include "src/output/referral_json.h"
#include "src/store/schema.h"

namespace referee {
namespace {

constexpr std::string_view kInsertEntry =
    "INSERT INTO entry(tenant, sequence, kind, submission, referral_id, key, link, hash, signature,"
    " input, output, referral, directory, frame, records)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

// Whether the stored document has this content, members compared in any order.
absl::StatusOr<bool> HasContent(std::string_view document, std::string_view content) {
  json::Parser parser;
  Limits limits;
  limits.max_document_bytes = document.size() + 1;  // It was accepted once.
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(document, limits));
  std::string canonical;
  json::AppendCanonical(*node, canonical);
  return canonical == content;
}

std::int64_t Signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }

}  // namespace

absl::Status Erased(const Sha256Digest& commitment) {
  return WithCode("erased", absl::FailedPreconditionError("was erased; its commitment is " +
                                                          DigestText(commitment)));
}

absl::StatusOr<std::unique_ptr<Journal>> Journal::Prepare(Database* database,
                                                          std::optional<Signer> signer) {
  REFEREE_ASSIGN_OR_RETURN(Contents contents, Contents::Prepare(database));
  std::unique_ptr<Journal> journal(new Journal(std::move(contents), std::move(signer)));
  journal->database_ = database;
  const std::pair<Statement*, std::string_view> statements[] = {
      {&journal->find_key_,
       "SELECT sequence, hash, input, output FROM entry WHERE tenant=?1 AND kind=?2 AND key=?3"},
      {&journal->find_referral_,
       "SELECT e.referral FROM referral r JOIN entry e ON e.tenant=r.tenant AND"
       " e.sequence=r.entry WHERE r.tenant=?1 AND r.id=?2"},
      {&journal->insert_entry_, kInsertEntry},
      {&journal->insert_policy_, "INSERT OR IGNORE INTO policy(hash, document) VALUES(?1, ?2)"},
      {&journal->update_tenant_,
       "UPDATE tenant SET entries=?2, submissions=?3, head=?4 WHERE id=?1"},
      {&journal->update_referral_,
       "INSERT INTO referral(tenant, id, entry) VALUES(?1, ?2, ?3)"
       " ON CONFLICT(tenant, id) DO UPDATE SET entry=excluded.entry"},
  };
  for (const auto& [statement, sql] : statements) {
    REFEREE_ASSIGN_OR_RETURN(*statement, database->Prepare(sql));
  }
  return journal;
}

absl::StatusOr<std::shared_ptr<const StoredAnswer>> Journal::FindKey(const TenantIndex& tenant,
                                                                     EntryKind kind,
                                                                     std::string_view key,
                                                                     std::string_view content) {
  if (key.empty() || tenant.id() == 0) return std::shared_ptr<const StoredAnswer>();
  const Sha256Digest wanted = KeyCommitment(tenant.salt(), key);
  find_key_.Integer(1, tenant.id()).Text(2, EntryKindName(kind)).Blob(3, BytesOf(wanted));
  const absl::StatusOr<bool> found = find_key_.Step();
  AuditStamp stamp;
  std::int64_t input_id = 0, output_id = 0;
  if (found.ok() && *found) {
    stamp.sequence = static_cast<std::uint64_t>(find_key_.IntegerAt(0));
    stamp.hash = DigestText(DigestFromBytes(find_key_.BytesAt(1)).value_or(Sha256Digest()));
    input_id = find_key_.IntegerAt(2);
    output_id = find_key_.IntegerAt(3);
  }
  find_key_.Reset();
  REFEREE_RETURN_IF_ERROR(found.status());
  if (!*found) return std::shared_ptr<const StoredAnswer>();

  REFEREE_ASSIGN_OR_RETURN(Content output, contents_.Get(output_id));
  const char* pointer = kind == EntryKind::kSubmission ? "idempotency_key" : "id";
  if (!output.text.has_value()) return InsideOf(pointer, Erased(output.commitment));
  // What an erasure asked for is not kept, so that it cannot be compared.
  if (kind != EntryKind::kErasure) {
    REFEREE_ASSIGN_OR_RETURN(const Content input, contents_.Get(input_id));
    if (!input.text.has_value()) return InsideOf(pointer, Erased(output.commitment));
    REFEREE_ASSIGN_OR_RETURN(const bool is_same, HasContent(*input.text, content));
    if (!is_same) return OtherContent(kind);
  }
  auto answer = std::make_shared<StoredAnswer>();
  if (kind == EntryKind::kSubmission) {
    REFEREE_ASSIGN_OR_RETURN(answer->decision, ReadDecision(*output.text));
  }
  answer->json = WithAudit(std::move(*output.text), stamp);
  return std::shared_ptr<const StoredAnswer>(std::move(answer));
}

absl::StatusOr<std::optional<Referral>> Journal::FindReferral(const TenantIndex& tenant,
                                                              std::string_view id) {
  find_referral_.Integer(1, tenant.id()).Text(2, id);
  const absl::StatusOr<bool> found = find_referral_.Step();
  const std::int64_t content_id = found.ok() && *found ? find_referral_.IntegerAt(0) : 0;
  find_referral_.Reset();
  REFEREE_RETURN_IF_ERROR(found.status());
  if (content_id == 0) return std::optional<Referral>();
  REFEREE_ASSIGN_OR_RETURN(const Content content, contents_.Get(content_id));
  if (!content.text.has_value()) return std::optional<Referral>();
  REFEREE_ASSIGN_OR_RETURN(Referral referral, ReferralFromJson(*content.text));
  return std::optional<Referral>(std::move(referral));
}

absl::Status Journal::AddTenant(TenantIndex* tenant) {
  REFEREE_ASSIGN_OR_RETURN(const StoreIdentity identity, ReadIdentity(database_));
  const std::string salt = DrawSalt();
  const Sha256Digest genesis =
      TenantGenesis(StoreGenesis(identity.store_id, identity.engine), tenant->name(), salt);
  REFEREE_ASSIGN_OR_RETURN(
      Statement insert,
      database_->Prepare("INSERT INTO tenant(name, salt, entries, submissions, head)"
                         " VALUES(?1, ?2, 0, 0, ?3)"));
  REFEREE_RETURN_IF_ERROR(
      insert.Text(1, tenant->name()).Blob(2, salt).Blob(3, BytesOf(genesis)).Run());
  tenant->Create(database_->LastInsertId(), salt, genesis);

  REFEREE_ASSIGN_OR_RETURN(const std::string before,
                           database_->ReadText("SELECT value FROM meta WHERE name='tenants'"));
  const std::optional<Sha256Digest> tenants = DigestFromText(before);
  if (!tenants.has_value()) return absl::DataLossError("the store: meta row tenants is damaged");
  REFEREE_ASSIGN_OR_RETURN(Statement update,
                           database_->Prepare("UPDATE meta SET value=?1 WHERE name='tenants'"));
  return update.Text(1, DigestText(WithTenant(*tenants, genesis))).Run();
}

absl::Status Journal::KeepPolicy(std::string_view hash, std::string_view document) {
  if (hash.empty()) return absl::OkStatus();
  return insert_policy_.Text(1, hash).Text(2, document).Run();
}

absl::Status Journal::KeepFrame(const Frame& frame, std::int64_t tenant, Texts* texts, Link* link) {
  REFEREE_ASSIGN_OR_RETURN(const ContentRef kept, contents_.Put(tenant, frame.text));
  texts->frame = kept.id;
  link->frame = kept.commitment;
  texts->records = "[";
  std::string commitments;
  for (const std::string& record : frame.records) {
    REFEREE_ASSIGN_OR_RETURN(const ContentRef ref, contents_.PutOnce(tenant, record));
    if (texts->records.size() > 1) texts->records += ',';
    texts->records += std::to_string(ref.id);
    commitments += BytesOf(ref.commitment);
  }
  texts->records += ']';
  link->records = Sha256(commitments);
  return absl::OkStatus();
}

absl::StatusOr<Journal::Texts> Journal::KeepTexts(const JournalEntry& entry, TenantIndex* tenant,
                                                  Link* link) {
  Texts texts;
  ContentRef ref;
  if (entry.kind == EntryKind::kErasure) {
    REFEREE_ASSIGN_OR_RETURN(ref, contents_.PutErased(tenant->id(), entry.input, link->sequence));
  } else {
    REFEREE_ASSIGN_OR_RETURN(ref, contents_.Put(tenant->id(), entry.input));
  }
  texts.input = ref.id;
  link->input = ref.commitment;
  REFEREE_ASSIGN_OR_RETURN(ref, contents_.Put(tenant->id(), entry.output));
  texts.output = ref.id;
  link->output = ref.commitment;
  if (entry.referral.has_value()) {
    REFEREE_ASSIGN_OR_RETURN(ref, contents_.Put(tenant->id(), ReferralJson(*entry.referral)));
    texts.referral = ref.id;
    link->referral = ref.commitment;
  }
  if (entry.users != nullptr && tenant->users().Follow(*entry.users)) {
    const std::string directory = DirectoryJson(tenant->users().directory());
    REFEREE_ASSIGN_OR_RETURN(ref, contents_.Put(tenant->id(), directory));
    texts.directory = ref.id;
    link->directory = ref.commitment;
  }
  if (entry.frame.has_value()) {
    REFEREE_RETURN_IF_ERROR(KeepFrame(*entry.frame, tenant->id(), &texts, link));
  }
  return texts;
}

absl::Status Journal::Insert(const JournalEntry& entry, const TenantIndex& tenant, const Link& link,
                             const Texts& texts, WrittenEntry* written) {
  const std::string json = LinkJson(link);
  written->sequence = link.sequence;
  written->hash = Sha256(json);
  const std::string signature = signer_.has_value() ? signer_->Sign(written->hash) : "";
  Statement& insert = insert_entry_;
  insert.Integer(1, tenant.id()).Integer(2, Signed(link.sequence)).Text(3, link.kind);
  if (link.submission > 0) insert.Integer(4, Signed(link.submission));
  if (!link.referral_id.empty()) insert.Text(5, link.referral_id);
  if (link.key.has_value()) insert.Blob(6, BytesOf(*link.key));
  insert.Text(7, json).Blob(8, BytesOf(written->hash));
  if (!signature.empty()) insert.Blob(9, signature);
  insert.Integer(10, texts.input).Integer(11, texts.output);
  if (texts.referral != 0) insert.Integer(12, texts.referral);
  if (texts.directory != 0) insert.Integer(13, texts.directory);
  if (texts.frame != 0) insert.Integer(14, texts.frame).Text(15, texts.records);
  REFEREE_RETURN_IF_ERROR(insert.Run());
  if (entry.referral.has_value()) {
    update_referral_.Integer(1, tenant.id()).Text(2, entry.referral->id);
    REFEREE_RETURN_IF_ERROR(update_referral_.Integer(3, Signed(link.sequence)).Run());
  }
  const std::uint64_t submissions = link.submission > 0 ? link.submission : tenant.submissions();
  return update_tenant_.Integer(1, tenant.id())
      .Integer(2, Signed(link.sequence))
      .Integer(3, Signed(submissions))
      .Blob(4, BytesOf(written->hash))
      .Run();
}

absl::StatusOr<WrittenEntry> Journal::Write(const JournalEntry& entry, TenantIndex* tenant) {
  if (tenant->id() == 0) REFEREE_RETURN_IF_ERROR(AddTenant(tenant));
  REFEREE_RETURN_IF_ERROR(KeepPolicy(entry.policy_hash, entry.policy_document));
  REFEREE_RETURN_IF_ERROR(KeepPolicy(entry.tables_hash, entry.tables_document));
  Link link;
  link.sequence = tenant->entries() + 1;
  link.kind = EntryKindName(entry.kind);
  link.at = entry.at;
  if (entry.submission != nullptr) link.submission = entry.place.sequence;
  link.referral_id = entry.ReferralId();
  if (!entry.key.empty()) link.key = KeyCommitment(tenant->salt(), entry.key);
  if (!entry.policy_hash.empty()) link.policy = DigestFromText(entry.policy_hash);
  if (!entry.tables_hash.empty()) link.tables = DigestFromText(entry.tables_hash);
  link.engine = EngineVersion();
  link.host_functions = HostFunctionsHash();
  if (signer_.has_value()) link.signer = signer_->public_key();
  link.previous = tenant->head();
  REFEREE_ASSIGN_OR_RETURN(const Texts texts, KeepTexts(entry, tenant, &link));
  WrittenEntry written;
  REFEREE_RETURN_IF_ERROR(Insert(entry, *tenant, link, texts, &written));
  return written;
}

}  // namespace referee
