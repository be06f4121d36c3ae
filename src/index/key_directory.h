// Sorted 64-bit hashes, found by their place: a directory over their leading bits makes a lookup
// touch about two cache lines, however many keys there are.

#ifndef REFEREE_SRC_INDEX_KEY_DIRECTORY_H_
#define REFEREE_SRC_INDEX_KEY_DIRECTORY_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace referee {

class KeyDirectory {
 public:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  KeyDirectory() = default;

  // Requires: `keys` ascend and none stands twice.  Linear.
  explicit KeyDirectory(std::vector<std::uint64_t> keys);

  // The position of a key among all, or kNowhere.  Constant time for keys that are hashes.
  std::size_t Find(std::uint64_t key) const;

  std::span<const std::uint64_t> keys() const { return keys_; }
  std::size_t bytes() const;

 private:
  std::size_t Bucket(std::uint64_t key) const { return bits_ == 0 ? 0 : key >> (64 - bits_); }

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> first_;  // Position of the first key of each bucket, and the end.
  int bits_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_KEY_DIRECTORY_H_
