#include "src/index/key_directory.h"

#include <utility>

namespace referee {
namespace {

constexpr std::size_t kKeysPerBucket = 4;

}  // namespace

KeyDirectory::KeyDirectory(std::vector<std::uint64_t> keys) : keys_(std::move(keys)) {
  keys_.shrink_to_fit();
  while ((kKeysPerBucket << bits_) < keys_.size()) ++bits_;
  first_.assign((std::size_t{1} << bits_) + 1, 0);
  for (const std::uint64_t key : keys_) ++first_[Bucket(key) + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::size_t KeyDirectory::Find(std::uint64_t key) const {
  if (keys_.empty()) return kNowhere;
  const std::size_t bucket = Bucket(key);
  for (std::size_t i = first_[bucket]; i < first_[bucket + 1]; ++i) {
    if (keys_[i] == key) return i;
    if (keys_[i] > key) break;
  }
  return kNowhere;
}

std::size_t KeyDirectory::bytes() const {
  return keys_.capacity() * sizeof(keys_[0]) + first_.capacity() * sizeof(first_[0]);
}

}  // namespace referee
