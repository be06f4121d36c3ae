#include "src/normalize/word_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

TEST_SUITE_BEGIN("normalize/word_list");

namespace referee {
namespace {

constexpr std::string_view kWords[] = {"a",
                                       "an",
                                       "und",
                                       "zweigniederlassung",
                                       "ab",
                                       "\u00fcber",
                                       "a-word-that-is-longer-than-the-longest-size"};
constexpr WordList kList(kWords);

TEST_CASE("a word list has its words and no others") {
  for (const std::string_view word : kWords) CHECK(kList.Has(word));
  CHECK_FALSE(kList.Has(""));
  CHECK_FALSE(kList.Has("b"));
  CHECK_FALSE(kList.Has("ac"));
  CHECK_FALSE(kList.Has("a-word-that-is-longer-than-the-longest-sizes"));
}

TEST_CASE("a word list answers as a search of all its words does") {
  std::mt19937 random(5);
  for (int i = 0; i < 20000; ++i) {
    std::string word(random() % 4, 'a');
    for (char& c : word) c = "abndu"[random() % 5];
    CAPTURE(word);
    CHECK(kList.Has(word) ==
          (std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords)));
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
