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
  std::uint64_t sequence = 0;  // Of the entry in its tenant's journal; the first has 1.
  std::string kind;            // EntryKindName().
  std::string at;              // As-of time.
  std::optional<Sha256Digest> input, key, output, frame, referral, directory, policy;
  std::string engine;  // Version.
  Sha256Digest host_functions{};
  std::string signer;  // Hexadecimal Ed25519 public key, "" when entries are not signed.
  Sha256Digest previous{};
};

// {"schema":"referee.entry/1", ...}: all members in a fixed order, null for what is not there.
std::string LinkJson(const Link& link);

// What the first entry of a tenant follows: the hash of the store's id, "" for memory.
Sha256Digest GenesisOf(std::string_view store_id);

// No host function can be registered yet: the hash of the empty list.
Sha256Digest HostFunctionsHash();

}  // namespace referee

#endif  // REFEREE_SRC_STORE_LINK_H_
