#include "src/index/growing_array.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/growing_array");

bool AreSame(const GrowingArray<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

TEST_CASE("an array grows, shrinks, copies and moves as a vector does") {
  std::mt19937_64 random(11);
  GrowingArray<std::uint64_t> array;
  std::vector<std::uint64_t> expected;
  for (int step = 0; step < 5000; ++step) {
    switch (random() % 8) {
      case 0: {
        const std::vector<std::uint64_t> more(random() % 50, random());
        array.Append(more.data(), more.size());
        expected.insert(expected.end(), more.begin(), more.end());
        break;
      }
      case 1: array.ShrinkToFit(); break;
      case 2: {
        GrowingArray<std::uint64_t> copy = array;
        copy.push_back(1);
        CHECK(copy.size() == array.size() + 1);
        break;
      }
      case 3: {
        GrowingArray<std::uint64_t> moved = std::move(array);
        array = std::move(moved);
        break;
      }
      default: {
        const std::uint64_t value = random();
        array.push_back(value);
        expected.push_back(value);
      }
    }
    REQUIRE(array.size() == expected.size());
    REQUIRE(array.capacity() >= array.size());
  }
  CHECK(AreSame(array, expected));
  array.ShrinkToFit();
  CHECK(array.capacity() == array.size());
  array.ResizeForOverwrite(3);
  expected.resize(3);
  CHECK(AreSame(array, expected));
}

TEST_CASE("an array of nothing holds no memory") {
  GrowingArray<char> array;
  array.Append(nullptr, 0);
  CHECK(array.empty());
  CHECK(array.capacity() == 0);
  array.push_back('x');
  array.ResizeForOverwrite(0);
  array.ShrinkToFit();
  CHECK(array.capacity() == 0);
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
