#include "src/store/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "src/base/status_macros.h"

namespace referee {
namespace {

// Between two attempts to get a lock that another process holds: short at first, as most
// transactions last a millisecond.
constexpr int kFirstWaitMs = 1;
constexpr int kLongestWaitMs = 20;

// What SQLite says of a file or a statement; its text never quotes stored values.
absl::Status StatusOf(int code, sqlite3* connection) {
  std::string message = "the store: ";
  message += connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_DONE:
    case SQLITE_ROW: return absl::OkStatus();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::UnavailableError("the store is busy: another process is writing to it");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return absl::PermissionDeniedError(message);
    case SQLITE_NOTADB:
      return absl::DataLossError("the store: the file is not a database or its start is damaged");
    case SQLITE_CORRUPT: return absl::DataLossError(message);
    case SQLITE_FULL:
      return absl::ResourceExhaustedError("the store: the disk is full; nothing was written");
    case SQLITE_NOMEM: return absl::ResourceExhaustedError("out of memory");
    case SQLITE_TOOBIG: return absl::ResourceExhaustedError(message);
    case SQLITE_CANTOPEN: return absl::NotFoundError(message);
    case SQLITE_IOERR: return absl::UnavailableError(message + "; nothing was written");
    case SQLITE_INTERRUPT: return absl::CancelledError(message);
    default: return absl::InternalError(message);
  }
}

}  // namespace

Statement::Statement(sqlite3* connection, sqlite3_stmt* statement)
    : connection_(connection), statement_(statement) {}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(connection_, other.connection_);
  std::swap(statement_, other.statement_);
  return *this;
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::Integer(int parameter, std::int64_t value) {
  sqlite3_bind_int64(statement_, parameter, value);
  return *this;
}

Statement& Statement::Text(int parameter, std::string_view value) {
  // A null pointer would bind NULL.
  const char* data = value.data() != nullptr ? value.data() : "";
  sqlite3_bind_text64(statement_, parameter, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::Blob(int parameter, std::string_view value) {
  const char* data = value.data() != nullptr ? value.data() : "";
  sqlite3_bind_blob64(statement_, parameter, data, value.size(), SQLITE_STATIC);
  return *this;
}

Statement& Statement::Null(int parameter) {
  sqlite3_bind_null(statement_, parameter);
  return *this;
}

absl::StatusOr<bool> Statement::Step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return StatusOf(code, connection_);
}

absl::Status Statement::Run() {
  const absl::StatusOr<bool> has_row = Step();
  Reset();
  return has_row.status();
}

void Statement::Reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::IntegerAt(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::BytesAt(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return data == nullptr
             ? std::string_view()
             : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

absl::StatusOr<std::unique_ptr<Database>> Database::Open(const std::string& path,
                                                         const DatabaseOptions& options) {
  std::unique_ptr<Database> database(new Database);
  database->options_ = options;
  const int flags =
      options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  // The connection is used under a lock of the store.
  const int code = sqlite3_open_v2(path.c_str(), &database->connection_,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
  if (code != SQLITE_OK) return StatusOf(code, database->connection_);
  if (!options.read_only && sqlite3_db_readonly(database->connection_, "main") == 1) {
    return absl::PermissionDeniedError("the store: the file can only be read");
  }
  sqlite3_busy_handler(database->connection_, &Database::OnBusy, database.get());
  // A foreign file must not run code of its own through our statements.
  sqlite3_db_config(database->connection_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database->connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return database;
}

Database::~Database() { sqlite3_close_v2(connection_); }

int Database::OnBusy(void* database, int attempts) {
  const auto& self = *static_cast<const Database*>(database);
  const int wait = std::min(kFirstWaitMs + attempts, kLongestWaitMs);
  // The sum of the waits so far: a ramp up to the longest wait, then steps of it.
  const int ramp = std::min(attempts, kLongestWaitMs - kFirstWaitMs);
  const int waited = ramp * (ramp + 1) / 2 + (attempts - ramp) * kLongestWaitMs;
  if (waited >= self.options_.busy_timeout_ms) return 0;
  if (self.call_ != nullptr && !self.call_->Poll().ok()) return 0;
  sqlite3_sleep(wait);
  return 1;
}

absl::StatusOr<Statement> Database::Prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return StatusOf(code, connection_);
  return Statement(connection_, statement);
}

absl::Status Database::Execute(const std::string& sql) {
  return StatusOf(sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr), connection_);
}

absl::StatusOr<std::int64_t> Database::ReadInteger(std::string_view sql) {
  REFEREE_ASSIGN_OR_RETURN(Statement statement, Prepare(sql));
  REFEREE_ASSIGN_OR_RETURN(const bool has_row, statement.Step());
  return has_row ? statement.IntegerAt(0) : 0;
}

absl::StatusOr<std::string> Database::ReadText(std::string_view sql) {
  REFEREE_ASSIGN_OR_RETURN(Statement statement, Prepare(sql));
  REFEREE_ASSIGN_OR_RETURN(const bool has_row, statement.Step());
  return has_row ? std::string(statement.BytesAt(0)) : std::string();
}

std::int64_t Database::LastInsertId() const { return sqlite3_last_insert_rowid(connection_); }

bool Database::IsInTransaction() const { return sqlite3_get_autocommit(connection_) == 0; }

absl::StatusOr<Transaction> Transaction::Begin(Database* database, Mode mode) {
  REFEREE_RETURN_IF_ERROR(database->Execute(mode == Mode::kWrite ? "BEGIN IMMEDIATE" : "BEGIN"));
  return Transaction(database);
}

Transaction::~Transaction() {
  // After some errors SQLite has rolled back by itself.
  if (database_ != nullptr && database_->IsInTransaction()) {
    database_->Execute("ROLLBACK").IgnoreError();
  }
}

absl::Status Transaction::Commit() {
  REFEREE_RETURN_IF_ERROR(database_->Execute("COMMIT"));
  database_ = nullptr;
  return absl::OkStatus();
}

}  // namespace referee
