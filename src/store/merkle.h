// The Merkle tree over a journal's entry hashes (RFC 6962): a few hashes prove that one entry is
// part of a journal without showing any other.

#ifndef REFEREE_SRC_STORE_MERKLE_H_
#define REFEREE_SRC_STORE_MERKLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "src/base/hash.h"

namespace referee {

// The hash of the tree over these leaves; SHA-256 of nothing for none.  Linear.
Sha256Digest MerkleRoot(std::span<const Sha256Digest> leaves);

// The siblings on the way from leaf `index` to the root, lowest first.
// Requires: index < leaves.size().
std::vector<Sha256Digest> MerklePath(std::span<const Sha256Digest> leaves, std::size_t index);

// The root that a leaf and its path lead to in a tree of `size` leaves; none when the path does not
// have the length that this place needs.
std::optional<Sha256Digest> RootFromPath(const Sha256Digest& leaf, std::uint64_t index,
                                         std::uint64_t size, std::span<const Sha256Digest> path);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_MERKLE_H_
