#include "src/store/verify.h"

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/store/content_table.h"
#include "src/store/link.h"
#include "src/store/merkle.h"
#include "src/store/read_link.h"
#include "src/store/schema.h"
#include "src/store/signer.h"
#include "src/store/store.h"

namespace referee {
namespace {

constexpr std::size_t kMostDamageListed = 100;
constexpr std::uint64_t kRowsPerPoll = 256;
constexpr std::string_view kMetaNames[] = {"engine", "erasures_to_finish", "store_id", "tenants"};

// Which rows of a tenant the entries call for.
struct TenantAudit {
  std::int64_t id = 0;
  std::string name;
  Sha256Digest genesis{};
  std::uint64_t entries = 0, submissions = 0;  // As the row says.
  Sha256Digest head{};
  std::uint64_t counted_submissions = 0;
  std::vector<Sha256Digest> hashes;                             // Of the entries, as computed.
  std::map<std::string, std::uint64_t> referrals;               // Id -> the newest entry about it.
  std::map<std::uint64_t, std::vector<Sha256Digest>> erasures;  // Entry -> what it lists.
  std::vector<std::pair<std::uint64_t, std::int64_t>> erasure_inputs;
};

class Verification {
 public:
  Verification(Database* database, const CallContext& call) : database_(*database), call_(call) {}

  absl::StatusOr<AuditReport> Run(const std::optional<Sha256Digest>& expected_head);

 private:
  absl::Status CheckFile();
  absl::Status ReadPolicies();
  absl::Status ReadTenants();
  absl::Status CheckEntries(TenantAudit& tenant);
  void CheckEntry(TenantAudit& tenant, Statement& row, const Sha256Digest& previous,
                  std::uint64_t expected);
  void CheckLink(TenantAudit& tenant, const Statement& row, const Link& link,
                 const Sha256Digest& hash);
  void CheckTexts(TenantAudit& tenant, Statement& row, const Link& link);
  void CheckText(const TenantAudit& tenant, std::uint64_t entry, const char* name, bool has_id,
                 std::int64_t id, const std::optional<Sha256Digest>& commitment);
  void CheckRecords(const TenantAudit& tenant, std::uint64_t entry, std::string_view list,
                    const std::optional<Sha256Digest>& commitment);
  void NoteErasure(TenantAudit& tenant, std::uint64_t entry, std::int64_t input,
                   std::int64_t output);
  void CheckTenant(const TenantAudit& tenant);
  absl::Status CheckReferrals();
  absl::Status CheckUse();
  void CheckErased(const std::string& row, const ContentRow& content);

  void Add(std::string_view tenant, std::uint64_t entry, std::string_view table,
           std::string_view row, std::string_view what);

  Database& database_;
  const CallContext& call_;
  AuditReport report_;
  ContentTable contents_;
  std::map<std::string, bool> policies_;  // And tables: hash -> whether an entry names it.
  std::map<std::int64_t, TenantAudit> tenants_;
};

void Verification::Add(std::string_view tenant, std::uint64_t entry, std::string_view table,
                       std::string_view row, std::string_view what) {
  ++report_.damage_count;
  if (report_.damage.size() == kMostDamageListed) return;
  report_.damage.push_back(
      {std::string(tenant), entry, std::string(table), std::string(row), std::string(what)});
}

// Pages, indexes and the schema itself.
absl::Status Verification::CheckFile() {
  REFEREE_ASSIGN_OR_RETURN(Statement check, database_.Prepare("PRAGMA integrity_check(10)"));
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, check.Step());
    if (!has_row) break;
    if (check.BytesAt(0) != "ok") Add("", 0, "file", "", "a page or an index is damaged");
  }
  REFEREE_ASSIGN_OR_RETURN(const std::unique_ptr<Database> fresh, Database::Open(":memory:", {}));
  REFEREE_RETURN_IF_ERROR(MakeTables(fresh.get()));
  REFEREE_ASSIGN_OR_RETURN(const std::vector<std::string> expected, SchemaOf(fresh.get()));
  REFEREE_ASSIGN_OR_RETURN(const std::vector<std::string> found, SchemaOf(&database_));
  if (found != expected) {
    Add("", 0, "sqlite_schema", "", "a table or an index was added, removed or changed");
  }
  REFEREE_ASSIGN_OR_RETURN(Statement meta, database_.Prepare("SELECT name, value FROM meta"));
  std::size_t rows = 0;
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, meta.Step());
    if (!has_row) break;
    ++rows;
    const std::string name(meta.BytesAt(0));
    if (std::find(std::begin(kMetaNames), std::end(kMetaNames), name) == std::end(kMetaNames)) {
      Add("", 0, "meta", name, "is no row that a store has");
    } else if (name == "erasures_to_finish" && meta.BytesAt(1) != "0") {
      Add("", 0, "meta", "erasures_to_finish",
          "an erasure was not finished: open the store for writing once");
    }
  }
  if (rows != std::size(kMetaNames)) Add("", 0, "meta", "", "a row was added or removed");
  return absl::OkStatus();
}

absl::Status Verification::ReadPolicies() {
  REFEREE_ASSIGN_OR_RETURN(Statement select,
                           database_.Prepare("SELECT hash, document FROM policy"));
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) return absl::OkStatus();
    const std::string hash(select.BytesAt(0));
    policies_[hash] = false;
    if (Sha256Text(select.BytesAt(1)) != hash) {
      Add("", 0, "policy", hash, "the document or the hash was altered");
    }
  }
}

absl::Status Verification::ReadTenants() {
  REFEREE_ASSIGN_OR_RETURN(const StoreIdentity identity, ReadIdentity(&database_));
  const Sha256Digest store = StoreGenesis(identity.store_id, identity.engine);
  Sha256Digest chain = store;
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database_.Prepare("SELECT id, name, salt, entries, submissions, head FROM tenant"
                        " ORDER BY id"));
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) break;
    TenantAudit tenant;
    tenant.id = select.IntegerAt(0);
    tenant.name = std::string(select.BytesAt(1));
    tenant.genesis = TenantGenesis(store, tenant.name, select.BytesAt(2));
    tenant.entries = static_cast<std::uint64_t>(select.IntegerAt(3));
    tenant.submissions = static_cast<std::uint64_t>(select.IntegerAt(4));
    tenant.head = DigestFromBytes(select.BytesAt(5)).value_or(Sha256Digest());
    chain = WithTenant(chain, tenant.genesis);
    tenants_.emplace(tenant.id, std::move(tenant));
  }
  REFEREE_ASSIGN_OR_RETURN(const std::string recorded,
                           database_.ReadText("SELECT value FROM meta WHERE name='tenants'"));
  if (recorded != DigestText(chain)) {
    Add("", 0, "tenant", "",
        "a tenant was added, removed, renamed or reordered, or a row of meta was altered");
  }
  return absl::OkStatus();
}

// A text of an entry: named when the link commits to one, and then what was committed.
void Verification::CheckText(const TenantAudit& tenant, std::uint64_t entry, const char* name,
                             bool has_id, std::int64_t id,
                             const std::optional<Sha256Digest>& commitment) {
  const std::string row = std::to_string(id);
  if (has_id != commitment.has_value()) {
    Add(tenant.name, entry, "entry", name, "names a text that is not in the chain, or none");
    return;
  }
  if (!has_id) return;
  ContentRow* const found = contents_.Find(id);
  if (found == nullptr) {
    Add(tenant.name, entry, "content", row, std::string(name) + " was removed");
    return;
  }
  ContentRow& content = *found;
  content.is_used = true;
  if (content.fault != nullptr) {
    Add(tenant.name, entry, "content", row, std::string(name) + " " + content.fault);
  } else if (content.tenant != tenant.id || content.commitment != *commitment) {
    Add(tenant.name, entry, "content", row, std::string(name) + " is not the one of this entry");
  } else if (content.is_once) {
    Add(tenant.name, entry, "content", row, std::string(name) + " has a digest and should not");
  }
}

void Verification::CheckRecords(const TenantAudit& tenant, std::uint64_t entry,
                                std::string_view list,
                                const std::optional<Sha256Digest>& commitment) {
  json::Parser parser;
  Limits limits;
  limits.max_document_bytes = limits.max_elements = list.size() + 1;
  const absl::StatusOr<const json::Node*> ids = parser.Parse(list, limits);
  std::string commitments;
  for (const json::Node& node : ids.ok() ? (*ids)->elements : std::span<const json::Node>()) {
    const absl::StatusOr<std::int64_t> id = json::ToInteger(node, 1, INT64_MAX);
    ContentRow* const found = id.ok() ? contents_.Find(*id) : nullptr;
    if (found == nullptr) {
      Add(tenant.name, entry, "content", node.text, "a record that was read was removed");
      continue;
    }
    ContentRow& content = *found;
    content.is_used = true;
    commitments += BytesOf(content.commitment);
    const bool lacks_digest = !content.is_once && content.erased_by == 0;
    if (content.fault != nullptr) {
      Add(tenant.name, entry, "content", node.text,
          std::string("a record that was read ") + content.fault);
    } else if (content.tenant != tenant.id || lacks_digest) {
      Add(tenant.name, entry, "content", node.text,
          "a record that was read is of another tenant or has lost its digest");
    }
  }
  if (!commitment.has_value() || Sha256(commitments) != *commitment) {
    Add(tenant.name, entry, "entry", "records", "the records that were read are not those");
  }
}

void Verification::CheckLink(TenantAudit& tenant, const Statement& row, const Link& link,
                             const Sha256Digest& hash) {
  const std::uint64_t entry = link.sequence;
  const auto column = [&](bool is_equal, std::string_view name) {
    if (!is_equal) Add(tenant.name, entry, "entry", name, "the column was altered");
  };
  column(row.BytesAt(1) == link.kind && EntryKindFromName(link.kind).has_value(), "kind");
  column(row.IsNull(2) == (link.submission == 0) &&
             static_cast<std::uint64_t>(row.IntegerAt(2)) == link.submission,
         "submission");
  column(row.IsNull(3) == link.referral_id.empty() && row.BytesAt(3) == link.referral_id,
         "referral_id");
  column(row.IsNull(4) == !link.key.has_value() &&
             (!link.key.has_value() || row.BytesAt(4) == BytesOf(*link.key)),
         "key");
  if (link.signer.empty()) {
    column(row.IsNull(7), "signature");
  } else if (!IsSignedBy(link.signer, hash, row.BytesAt(7))) {
    Add(tenant.name, entry, "entry", "signature", "is not that of the signer");
  }
  for (const auto& [named, what] : {std::pair(link.policy, "the policy was removed"),
                                    std::pair(link.tables, "the changed tables were removed")}) {
    if (!named.has_value()) continue;
    const auto policy = policies_.find(DigestText(*named));
    if (policy == policies_.end()) {
      Add(tenant.name, entry, "policy", DigestText(*named), what);
    } else {
      policy->second = true;
    }
  }
}

void Verification::NoteErasure(TenantAudit& tenant, std::uint64_t entry, std::int64_t input,
                               std::int64_t output) {
  tenant.erasure_inputs.emplace_back(entry, input);
  std::vector<Sha256Digest>& listed = tenant.erasures[entry];
  absl::StatusOr<Statement> select = database_.Prepare(
      "SELECT j.value FROM content c, json_each(c.text, '$.erased') j"
      " WHERE c.id=?1");
  if (!select.ok()) return;
  select->Integer(1, output);
  while (true) {
    const absl::StatusOr<bool> has_row = select->Step();
    if (!has_row.ok() || !*has_row) return;
    const std::optional<Sha256Digest> digest = DigestFromText(select->BytesAt(0));
    if (digest.has_value()) listed.push_back(*digest);
  }
}

void Verification::CheckTexts(TenantAudit& tenant, Statement& row, const Link& link) {
  const std::uint64_t entry = link.sequence;
  CheckText(tenant, entry, "input", true, row.IntegerAt(8), link.input);
  CheckText(tenant, entry, "output", true, row.IntegerAt(9), link.output);
  CheckText(tenant, entry, "referral", !row.IsNull(10), row.IntegerAt(10), link.referral);
  CheckText(tenant, entry, "directory", !row.IsNull(11), row.IntegerAt(11), link.directory);
  CheckText(tenant, entry, "frame", !row.IsNull(12), row.IntegerAt(12), link.frame);
  if (row.IsNull(13) != !link.records.has_value()) {
    Add(tenant.name, entry, "entry", "records", "the column was altered");
  } else if (!row.IsNull(13)) {
    CheckRecords(tenant, entry, row.BytesAt(13), link.records);
  }
}

void Verification::CheckEntry(TenantAudit& tenant, Statement& row, const Sha256Digest& previous,
                              std::uint64_t expected) {
  const auto sequence = static_cast<std::uint64_t>(row.IntegerAt(0));
  const Sha256Digest hash = Sha256(row.BytesAt(5));
  tenant.hashes.push_back(hash);
  if (sequence != expected) {
    Add(tenant.name, expected, "entry", std::to_string(expected), "the entry was removed");
  }
  if (row.BytesAt(6) != BytesOf(hash)) {
    Add(tenant.name, sequence, "entry", "hash", "is not that of the link: one of them was altered");
  }
  const absl::StatusOr<Link> link = LinkFromJson(row.BytesAt(5));
  if (!link.ok()) {
    Add(tenant.name, sequence, "entry", "link", "was altered: it is no link of a chain");
    return;
  }
  if (link->sequence != sequence) {
    Add(tenant.name, sequence, "entry", "sequence", "entries were inserted or reordered");
  }
  if (link->previous != previous) {
    Add(tenant.name, sequence, "entry", "link",
        "does not follow the entry before it: one of them was altered, removed or inserted");
  }
  CheckLink(tenant, row, *link, hash);
  CheckTexts(tenant, row, *link);
  if (link->kind == EntryKindName(EntryKind::kErasure)) {
    NoteErasure(tenant, sequence, row.IntegerAt(8), row.IntegerAt(9));
  }
  if (link->submission > 0) {
    if (link->submission != ++tenant.counted_submissions) {
      Add(tenant.name, sequence, "entry", "submission", "submissions are not counted in order");
    }
  }
  if (link->referral.has_value()) tenant.referrals[link->referral_id] = sequence;
}

absl::Status Verification::CheckEntries(TenantAudit& tenant) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database_.Prepare("SELECT sequence, kind, submission, referral_id, key, link, hash,"
                        " signature, input, output, referral, directory, frame, records"
                        " FROM entry WHERE tenant=?1 ORDER BY sequence"));
  select.Integer(1, tenant.id);
  Sha256Digest previous = tenant.genesis;
  std::uint64_t expected = 1;
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) return absl::OkStatus();
    if (expected % kRowsPerPoll == 0) REFEREE_RETURN_IF_ERROR(call_.Poll());
    CheckEntry(tenant, select, previous, expected);
    previous = tenant.hashes.back();
    expected = static_cast<std::uint64_t>(select.IntegerAt(0)) + 1;
  }
}

void Verification::CheckTenant(const TenantAudit& tenant) {
  const std::string row = std::to_string(tenant.id);
  const Sha256Digest head = tenant.hashes.empty() ? tenant.genesis : tenant.hashes.back();
  if (tenant.entries != tenant.hashes.size() || tenant.head != head) {
    Add(tenant.name, 0, "tenant", row,
        "its newest entries were removed, or its count of entries or head was altered");
  }
  if (tenant.submissions != tenant.counted_submissions) {
    Add(tenant.name, 0, "tenant", row, "its count of submissions was altered");
  }
  report_.tenants.push_back({tenant.name, tenant.hashes.size(), tenant.counted_submissions, head,
                             MerkleRoot(tenant.hashes)});
}

absl::Status Verification::CheckReferrals() {
  REFEREE_ASSIGN_OR_RETURN(Statement select,
                           database_.Prepare("SELECT tenant, id, entry FROM referral"));
  std::map<std::int64_t, std::size_t> counts;
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) break;
    const auto tenant = tenants_.find(select.IntegerAt(0));
    const std::string id(select.BytesAt(1));
    if (tenant == tenants_.end()) {
      Add("", 0, "referral", id, "belongs to no tenant");
      continue;
    }
    ++counts[tenant->first];
    const auto expected = tenant->second.referrals.find(id);
    if (expected == tenant->second.referrals.end() ||
        expected->second != static_cast<std::uint64_t>(select.IntegerAt(2))) {
      Add(tenant->second.name, static_cast<std::uint64_t>(select.IntegerAt(2)), "referral", id,
          "is not the newest entry about this referral");
    }
  }
  for (const auto& [id, tenant] : tenants_) {
    if (counts[id] != tenant.referrals.size()) {
      Add(tenant.name, 0, "referral", "", "a row was added or removed");
    }
  }
  return absl::OkStatus();
}

// What is gone must stand in the list of an erasure.
void Verification::CheckErased(const std::string& row, const ContentRow& content) {
  const auto tenant = tenants_.find(content.tenant);
  if (tenant == tenants_.end()) return;
  const TenantAudit& audit = tenant->second;
  for (const auto& [entry, input] : audit.erasure_inputs) {
    if (entry == content.erased_by && std::to_string(input) == row) return;
  }
  const auto listed = audit.erasures.find(content.erased_by);
  if (listed != audit.erasures.end()) {
    for (const Sha256Digest& commitment : listed->second) {
      if (commitment == content.commitment) return;
    }
  }
  Add(audit.name, content.erased_by, "content", row, "is marked as erased and no erasure lists it");
}

absl::Status Verification::CheckUse() {
  for (const ContentRow& content : contents_.rows()) {
    const std::string row = std::to_string(content.id);
    if (!content.is_used) Add("", 0, "content", row, "belongs to no entry: it was inserted");
    if (content.erased_by > 0 && content.fault == nullptr) CheckErased(row, content);
  }
  for (const auto& [hash, is_used] : policies_) {
    if (!is_used) Add("", 0, "policy", hash, "belongs to no entry: it was inserted");
  }
  REFEREE_ASSIGN_OR_RETURN(
      const std::int64_t strangers,
      database_.ReadInteger(
          "SELECT count(*) FROM entry WHERE tenant NOT IN (SELECT id FROM tenant)"));
  if (strangers > 0) Add("", 0, "entry", "", "an entry belongs to no tenant");
  return absl::OkStatus();
}

absl::StatusOr<AuditReport> Verification::Run(const std::optional<Sha256Digest>& expected_head) {
  REFEREE_RETURN_IF_ERROR(CheckFile());
  REFEREE_ASSIGN_OR_RETURN(contents_, ContentTable::Read(&database_, call_));
  report_.contents = contents_.rows().size();
  report_.erased = contents_.erased();
  REFEREE_RETURN_IF_ERROR(ReadPolicies());
  REFEREE_RETURN_IF_ERROR(ReadTenants());
  bool has_head = !expected_head.has_value();
  for (auto& [id, tenant] : tenants_) {
    REFEREE_RETURN_IF_ERROR(CheckEntries(tenant));
    CheckTenant(tenant);
    for (const Sha256Digest& hash : tenant.hashes) has_head = has_head || hash == *expected_head;
  }
  if (!has_head) {
    Add("", 0, "entry", "",
        "no entry has the expected head: newest entries were removed or altered");
  }
  REFEREE_RETURN_IF_ERROR(CheckReferrals());
  REFEREE_RETURN_IF_ERROR(CheckUse());
  return std::move(report_);
}

}  // namespace

absl::StatusOr<AuditReport> VerifyStore(Database* database,
                                        const std::optional<Sha256Digest>& expected_head,
                                        const CallContext& call) {
  return Verification(database, call).Run(expected_head);
}

}  // namespace referee
