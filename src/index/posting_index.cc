#include "src/index/posting_index.h"

#include <algorithm>
#include <array>
#include <utility>

namespace referee {
namespace {

// Below this size comparison sorting is faster than the passes of a radix sort.
constexpr std::size_t kSmall = 4096;

template <typename T, typename KeyOf>
void RadixSort(GrowingArray<T>* values, KeyOf key_of) {
  GrowingArray<T> other;
  other.ResizeForOverwrite(values->size());
  // Hashes are uniform, so the order among the lower 16 bits matters only for equal upper bits;
  // sorting 11 bits at a time from bit 9 up leaves ties that the final pass over neighbours mends.
  constexpr int kBits = 11, kFirst = 9;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  for (int shift = kFirst; shift < 64; shift += kBits) {
    std::array<std::size_t, kBuckets + 1> starts{};
    for (const T& value : *values) ++starts[(key_of(value) >> shift & (kBuckets - 1)) + 1];
    for (std::size_t i = 1; i <= kBuckets; ++i) starts[i] += starts[i - 1];
    for (const T& value : *values) other[starts[key_of(value) >> shift & (kBuckets - 1)]++] = value;
    values->Swap(other);
  }
}

}  // namespace

void SortPostings(GrowingArray<Posting>* postings) {
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
    Posting* const begin = postings->begin() + first;
    Posting* const end = postings->begin() + last;
    if (last - first > 1 && !std::is_sorted(begin, end, less)) std::sort(begin, end, less);
    first = last;
  }
}

// Appends keys with their numbers, in order.
class PostingIndex::Writer {
 public:
  void Add(std::uint64_t key, std::uint32_t number) {
    if (keys_.empty() || keys_.back() != key) {
      keys_.push_back(key);
      starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    } else if (numbers_.back() == number) {
      return;
    }
    numbers_.push_back(number);
  }

  void AddAll(std::uint64_t key, std::span<const std::uint32_t> old,
              const std::vector<std::uint32_t>& numbers) {
    for (const std::uint32_t number : old) {
      if (numbers[number] != kGone) Add(key, numbers[number]);
    }
  }

  PostingIndex Finish() {
    PostingIndex index;
    index.keys_ = KeyDirectory(std::move(keys_));
    starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    index.starts_ = std::move(starts_);
    index.starts_.shrink_to_fit();
    index.numbers_ = std::move(numbers_);
    index.numbers_.shrink_to_fit();
    return index;
  }

  void Reserve(std::size_t keys, std::size_t numbers) {
    keys_.reserve(keys);
    starts_.reserve(keys + 1);
    numbers_.reserve(numbers);
  }

 private:
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> starts_, numbers_;
};

PostingIndex::PostingIndex(GrowingArray<Posting> postings) {
  SortPostings(&postings);
  Writer writer;
  writer.Reserve(0, postings.size());
  for (const Posting& posting : postings) writer.Add(posting.key, posting.number);
  postings = GrowingArray<Posting>();
  *this = writer.Finish();
}

std::span<const std::uint32_t> PostingIndex::Find(std::uint64_t key) const {
  const std::size_t position = keys_.Find(key);
  return position == KeyDirectory::kNowhere ? std::span<const std::uint32_t>() : At(position);
}

PostingIndex PostingIndex::Merge(const Renumbered& a, const Renumbered& b) {
  const std::span<const std::uint64_t> left = a.index.keys_.keys(), right = b.index.keys_.keys();
  Writer writer;
  writer.Reserve(left.size() + right.size(), a.index.numbers_.size() + b.index.numbers_.size());
  std::size_t i = 0, j = 0;
  while (i < left.size() || j < right.size()) {
    const bool take_left = j == right.size() || (i < left.size() && left[i] <= right[j]);
    const bool take_right = i == left.size() || (j < right.size() && right[j] <= left[i]);
    const std::uint64_t key = take_left ? left[i] : right[j];
    if (take_left) writer.AddAll(key, a.index.At(i++), a.numbers);
    if (take_right) writer.AddAll(key, b.index.At(j++), b.numbers);
  }
  return writer.Finish();
}

std::size_t PostingIndex::bytes() const {
  return keys_.bytes() + (starts_.capacity() + numbers_.capacity()) * sizeof(starts_[0]);
}

CountIndex::CountIndex(GrowingArray<std::uint64_t> occurrences) {
  if (occurrences.size() < kSmall) {
    std::sort(occurrences.begin(), occurrences.end());
  } else {
    RadixSort(&occurrences, [](std::uint64_t key) { return key; });
    // Neighbours that differ in their lowest bits only.
    if (!std::is_sorted(occurrences.begin(), occurrences.end())) {
      std::sort(occurrences.begin(), occurrences.end());
    }
  }
  std::vector<std::uint64_t> keys;
  for (const std::uint64_t key : occurrences) {
    if (keys.empty() || keys.back() != key) {
      keys.push_back(key);
      counts_.push_back(0);
    }
    ++counts_.back();
  }
  occurrences = GrowingArray<std::uint64_t>();
  keys_ = KeyDirectory(std::move(keys));
  counts_.shrink_to_fit();
}

std::uint32_t CountIndex::Count(std::uint64_t key) const {
  const std::size_t position = keys_.Find(key);
  return position == KeyDirectory::kNowhere ? 0 : counts_[position];
}

CountIndex CountIndex::Sum(const CountIndex& a, const CountIndex& b) {
  const std::span<const std::uint64_t> left = a.keys_.keys(), right = b.keys_.keys();
  CountIndex sum;
  std::vector<std::uint64_t> keys;
  std::size_t i = 0, j = 0;
  while (i < left.size() || j < right.size()) {
    const bool take_left = j == right.size() || (i < left.size() && left[i] <= right[j]);
    const bool take_right = i == left.size() || (j < right.size() && right[j] <= left[i]);
    keys.push_back(take_left ? left[i] : right[j]);
    sum.counts_.push_back((take_left ? a.counts_[i++] : 0) + (take_right ? b.counts_[j++] : 0));
  }
  sum.keys_ = KeyDirectory(std::move(keys));
  sum.counts_.shrink_to_fit();
  return sum;
}

CountIndex CountIndex::Difference(const CountIndex& a, const CountIndex& b) {
  const std::span<const std::uint64_t> left = a.keys_.keys(), right = b.keys_.keys();
  CountIndex difference;
  std::vector<std::uint64_t> keys;
  std::size_t j = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const bool is_in_both = j < right.size() && right[j] == left[i];
    const std::uint32_t count = a.counts_[i] - (is_in_both ? b.counts_[j++] : 0);
    if (count == 0) continue;
    keys.push_back(left[i]);
    difference.counts_.push_back(count);
  }
  difference.keys_ = KeyDirectory(std::move(keys));
  difference.counts_.shrink_to_fit();
  return difference;
}

std::size_t CountIndex::bytes() const {
  return keys_.bytes() + counts_.capacity() * sizeof(counts_[0]);
}

}  // namespace referee
