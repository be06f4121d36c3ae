#include "src/store/merkle.h"

#include <bit>
#include <string>

#include "src/store/link.h"

namespace referee {
namespace {

// Leaves and nodes are hashed differently, so that no node passes as a leaf.
Sha256Digest HashLeaf(const Sha256Digest& leaf) {
  return Sha256(std::string_view("\0", 1), BytesOf(leaf));
}

Sha256Digest HashNode(const Sha256Digest& left, const Sha256Digest& right) {
  std::string both(1, '\1');
  both += BytesOf(left);
  both += BytesOf(right);
  return Sha256(both);
}

// The left part is the largest power of two below the size.
std::size_t SplitOf(std::size_t size) { return std::bit_floor(size - 1); }

}  // namespace

Sha256Digest MerkleRoot(std::span<const Sha256Digest> leaves) {
  if (leaves.empty()) return Sha256("");
  if (leaves.size() == 1) return HashLeaf(leaves[0]);
  const std::size_t split = SplitOf(leaves.size());
  return HashNode(MerkleRoot(leaves.first(split)), MerkleRoot(leaves.subspan(split)));
}

std::vector<Sha256Digest> MerklePath(std::span<const Sha256Digest> leaves, std::size_t index) {
  if (leaves.size() <= 1) return {};
  const std::size_t split = SplitOf(leaves.size());
  std::vector<Sha256Digest> path;
  if (index < split) {
    path = MerklePath(leaves.first(split), index);
    path.push_back(MerkleRoot(leaves.subspan(split)));
  } else {
    path = MerklePath(leaves.subspan(split), index - split);
    path.push_back(MerkleRoot(leaves.first(split)));
  }
  return path;
}

std::optional<Sha256Digest> RootFromPath(const Sha256Digest& leaf, std::uint64_t index,
                                         std::uint64_t size, std::span<const Sha256Digest> path) {
  if (size == 0 || index >= size) return std::nullopt;
  if (size == 1) return path.empty() ? std::optional(HashLeaf(leaf)) : std::nullopt;
  if (path.empty()) return std::nullopt;
  const std::uint64_t split = SplitOf(size);
  const std::span<const Sha256Digest> below = path.first(path.size() - 1);
  if (index < split) {
    const std::optional<Sha256Digest> left = RootFromPath(leaf, index, split, below);
    if (!left.has_value()) return std::nullopt;
    return HashNode(*left, path.back());
  }
  const std::optional<Sha256Digest> right = RootFromPath(leaf, index - split, size - split, below);
  if (!right.has_value()) return std::nullopt;
  return HashNode(path.back(), *right);
}

}  // namespace referee
