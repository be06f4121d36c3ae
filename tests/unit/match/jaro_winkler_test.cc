#include "src/match/jaro_winkler.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "tests/reference/match/string_metrics.h"

TEST_SUITE_BEGIN("match/jaro_winkler");

namespace referee {
namespace {

TEST_CASE("the examples of Winkler's paper") {
  CHECK(JaroWinkler("martha", "marhta") == doctest::Approx(0.9611).epsilon(0.0001));
  CHECK(JaroWinkler("dwayne", "duane") == doctest::Approx(0.84).epsilon(0.0001));
  CHECK(JaroWinkler("dixon", "dicksonx") == doctest::Approx(0.8133).epsilon(0.0001));
}

TEST_CASE("only equal words have similarity one") {
  CHECK(JaroWinkler("", "") == 1);
  CHECK(JaroWinkler("a", "") == 0);
  CHECK(JaroWinkler("abcdefgh", "abcdefghi") < 1);
}

TEST_CASE("the bit-parallel similarity equals the textbook's to the last bit, either way round") {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string words[2];
    for (std::string& word : words) {
      word.resize(std::uniform_int_distribution<std::size_t>(0, i % 4 == 0 ? 64 : 12)(random));
      for (char& c : word) {
        c = static_cast<char>('a' + std::uniform_int_distribution<int>(0, i % 2 ? 3 : 20)(random));
      }
    }
    CAPTURE(words[0]);
    CAPTURE(words[1]);
    const double expected = reference::JaroWinkler(words[0], words[1]);
    REQUIRE(JaroWinkler(words[0], words[1]) == expected);
    REQUIRE(JaroWinkler(words[1], words[0]) == expected);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
