#include "src/store/merkle.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "src/store/link.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("store/merkle");

std::vector<Sha256Digest> Leaves(std::size_t count) {
  std::vector<Sha256Digest> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(Sha256(std::to_string(i)));
  return leaves;
}

TEST_CASE("every leaf of every small tree leads to its root and to no other") {
  for (std::size_t size = 1; size <= 33; ++size) {
    const std::vector<Sha256Digest> leaves = Leaves(size);
    const Sha256Digest root = MerkleRoot(leaves);
    for (std::size_t index = 0; index < size; ++index) {
      CAPTURE(size);
      CAPTURE(index);
      const std::vector<Sha256Digest> path = MerklePath(leaves, index);
      CHECK(RootFromPath(leaves[index], index, size, path) == root);
      CHECK(RootFromPath(Sha256("other"), index, size, path) != root);
      if (size > 1) CHECK(RootFromPath(leaves[index], (index + 1) % size, size, path) != root);
    }
  }
}

TEST_CASE("a path of another length leads nowhere") {
  const std::vector<Sha256Digest> leaves = Leaves(5);
  std::vector<Sha256Digest> path = MerklePath(leaves, 2);
  path.pop_back();
  CHECK_FALSE(RootFromPath(leaves[2], 2, 5, path).has_value());
  CHECK_FALSE(RootFromPath(leaves[2], 5, 5, MerklePath(leaves, 2)).has_value());
  CHECK_FALSE(RootFromPath(leaves[0], 0, 0, {}).has_value());
}

TEST_CASE("the tree is that of RFC 6962") {
  // Two leaves, by hand: node(leaf(a), leaf(b)).
  const std::vector<Sha256Digest> leaves = Leaves(2);
  const Sha256Digest left = Sha256(std::string_view("\0", 1), BytesOf(leaves[0]));
  const Sha256Digest right = Sha256(std::string_view("\0", 1), BytesOf(leaves[1]));
  std::string node = "\1";
  node += BytesOf(left);
  node += BytesOf(right);
  CHECK(MerkleRoot(leaves) == Sha256(node));
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
