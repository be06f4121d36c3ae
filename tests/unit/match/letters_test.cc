#include "src/match/letters.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("match/letters");

namespace referee {
namespace {

TEST_CASE("equal letters of both words have one code, ASCII its own") {
  LetterPair words;
  REQUIRE(words.Assign("ażb", "ża"));
  CHECK(words.a_size == 3);
  CHECK(words.b_size == 2);
  CHECK(words.a[0] == 'a');
  CHECK(words.a[1] == words.b[0]);
  CHECK(words.a[0] == words.b[1]);
}

TEST_CASE("bytes that are no UTF-8 are letters of their own") {
  LetterPair words;
  REQUIRE(words.Assign("\xFF\xC3", "\xC3\xFF"));
  CHECK(words.a_size == 2);
  CHECK(words.a[0] == words.b[1]);
  CHECK(words.a[0] != words.a[1]);
}

TEST_CASE("sixty-four letters fit and sixty-five do not, whatever their bytes") {
  LetterPair words;
  std::string word;
  for (int i = 0; i < 64; ++i) word += "\xF0\x9F\x98\x80";
  CHECK(words.Assign(word, std::string(64, 'x')));
  CHECK_FALSE(words.Assign(word + "x", ""));
  CHECK_FALSE(words.Assign("", std::string(65, 'x')));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
