// Proof that one entry stands in a journal: for somebody who has neither the store nor the right to
// see what else is in it.

#ifndef REFEREE_SRC_STORE_PROOF_H_
#define REFEREE_SRC_STORE_PROOF_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/store/database.h"

namespace referee {

// Which texts of the entry the proof shows, with the salts of their commitments.  A text that was
// erased cannot be shown.
struct Disclosure {
  bool input = false, output = false;
};

// {"schema":"referee.proof/1","entry":"<link document>","hash","signature","tree":{"size","index",
// "root","path":[...]},"disclosed":{"input":{"salt","text"},"output":{...}}}.  Linear in the number
// of entries.  Inside a transaction.  kNotFound when there is no such entry.
absl::StatusOr<std::string> ProveEntry(Database* database, std::string_view tenant,
                                       std::uint64_t sequence, const Disclosure& disclosure);

struct ProofCheck {
  bool is_valid = false;
  std::string json;  // {"schema":"referee.proof_check/1","valid","reason","entry",...}
};

// Checks a proof with nothing but the proof.  `expected_root` ("" for none) is the root that the
// keeper of the journal has published.  kInvalidArgument when `json` is no proof at all.
absl::StatusOr<ProofCheck> CheckProof(std::string_view json, std::string_view expected_root,
                                      const Limits& limits);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_PROOF_H_
