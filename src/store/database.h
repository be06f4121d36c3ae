// A thin C++ face of SQLite: one connection, prepared statements, and its errors as statuses.  With
// schema.cc the only place that knows SQLite's result codes.

#ifndef REFEREE_SRC_STORE_DATABASE_H_
#define REFEREE_SRC_STORE_DATABASE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/call.h"

struct sqlite3;
struct sqlite3_stmt;

namespace referee {

class Database;

// One prepared statement.  Bind, step through the rows, Reset() to use it again.  Numbers of
// parameters count from 1, of columns from 0.
class Statement {
 public:
  Statement() = default;
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  Statement& Integer(int parameter, std::int64_t value);
  Statement& Text(int parameter, std::string_view value);  // Borrowed until the next Reset().
  Statement& Blob(int parameter, std::string_view value);  // Borrowed until the next Reset().
  Statement& Null(int parameter);

  // True while there is a row.
  absl::StatusOr<bool> Step();
  // Runs a statement that gives no rows and resets it.
  absl::Status Run();
  void Reset();

  bool IsNull(int column) const;
  std::int64_t IntegerAt(int column) const;
  // Bytes of a text or blob; borrowed until the next Step() or Reset().
  std::string_view BytesAt(int column) const;

 private:
  friend class Database;
  Statement(sqlite3* connection, sqlite3_stmt* statement);

  sqlite3* connection_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

struct DatabaseOptions {
  bool read_only = false;
  // Name of the SQLite VFS to use, "" for the system's.
  std::string vfs;
  // How long to wait for other processes, unless the call says less.
  int busy_timeout_ms = 5000;
};

// One thread at a time.
class Database {
 public:
  // kNotFound, kPermissionDenied, kDataLoss (not a database) and what StatusOf() says.
  static absl::StatusOr<std::unique_ptr<Database>> Open(const std::string& path,
                                                        const DatabaseOptions& options);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  absl::StatusOr<Statement> Prepare(std::string_view sql);

  // One or several statements without parameters; rows are dropped.
  absl::Status Execute(const std::string& sql);

  // The first column of the first row as an integer or text.
  absl::StatusOr<std::int64_t> ReadInteger(std::string_view sql);
  absl::StatusOr<std::string> ReadText(std::string_view sql);

  // While a call runs, waiting for other processes polls it.  Null: nobody is asked.
  void SetCall(const CallContext* call) { call_ = call; }

  std::int64_t LastInsertId() const;
  bool IsInTransaction() const;
  const DatabaseOptions& options() const { return options_; }

 private:
  Database() = default;
  static int OnBusy(void* database, int attempts);

  sqlite3* connection_ = nullptr;
  DatabaseOptions options_;
  const CallContext* call_ = nullptr;
};

// The call that waiting polls, for the time of a scope.
class CallOfDatabase {
 public:
  CallOfDatabase(Database* database, const CallContext* call) : database_(database) {
    database_->SetCall(call);
  }
  CallOfDatabase(const CallOfDatabase&) = delete;
  CallOfDatabase& operator=(const CallOfDatabase&) = delete;
  ~CallOfDatabase() { database_->SetCall(nullptr); }

 private:
  Database* database_;
};

// A transaction that is undone unless it was committed.
class Transaction {
 public:
  // "BEGIN IMMEDIATE" for writers; readers see one state until the end.
  enum class Mode : std::uint8_t { kRead, kWrite };
  static absl::StatusOr<Transaction> Begin(Database* database, Mode mode);
  Transaction(Transaction&& other) noexcept : database_(other.database_) {
    other.database_ = nullptr;
  }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  absl::Status Commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}
  Database* database_;
};

}  // namespace referee

#endif  // REFEREE_SRC_STORE_DATABASE_H_
