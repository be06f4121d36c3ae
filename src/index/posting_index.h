// An immutable inverted index: 64-bit keys -> ascending lists of 32-bit numbers, behind each other
// in one array (compressed sparse rows).

#ifndef REFEREE_SRC_INDEX_POSTING_INDEX_H_
#define REFEREE_SRC_INDEX_POSTING_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "src/index/growing_array.h"
#include "src/index/key_directory.h"

namespace referee {

struct Posting {
  std::uint64_t key;
  std::uint32_t number;
};

class PostingIndex {
 public:
  PostingIndex() = default;

  // Sorts `postings` (and frees it).  O(n) passes over the bytes of the key.
  explicit PostingIndex(GrowingArray<Posting> postings);

  std::span<const std::uint32_t> Find(std::uint64_t key) const;

  // The postings of an index under new numbers, one for each old one, ascending; postings whose
  // number maps to kGone are left out.
  static constexpr std::uint32_t kGone = 0xFFFFFFFFu;
  struct Renumbered {
    const PostingIndex& index;
    const std::vector<std::uint32_t>& numbers;
  };
  // Both as one.  Requires: the new numbers of `a` are below those of `b`.  Linear.
  static PostingIndex Merge(const Renumbered& a, const Renumbered& b);

  std::size_t bytes() const;

 private:
  class Writer;

  std::span<const std::uint32_t> At(std::size_t position) const {
    return {numbers_.data() + starts_[position], starts_[position + 1] - starts_[position]};
  }

  KeyDirectory keys_;
  std::vector<std::uint32_t> starts_;  // One more than keys.
  std::vector<std::uint32_t> numbers_;
};

// How often each key occurs: the same without the lists.
class CountIndex {
 public:
  CountIndex() = default;
  explicit CountIndex(GrowingArray<std::uint64_t> occurrences);

  std::uint32_t Count(std::uint64_t key) const;
  static CountIndex Sum(const CountIndex& a, const CountIndex& b);
  // Requires: no count of `b` is above that of `a`.  Linear.
  static CountIndex Difference(const CountIndex& a, const CountIndex& b);
  std::size_t size() const { return counts_.size(); }  // Keys.
  std::size_t bytes() const;

 private:
  KeyDirectory keys_;
  std::vector<std::uint32_t> counts_;
};

// Sorts by key, then number: least significant byte first radix sort, O(n) for keys of 64 bits.
void SortPostings(GrowingArray<Posting>* postings);

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_POSTING_INDEX_H_
