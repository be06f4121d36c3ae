// What a host would do without Referee: the same documents and the same keys in SQLite, in memory.

#ifndef REFEREE_BENCH_SQLITE_PEER_H_
#define REFEREE_BENCH_SQLITE_PEER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace referee::bench {

// A table of documents by id, filled in one transaction: the peer of loading.  It neither checks
// nor indexes what it holds.
class DocumentTable {
 public:
  DocumentTable();
  ~DocumentTable();
  // Each line of `ndjson` is a row.
  void Insert(std::string_view ndjson);
  void Finish();

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::int64_t rows_ = 0;
};

// Keys and the numbers of their records, as a b-tree: the peer of the candidate search.
class KeyTable {
 public:
  // Sorts `rows` of key and number first, as a bulk load would.
  explicit KeyTable(std::vector<std::pair<std::uint64_t, std::uint32_t>> rows);
  ~KeyTable();
  // Appends up to `limit` numbers under a key.
  void Find(std::uint64_t key, std::size_t limit, std::vector<std::uint32_t>* out);

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* find_ = nullptr;
};

// A table in a file, one durable transaction a row: the peer of the store.
class JournalTable {
 public:
  explicit JournalTable(const std::string& path);
  ~JournalTable();
  void Insert(std::string_view input, std::string_view output);

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

}  // namespace referee::bench

#endif  // REFEREE_BENCH_SQLITE_PEER_H_
