// One link of the audit chain: commitments to everything that an entry of the journal was made of
// and gave, and the hash of the link before it.  Its hash is the SHA-256 of its document, so that
// anybody can check it with tools of their own; src/store/README.md describes it.

#ifndef REFEREE_SRC_STORE_LINK_H_
#define REFEREE_SRC_STORE_LINK_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "src/base/hash.h"

namespace referee {

// SHA-256 of the salt and the bytes behind each other.  With a random salt that is erased together
// with the bytes the commitment tells nothing about them any more.
Sha256Digest Commitment(std::string_view salt, std::string_view bytes);

struct Link {
  std::uint64_t sequence = 0;    // Of the entry in its tenant's journal; the first has 1.
  std::string kind;              // EntryKindName().
  std::string at;                // As-of time.
  std::uint64_t submission = 0;  // Sequence of the submission, 0 for acts.
  std::string referral_id;       // "" when the entry is about none.
  std::optional<Sha256Digest> input, key, output, referral, directory, frame, records, policy;
  std::optional<Sha256Digest> tables;  // None when they were those that ship.
  std::string engine;                  // Version.
  Sha256Digest host_functions{};
  std::string signer;  // Hexadecimal Ed25519 public key, "" when entries are not signed.
  Sha256Digest previous{};
};

// Commitment to what an idempotency key or the id of an act was.
Sha256Digest KeyCommitment(std::string_view tenant_salt, std::string_view key);

// {"schema":"referee.entry/1", ...}: all members in a fixed order, null for what is not there
// but for "tables", which is then left out.
std::string LinkJson(const Link& link);

// What the chain of tenants begins with, from the store's id and the version that made it.
Sha256Digest StoreGenesis(std::string_view store_id, std::string_view engine);

// What the first entry of a tenant follows.
Sha256Digest TenantGenesis(const Sha256Digest& store, std::string_view name, std::string_view salt);

// The chain of tenants with one more.
Sha256Digest WithTenant(const Sha256Digest& tenants, const Sha256Digest& genesis);

// The bytes of a digest as SQLite and the hash functions take them.
inline std::string_view BytesOf(const Sha256Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
// The digest of these 32 bytes; none when there are not as many.
std::optional<Sha256Digest> DigestFromBytes(std::string_view bytes);
// The digest of "sha256:" and 64 hexadecimal digits; none for another text.
std::optional<Sha256Digest> DigestFromText(std::string_view text);

// No host function can be registered yet: the hash of the empty list.
Sha256Digest HostFunctionsHash();

}  // namespace referee

#endif  // REFEREE_SRC_STORE_LINK_H_
