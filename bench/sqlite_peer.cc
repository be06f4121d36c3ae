#include "bench/sqlite_peer.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace referee::bench {
namespace {

// A bench that cannot run its peer has nothing to say.
void Check(bool is_fine, const char* what) {
  if (is_fine) return;
  std::fprintf(stderr, "the SQLite peer failed: %s\n", what);
  std::exit(1);
}

sqlite3* Open(const char* path, const char* schema) {
  sqlite3* db = nullptr;
  Check(sqlite3_open(path, &db) == SQLITE_OK, "open");
  Check(sqlite3_exec(db, schema, nullptr, nullptr, nullptr) == SQLITE_OK, schema);
  return db;
}

sqlite3_stmt* Prepare(sqlite3* db, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  Check(sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
  return statement;
}

}  // namespace

DocumentTable::DocumentTable()
    : db_(Open(":memory:", "CREATE TABLE records(id INTEGER PRIMARY KEY, document TEXT); BEGIN")),
      insert_(Prepare(db_, "INSERT INTO records VALUES (?, ?)")) {}

DocumentTable::~DocumentTable() {
  sqlite3_finalize(insert_);
  sqlite3_close(db_);
}

void DocumentTable::Insert(std::string_view ndjson) {
  while (!ndjson.empty()) {
    const std::size_t end = std::min(ndjson.find('\n'), ndjson.size());
    sqlite3_bind_int64(insert_, 1, ++rows_);
    sqlite3_bind_text(insert_, 2, ndjson.data(), static_cast<int>(end), SQLITE_STATIC);
    Check(sqlite3_step(insert_) == SQLITE_DONE, "insert");
    sqlite3_reset(insert_);
    ndjson.remove_prefix(std::min(end + 1, ndjson.size()));
  }
}

void DocumentTable::Finish() {
  Check(sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK, "commit");
}

KeyTable::KeyTable(std::vector<std::pair<std::uint64_t, std::uint32_t>> rows)
    : db_(Open(":memory:",
               "CREATE TABLE keys(key INTEGER, record INTEGER, PRIMARY KEY(key, record)) "
               "WITHOUT ROWID; BEGIN")) {
  const auto less = [](const auto& a, const auto& b) {
    return std::pair(static_cast<std::int64_t>(a.first), a.second) <
           std::pair(static_cast<std::int64_t>(b.first), b.second);
  };
  std::sort(rows.begin(), rows.end(), less);
  sqlite3_stmt* insert = Prepare(db_, "INSERT OR IGNORE INTO keys VALUES (?, ?)");
  for (const auto& [key, record] : rows) {
    sqlite3_bind_int64(insert, 1, static_cast<std::int64_t>(key));
    sqlite3_bind_int64(insert, 2, record);
    Check(sqlite3_step(insert) == SQLITE_DONE, "insert");
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  Check(sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK, "commit");
  find_ = Prepare(db_, "SELECT record FROM keys WHERE key = ? LIMIT ?");
}

KeyTable::~KeyTable() {
  sqlite3_finalize(find_);
  sqlite3_close(db_);
}

void KeyTable::Find(std::uint64_t key, std::size_t limit, std::vector<std::uint32_t>* out) {
  sqlite3_bind_int64(find_, 1, static_cast<std::int64_t>(key));
  sqlite3_bind_int64(find_, 2, static_cast<std::int64_t>(limit));
  while (sqlite3_step(find_) == SQLITE_ROW) {
    out->push_back(static_cast<std::uint32_t>(sqlite3_column_int64(find_, 0)));
  }
  sqlite3_reset(find_);
}

JournalTable::JournalTable(const std::string& path)
    : db_(Open(path.c_str(),
               "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
               "CREATE TABLE journal(id INTEGER PRIMARY KEY, input TEXT, output TEXT)")),
      insert_(Prepare(db_, "INSERT INTO journal(input, output) VALUES (?, ?)")) {}

JournalTable::~JournalTable() {
  sqlite3_finalize(insert_);
  sqlite3_close(db_);
}

void JournalTable::Insert(std::string_view input, std::string_view output) {
  sqlite3_bind_text(insert_, 1, input.data(), static_cast<int>(input.size()), SQLITE_STATIC);
  sqlite3_bind_text(insert_, 2, output.data(), static_cast<int>(output.size()), SQLITE_STATIC);
  // Without BEGIN each row is a transaction of its own.
  Check(sqlite3_step(insert_) == SQLITE_DONE, "insert");
  sqlite3_reset(insert_);
}

}  // namespace referee::bench
