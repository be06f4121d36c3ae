#include "src/index/posting_index.h"

#include <doctest/doctest.h>

#include <map>
#include <vector>

#include "src/base/hash.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/posting_index");

using Lists = std::map<std::uint64_t, std::vector<std::uint32_t>>;

// Keys of which some are in many records and most in one; `salt` makes another set.
std::vector<Posting> Made(std::uint32_t records, std::uint64_t salt) {
  std::vector<Posting> postings;
  for (std::uint32_t i = 0; i < records; ++i) {
    for (std::uint64_t k = 0; k < 5; ++k) {
      const std::uint64_t value = k < 2 ? Mix64(i * 5 + k + salt) % 7 : i * 5 + k;
      postings.push_back({Mix64(value + 1), i});
    }
  }
  return postings;
}

Lists ListsOf(const std::vector<Posting>& postings, std::uint32_t first,
              std::uint32_t gone_every = 0) {
  Lists lists;
  for (const Posting& posting : postings) {
    if (gone_every != 0 && posting.number % gone_every == 0) continue;
    std::vector<std::uint32_t>& list = lists[posting.key];
    const std::uint32_t number = first + posting.number;
    if (list.empty() || list.back() != number) list.push_back(number);
  }
  return lists;
}

std::vector<std::uint32_t> Found(const PostingIndex& index, std::uint64_t key) {
  const auto found = index.Find(key);
  return {found.begin(), found.end()};
}

TEST_CASE("a key gives its records once each and in order") {
  for (const std::uint32_t records : {1u, 10u, 2000u}) {
    CAPTURE(records);
    const PostingIndex index(Made(records, 3));
    for (const auto& [key, numbers] : ListsOf(Made(records, 3), 0)) {
      CHECK(Found(index, key) == numbers);
    }
    CHECK(index.Find(42).empty());
  }
}

TEST_CASE("merged indexes give what both gave under the new numbers without what is gone") {
  constexpr std::uint32_t kLeft = 300, kRight = 40, kGoneEvery = 3;
  const std::vector<Posting> left = Made(kLeft, 1), right = Made(kRight, 2);
  std::vector<std::uint32_t> numbers_left(kLeft), numbers_right(kRight);
  for (std::uint32_t i = 0; i < kLeft; ++i) {
    numbers_left[i] = i % kGoneEvery == 0 ? PostingIndex::kGone : i;
  }
  for (std::uint32_t i = 0; i < kRight; ++i) {
    numbers_right[i] = i % kGoneEvery == 0 ? PostingIndex::kGone : kLeft + i;
  }
  const PostingIndex a(left), b(right);
  const PostingIndex merged = PostingIndex::Merge({a, numbers_left}, {b, numbers_right});
  Lists expected = ListsOf(left, 0, kGoneEvery);
  for (const auto& [key, numbers] : ListsOf(right, kLeft, kGoneEvery)) {
    expected[key].insert(expected[key].end(), numbers.begin(), numbers.end());
  }
  for (const Posting& posting : left) {
    CHECK(Found(merged, posting.key) == expected[posting.key]);
  }
  for (const Posting& posting : right) {
    CHECK(Found(merged, posting.key) == expected[posting.key]);
  }
}

TEST_CASE("counts are those of the occurrences and the sum of two counts is that of both") {
  std::vector<std::uint64_t> left, right, both;
  for (std::uint64_t i = 0; i < 6000; ++i) {
    (i % 3 == 0 ? right : left).push_back(Mix64(i % 41));
    both.push_back(Mix64(i % 41));
  }
  const CountIndex whole(both);
  const CountIndex sum = CountIndex::Sum(CountIndex(left), CountIndex(right));
  for (std::uint64_t i = 0; i < 50; ++i) {
    CAPTURE(i);
    std::uint32_t expected = 0;
    for (const std::uint64_t key : both) expected += key == Mix64(i) ? 1 : 0;
    CHECK(whole.Count(Mix64(i)) == expected);
    CHECK(sum.Count(Mix64(i)) == expected);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
