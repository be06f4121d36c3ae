#include "src/match/letter_set.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>

#include "tests/reference/match/string_metrics.h"

TEST_SUITE_BEGIN("match/letter_set");

namespace referee {
namespace {

TEST_CASE("a pair that is turned away is below the similarity asked for") {
  std::mt19937 random(13);
  for (int i = 0; i < 20000; ++i) {
    std::string words[2];
    for (std::string& word : words) {
      word.resize(std::uniform_int_distribution<std::size_t>(1, 12)(random));
      for (char& c : word) {
        c = static_cast<char>('a' + std::uniform_int_distribution<int>(0, 9)(random));
      }
    }
    CAPTURE(words[0]);
    CAPTURE(words[1]);
    for (const double least : {0.5, 0.7, 0.92}) {
      if (MayBeSimilar(SpeltWord(words[0]), SpeltWord(words[1]), least)) continue;
      REQUIRE(reference::JaroWinkler(words[0], words[1]) < least);
    }
  }
}

TEST_CASE("a pair that is turned away is further apart than the errors allowed") {
  std::mt19937 random(17);
  for (int i = 0; i < 20000; ++i) {
    std::string word(std::uniform_int_distribution<std::size_t>(1, 10)(random), 'a');
    for (char& c : word) c = static_cast<char>('a' + random() % 12);
    std::string other = word;
    // Some errors, so that both answers are met.
    for (unsigned errors = random() % 4; errors > 0 && other.size() > 1; --errors) {
      const std::size_t at = random() % (other.size() - 1);
      switch (random() % 4) {
        case 0: std::swap(other[at], other[at + 1]); break;
        case 1: other[at] = 'z'; break;
        case 2: other.erase(at, 1); break;
        default: other.insert(at, 1, 'y');
      }
    }
    CAPTURE(word);
    CAPTURE(other);
    for (const int most : {1, 2}) {
      if (MayBeWithin(SpeltWord(word), SpeltWord(other), most)) continue;
      REQUIRE(reference::EditDistance(word, other) > most);
    }
  }
}

TEST_CASE("words beyond ASCII are never turned away unseen") {
  CHECK(MayBeSimilar(SpeltWord("петр"), SpeltWord("пётр"), 0.99));
  CHECK(LettersWithoutPartner(SpeltWord("петр"), SpeltWord("abcd")) == 0);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
