// Reads a whole store and finds every value that is not as it was written.
//
// The journal proves itself: each entry's hash covers commitments to all texts of the entry and the
// hash before it.  Everything else (indexes, counters, referrals, policies, the list of tenants) is
// derived from the journal, is derived here again and compared.  Who can rewrite the whole file can
// only be found out with something kept elsewhere: an expected head, or a signature.

#ifndef REFEREE_SRC_STORE_VERIFY_H_
#define REFEREE_SRC_STORE_VERIFY_H_

#include <optional>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/base/hash.h"
#include "src/store/audit.h"
#include "src/store/database.h"

namespace referee {

// `expected_head`: the hash of an entry that must be there.  Linear in the size of the store.
// Inside a transaction.  Fails only as `call` asks or when the file cannot be read at all.
absl::StatusOr<AuditReport> VerifyStore(Database* database,
                                        const std::optional<Sha256Digest>& expected_head,
                                        const CallContext& call);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_VERIFY_H_
