#include "src/match/edit_distance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tests/reference/match/string_metrics.h"

TEST_SUITE_BEGIN("match/edit_distance");

namespace referee {
namespace {

std::string RandomWord(std::mt19937& random, int letters, std::size_t longest) {
  std::string word(std::uniform_int_distribution<std::size_t>(0, longest)(random), ' ');
  for (char& c : word) {
    c = static_cast<char>('a' + std::uniform_int_distribution<int>(0, letters - 1)(random));
  }
  return word;
}

TEST_CASE("insertions, deletions, replacements and swaps of neighbours cost one each") {
  struct Case {
    const char *a, *b;
    int distance;
  };
  for (const Case& c : {Case{"", "", 0}, Case{"castng", "casting", 1}, Case{"weber", "webber", 1},
                        Case{"jonas", "jonsa", 1}, Case{"meier", "maier", 1}, Case{"ca", "abc", 3},
                        Case{"kitten", "sitting", 3}, Case{"", "ab", 2}}) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(EditDistance(c.a, c.b, 9) == c.distance);
  }
}

TEST_CASE("beyond the limit the distance is the limit and one") {
  CHECK(EditDistance("aaaa", "bbbb", 2) == 3);
  CHECK(EditDistance("a", "abcdef", 0) == 1);
}

TEST_CASE("a letter of two bytes is one letter") {
  CHECK(EditDistance("пётр", "петр", 3) == 1);
  CHECK(EditDistance("東京都", "京都", 3) == 1);
}

TEST_CASE("words of more than sixty-four letters are equal or far apart") {
  const std::string word(65, 'a');
  CHECK(EditDistance(word, word, 1) == 0);
  CHECK(EditDistance(word, word + "a", 1) == 2);
}

TEST_CASE("the bit-parallel distance agrees with the full table, and is symmetric") {
  std::mt19937 random(2026);
  for (int i = 0; i < 20000; ++i) {
    const std::size_t longest = i % 3 == 0 ? 64 : 9;
    const std::string a = RandomWord(random, i % 2 == 0 ? 3 : 12, longest);
    const std::string b = RandomWord(random, i % 2 == 0 ? 3 : 12, longest);
    CAPTURE(a);
    CAPTURE(b);
    const int expected = reference::EditDistance(a, b);
    REQUIRE(EditDistance(a, b, 64) == expected);
    REQUIRE(EditDistance(b, a, 64) == expected);
    REQUIRE(EditDistance(a, b, 2) == std::min(expected, 3));
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
