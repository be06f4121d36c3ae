// An immutable inverted index: 64-bit keys -> ascending lists of 32-bit numbers.
//
// Keys lie sorted in one array, postings behind each other in another (compressed sparse rows); a
// directory over the leading bits of the keys makes a lookup touch about two cache lines.

#ifndef REFEREE_SRC_INDEX_POSTING_INDEX_H_
#define REFEREE_SRC_INDEX_POSTING_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace referee {

struct Posting {
  std::uint64_t key;
  std::uint32_t number;
};

class PostingIndex {
 public:
  PostingIndex() = default;

  // Sorts `postings` (and frees it).  O(n) passes over the bytes of the key.
  explicit PostingIndex(std::vector<Posting> postings);

  std::span<const std::uint32_t> Find(std::uint64_t key) const;

  // Appends all postings, renumbered; numbers that map to kGone are left out.
  static constexpr std::uint32_t kGone = 0xFFFFFFFFu;
  void AppendTo(const std::vector<std::uint32_t>& renumbered, std::vector<Posting>* out) const;

  std::size_t bytes() const;

 private:
  std::size_t Bucket(std::uint64_t key) const { return bits_ == 0 ? 0 : key >> (64 - bits_); }

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> starts_;  // One more than keys.
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint32_t> directory_;  // First key of each bucket, and the end.
  int bits_ = 0;
};

// How often each key occurs: the same layout without the lists.
class CountIndex {
 public:
  CountIndex() = default;
  explicit CountIndex(std::vector<std::uint64_t> occurrences);

  std::uint32_t Count(std::uint64_t key) const;
  static CountIndex Sum(const CountIndex& a, const CountIndex& b);
  std::size_t bytes() const;

 private:
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> counts_;
};

// Sorts by key, then number: least significant byte first radix sort, O(n) for keys of 64 bits.
void SortPostings(std::vector<Posting>* postings);

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_POSTING_INDEX_H_
