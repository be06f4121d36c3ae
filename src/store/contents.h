// Everything that may be about a person: texts behind salted commitments.  The audit chain holds
// the commitments; a text and its salt can be erased and the chain still verifies.

#ifndef REFEREE_SRC_STORE_CONTENTS_H_
#define REFEREE_SRC_STORE_CONTENTS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/hash.h"
#include "src/store/database.h"

namespace referee {

// 16 random bytes of the system.  The only randomness of the library: salts and ids of stores must
// not be guessable.
std::string DrawSalt();

struct ContentRef {
  std::int64_t id = 0;
  Sha256Digest commitment{};
};

struct Content {
  std::optional<std::string> text;  // None when it was erased.
  Sha256Digest commitment{};
};

// The rows of one store.  To be used inside a transaction.
class Contents {
 public:
  static absl::StatusOr<Contents> Prepare(Database* database);

  absl::StatusOr<ContentRef> Put(std::int64_t tenant, std::string_view text);

  // The same text of a tenant is kept once.
  absl::StatusOr<ContentRef> PutOnce(std::int64_t tenant, std::string_view text);

  // A commitment to something that was never written.
  absl::StatusOr<ContentRef> PutErased(std::int64_t tenant, std::string_view text,
                                       std::uint64_t erased_by);

  // kDataLoss when there is no such row.
  absl::StatusOr<Content> Get(std::int64_t id);

 private:
  Contents(Database* database, Statement insert, Statement find, Statement get);
  absl::StatusOr<ContentRef> Insert(std::int64_t tenant, std::string_view text,
                                    const Sha256Digest* digest);

  Database* database_;
  Statement insert_, find_, get_;
};

}  // namespace referee

#endif  // REFEREE_SRC_STORE_CONTENTS_H_
