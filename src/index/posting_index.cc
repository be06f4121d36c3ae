#include "src/index/posting_index.h"

#include <algorithm>
#include <array>

namespace referee {
namespace {

constexpr std::size_t kKeysPerBucket = 4;
// Below this size comparison sorting is faster than the passes of a radix sort.
constexpr std::size_t kSmall = 4096;

template <typename T, typename KeyOf>
void RadixSort(std::vector<T>* values, KeyOf key_of) {
  std::vector<T> other(values->size());
  // Hashes are uniform, so the order among the lower 16 bits matters only for equal upper bits;
  // sorting 11 bits at a time from bit 9 up leaves ties that the final pass over neighbours mends.
  constexpr int kBits = 11, kFirst = 9;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  for (int shift = kFirst; shift < 64; shift += kBits) {
    std::array<std::size_t, kBuckets + 1> starts{};
    for (const T& value : *values) ++starts[(key_of(value) >> shift & (kBuckets - 1)) + 1];
    for (std::size_t i = 1; i <= kBuckets; ++i) starts[i] += starts[i - 1];
    for (const T& value : *values) other[starts[key_of(value) >> shift & (kBuckets - 1)]++] = value;
    values->swap(other);
  }
}

}  // namespace

void SortPostings(std::vector<Posting>* postings) {
  const auto less = [](const Posting& a, const Posting& b) {
    return a.key != b.key ? a.key < b.key : a.number < b.number;
  };
  if (postings->size() < kSmall) {
    std::sort(postings->begin(), postings->end(), less);
    return;
  }
  RadixSort(postings, [](const Posting& posting) { return posting.key; });
  // Runs that agree in all but the lowest 9 bits are as good as sorted: a few neighbours each.
  for (std::size_t first = 0; first < postings->size();) {
    std::size_t last = first + 1;
    while (last < postings->size() && (*postings)[last].key >> 9 == (*postings)[first].key >> 9) {
      ++last;
    }
    const auto begin = postings->begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = postings->begin() + static_cast<std::ptrdiff_t>(last);
    if (last - first > 1 && !std::is_sorted(begin, end, less)) std::sort(begin, end, less);
    first = last;
  }
}

PostingIndex::PostingIndex(std::vector<Posting> postings) {
  SortPostings(&postings);
  numbers_.reserve(postings.size());
  for (const Posting& posting : postings) {
    if (keys_.empty() || keys_.back() != posting.key) {
      keys_.push_back(posting.key);
      starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    } else if (numbers_.back() == posting.number) {
      continue;
    }
    numbers_.push_back(posting.number);
  }
  starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
  std::vector<Posting>().swap(postings);
  keys_.shrink_to_fit();
  starts_.shrink_to_fit();
  numbers_.shrink_to_fit();

  while ((kKeysPerBucket << bits_) < keys_.size()) ++bits_;
  directory_.assign((std::size_t{1} << bits_) + 1, 0);
  for (const std::uint64_t key : keys_) ++directory_[Bucket(key) + 1];
  for (std::size_t i = 1; i < directory_.size(); ++i) directory_[i] += directory_[i - 1];
}

std::span<const std::uint32_t> PostingIndex::Find(std::uint64_t key) const {
  if (keys_.empty()) return {};
  const std::size_t bucket = Bucket(key);
  for (std::size_t i = directory_[bucket]; i < directory_[bucket + 1]; ++i) {
    if (keys_[i] == key) return {numbers_.data() + starts_[i], starts_[i + 1] - starts_[i]};
    if (keys_[i] > key) break;
  }
  return {};
}

void PostingIndex::AppendTo(const std::vector<std::uint32_t>& renumbered,
                            std::vector<Posting>* out) const {
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    for (std::uint32_t p = starts_[i]; p < starts_[i + 1]; ++p) {
      const std::uint32_t number = renumbered[numbers_[p]];
      if (number != kGone) out->push_back({keys_[i], number});
    }
  }
}

std::size_t PostingIndex::bytes() const {
  return keys_.capacity() * sizeof(keys_[0]) +
         (starts_.capacity() + numbers_.capacity() + directory_.capacity()) * sizeof(starts_[0]);
}

CountIndex::CountIndex(std::vector<std::uint64_t> occurrences) {
  std::sort(occurrences.begin(), occurrences.end());
  for (const std::uint64_t key : occurrences) {
    if (keys_.empty() || keys_.back() != key) {
      keys_.push_back(key);
      counts_.push_back(0);
    }
    ++counts_.back();
  }
  keys_.shrink_to_fit();
  counts_.shrink_to_fit();
}

std::uint32_t CountIndex::Count(std::uint64_t key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (found == keys_.end() || *found != key) return 0;
  return counts_[static_cast<std::size_t>(found - keys_.begin())];
}

CountIndex CountIndex::Sum(const CountIndex& a, const CountIndex& b) {
  CountIndex sum;
  std::size_t i = 0, j = 0;
  while (i < a.keys_.size() || j < b.keys_.size()) {
    const bool take_a = j == b.keys_.size() || (i < a.keys_.size() && a.keys_[i] <= b.keys_[j]);
    const bool take_b = i == a.keys_.size() || (j < b.keys_.size() && b.keys_[j] <= a.keys_[i]);
    sum.keys_.push_back(take_a ? a.keys_[i] : b.keys_[j]);
    sum.counts_.push_back((take_a ? a.counts_[i] : 0) + (take_b ? b.counts_[j] : 0));
    if (take_a) ++i;
    if (take_b) ++j;
  }
  return sum;
}

std::size_t CountIndex::bytes() const {
  return keys_.capacity() * sizeof(keys_[0]) + counts_.capacity() * sizeof(counts_[0]);
}

}  // namespace referee
