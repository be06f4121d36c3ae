// Erasing a person: which texts of a tenant must go, and taking them out of the file.

#ifndef REFEREE_SRC_STORE_ERASURE_H_
#define REFEREE_SRC_STORE_ERASURE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/base/hash.h"
#include "src/store/database.h"
#include "src/store/person_search.h"

namespace referee {

// A document {"type":"erasure","id","user","submission_id" or "person":{...}}.
struct ErasureRequest {
  std::string id;
  std::string user;           // Who does it; "" when the document does not say.
  std::string submission_id;  // "" when the person is given.
  KnownPerson person;
  std::string content;  // The canonical document.
};

// kInvalidArgument with the pointer of what is wrong.
absl::StatusOr<ErasureRequest> ReadErasure(std::string_view json, const Limits& limits);

// Texts to erase.
struct ErasurePlan {
  struct Text {
    std::int64_t id = 0;
    Sha256Digest commitment{};
  };
  std::vector<Text> texts;             // Ascending by id.
  std::vector<std::uint64_t> entries;  // Whose texts these are, ascending.
};

// Finds what mentions the person: first the person's own records and submissions, for the other
// addresses, numbers and names in them; then every text with one of those.  Linear in the size of
// the tenant.  Inside a transaction.
absl::StatusOr<ErasurePlan> PlanErasure(Database* database, std::int64_t tenant,
                                        ErasureRequest request, const CallContext& call);

// What the journal keeps of an erasure: {"schema":"referee.erasure/1","id","at","texts","entries",
// "erased":[commitments]}.
std::string ErasureJson(const ErasureRequest& request, std::string_view at,
                        const ErasurePlan& plan);

// Takes the texts and their salts out; inside the transaction that writes the entry `erased_by`.
absl::Status EraseTexts(Database* database, const ErasurePlan& plan, std::uint64_t erased_by);

// Rewrites the file so that no page, log or free space holds what was erased.  Outside of a
// transaction.  kUnavailable while another process reads: the erasure stands, and the next opening
// of the store for writing tries again.
absl::Status FinishErasures(Database* database);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_ERASURE_H_
