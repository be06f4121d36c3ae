#include "src/index/posting_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "src/base/hash.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/posting_index");

// Keys as hashes are, and keys that differ in single bits: both ends of what a sort can meet.
std::uint64_t RandomKey(std::mt19937_64& random, unsigned kinds) {
  const std::uint64_t small = random() % kinds;
  switch (random() % 4) {
    case 0: return small;
    case 1: return small << 55;
    case 2: return std::uint64_t{1} << (small % 64);
    default: return Mix64(small);
  }
}

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

TEST_CASE("a list holds the numbers of its key once and ascending whatever the order of input") {
  std::mt19937_64 random(1);
  // Below and above the size from which another sort takes over.
  for (const std::size_t count : {0u, 1u, 100u, 4095u, 4096u, 60000u}) {
    CAPTURE(count);
    std::map<std::uint64_t, std::set<std::uint32_t>> expected;
    std::vector<Posting> postings;
    for (std::size_t i = 0; i < count; ++i) {
      const Posting posting = {RandomKey(random, 2000), static_cast<std::uint32_t>(random() % 500)};
      postings.push_back(posting);
      expected[posting.key].insert(posting.number);
    }
    const PostingIndex index(std::move(postings));
    bool all = true;
    for (const auto& [key, numbers] : expected) {
      const auto found = index.Find(key);
      all = all && std::equal(found.begin(), found.end(), numbers.begin(), numbers.end());
    }
    CHECK(all);
    for (int i = 0; i < 1000; ++i) {
      const std::uint64_t key = random();
      if (!expected.contains(key)) CHECK(index.Find(key).empty());
    }
  }
}

TEST_CASE("an index of nothing finds nothing") {
  CHECK(PostingIndex().Find(0).empty());
  CHECK(PostingIndex(std::vector<Posting>()).Find(~std::uint64_t{0}).empty());
}

TEST_CASE("the lowest and the highest key are found") {
  const PostingIndex index(std::vector<Posting>{{0, 1}, {~std::uint64_t{0}, 2}});
  REQUIRE(index.Find(0).size() == 1);
  CHECK(index.Find(0)[0] == 1);
  REQUIRE(index.Find(~std::uint64_t{0}).size() == 1);
  CHECK(index.Find(~std::uint64_t{0})[0] == 2);
}

TEST_CASE("postings sort by key and then by number as the plain sort does") {
  std::mt19937_64 random(2);
  for (const std::size_t count : {10u, 5000u, 30000u}) {
    std::vector<Posting> postings;
    for (std::size_t i = 0; i < count; ++i) {
      postings.push_back({RandomKey(random, 500), static_cast<std::uint32_t>(random() % 100)});
    }
    std::vector<Posting> sorted = postings;
    GrowingArray<Posting> made = postings;
    SortPostings(&made);
    std::sort(sorted.begin(), sorted.end(), [](const Posting& a, const Posting& b) {
      return a.key != b.key ? a.key < b.key : a.number < b.number;
    });
    CHECK(std::equal(
        made.begin(), made.end(), sorted.begin(), sorted.end(),
        [](const Posting& a, const Posting& b) { return a.key == b.key && a.number == b.number; }));
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
