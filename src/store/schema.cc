#include "src/store/schema.h"

#include <array>
#include <utility>

#include "src/base/hash.h"
#include "src/base/status_macros.h"
#include "src/store/link.h"

namespace referee {
namespace {

// One step a version: the first makes version 1, each further one the next.  A released step never
// changes.  src/store/README.md explains the tables.
constexpr std::array<const char*, 1> kSteps = {
    R"(
CREATE TABLE meta(
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE tenant(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  salt BLOB NOT NULL,
  entries INTEGER NOT NULL,
  submissions INTEGER NOT NULL,
  head BLOB NOT NULL) STRICT;
CREATE TABLE content(
  id INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL,
  commitment BLOB NOT NULL,
  salt BLOB,
  text TEXT,
  digest BLOB,
  erased_by INTEGER) STRICT;
CREATE UNIQUE INDEX content_digest ON content(tenant, digest) WHERE digest IS NOT NULL;
CREATE TABLE policy(
  hash TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL) STRICT;
CREATE TABLE entry(
  tenant INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  submission INTEGER,
  referral_id TEXT,
  key BLOB,
  link TEXT NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB,
  input INTEGER NOT NULL,
  output INTEGER NOT NULL,
  referral INTEGER,
  directory INTEGER,
  frame INTEGER,
  records TEXT,
  PRIMARY KEY(tenant, sequence)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX entry_submission ON entry(tenant, submission) WHERE submission IS NOT NULL;
CREATE UNIQUE INDEX entry_key ON entry(tenant, kind, key) WHERE key IS NOT NULL;
CREATE TABLE referral(
  tenant INTEGER NOT NULL,
  id TEXT NOT NULL,
  entry INTEGER NOT NULL,
  PRIMARY KEY(tenant, id)) STRICT, WITHOUT ROWID;
)",
};

// Inside a transaction: another process may be making the tables.
absl::Status CheckOwner(Database* database, std::int64_t* version) {
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t owner,
                           database->ReadInteger("PRAGMA application_id"));
  REFEREE_ASSIGN_OR_RETURN(*version, database->ReadInteger("PRAGMA user_version"));
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t objects,
                           database->ReadInteger("SELECT count(*) FROM sqlite_schema"));
  const bool is_empty = owner == 0 && *version == 0 && objects == 0;
  if (!is_empty && owner != kApplicationId) {
    return absl::FailedPreconditionError("the store: the file is a database of something else");
  }
  if (*version > SchemaVersion()) {
    std::string message = "the store: its schema ";
    message += std::to_string(*version);
    message += " is newer than this library, which knows ";
    message += std::to_string(SchemaVersion());
    return absl::FailedPreconditionError(message);
  }
  if (!is_empty && *version < 1) {
    return absl::DataLossError("the store: the version of its schema is missing");
  }
  return absl::OkStatus();
}

absl::Status SetUpConnection(Database* database) {
  return database->Execute(
      "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
      "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=OFF");
}

absl::Status WriteIdentity(Database* database, const StoreIdentity& identity) {
  REFEREE_ASSIGN_OR_RETURN(Statement insert,
                           database->Prepare("INSERT INTO meta(name, value) VALUES(?1, ?2)"));
  const std::string tenants = DigestText(StoreGenesis(identity.store_id, identity.engine));
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, std::string>>{{"store_id", identity.store_id},
                                                                  {"engine", identity.engine},
                                                                  {"tenants", tenants},
                                                                  {"erasures_to_finish", "0"}}) {
    REFEREE_RETURN_IF_ERROR(insert.Text(1, name).Text(2, value).Run());
  }
  return absl::OkStatus();
}

absl::Status Migrate(Database* database, const StoreIdentity& if_new) {
  REFEREE_ASSIGN_OR_RETURN(Transaction transaction,
                           Transaction::Begin(database, Transaction::Mode::kWrite));
  // Another process may have done it meanwhile.
  std::int64_t version = 0;
  REFEREE_RETURN_IF_ERROR(CheckOwner(database, &version));
  const bool is_new = version == 0;
  for (; version < SchemaVersion(); ++version) {
    REFEREE_RETURN_IF_ERROR(database->Execute(kSteps[static_cast<std::size_t>(version)]));
  }
  if (is_new) REFEREE_RETURN_IF_ERROR(WriteIdentity(database, if_new));
  REFEREE_RETURN_IF_ERROR(
      database->Execute("PRAGMA application_id=" + std::to_string(kApplicationId)));
  REFEREE_RETURN_IF_ERROR(database->Execute("PRAGMA user_version=" + std::to_string(version)));
  return transaction.Commit();
}

}  // namespace

absl::Status MakeTables(Database* database) {
  for (const char* step : kSteps) REFEREE_RETURN_IF_ERROR(database->Execute(step));
  return absl::OkStatus();
}

std::int64_t SchemaVersion() { return static_cast<std::int64_t>(kSteps.size()); }

absl::Status PrepareSchema(Database* database, const StoreIdentity& if_new) {
  std::int64_t version = 0;
  {
    REFEREE_ASSIGN_OR_RETURN(const Transaction transaction,
                             Transaction::Begin(database, Transaction::Mode::kRead));
    REFEREE_RETURN_IF_ERROR(CheckOwner(database, &version));
  }
  REFEREE_RETURN_IF_ERROR(SetUpConnection(database));
  if (database->options().read_only) {
    if (version == SchemaVersion()) return absl::OkStatus();
    return absl::FailedPreconditionError(
        version == 0 ? "the store: the file is empty"
                     : "the store: its schema is older; open it for writing once to migrate it");
  }
  REFEREE_ASSIGN_OR_RETURN(const std::string mode, database->ReadText("PRAGMA journal_mode=WAL"));
  if (mode != "wal") {
    return absl::FailedPreconditionError(
        "the store: this place cannot hold a write-ahead log, as on a network drive");
  }
  return version == SchemaVersion() ? absl::OkStatus() : Migrate(database, if_new);
}

absl::StatusOr<StoreIdentity> ReadIdentity(Database* database) {
  StoreIdentity identity;
  REFEREE_ASSIGN_OR_RETURN(identity.store_id,
                           database->ReadText("SELECT value FROM meta WHERE name='store_id'"));
  REFEREE_ASSIGN_OR_RETURN(identity.engine,
                           database->ReadText("SELECT value FROM meta WHERE name='engine'"));
  return identity;
}

absl::StatusOr<std::vector<std::string>> SchemaOf(Database* database) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
                        " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1"));
  std::vector<std::string> statements;
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) return statements;
    statements.emplace_back(select.BytesAt(0));
  }
}

}  // namespace referee
