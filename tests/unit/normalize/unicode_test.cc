#include "src/normalize/unicode.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "src/base/text.h"

TEST_SUITE_BEGIN("normalize/unicode");

namespace referee {
namespace {

// What Python's unicodedata can say is tested against it: tests/reference/python/folding.py.
TEST_CASE("what people would call the same folds to the same") {
  struct Case {
    std::string text, folded;
  };
  const Case cases[] = {
      {"", ""},
      {"  A \t B\r\n", "a b"},
      {"\xC2\xA0Müller\xE3\x80\x80GmbH\xC2\xA0", "muller gmbh"},
      {"MÜLLER", "muller"},
      {"Mu\xCC\x88ller", "muller"},  // The mark as a character of its own.
      {"Straße", "strasse"},
      {"STRASSE", "strasse"},
      {"ẞ", "ss"},
      {"Łódź", "lodz"},
      {"Søren Ærøskøbing", "soren aeroskobing"},
      {"Đakovo Þór Ðe", "dakovo thor de"},
      {"œuvre", "oeuvre"},
      {"İstanbul ISPARTA ısparta", "istanbul isparta isparta"},
      {"Αθήνα", "athina"},
      {"Москва", "moskva"},
      {"Ｆｕｌｌ\u3000Ｗｉｄｔｈ", "full width"},
      {"ﬁ \u2460", "fi 1"},
      {"한국", "한국"},
      {"東京", "東京"},
      {"O\u2019Brien O\u2018Brien OʼBrien", "o'brien o'brien o'brien"},
      {"a\u2013b\u2014c\u2010d", "a-b-c-d"},
      {"zero\xE2\x80\x8Bwidth\xE2\x80\x8D", "zerowidth"},
      {"\xEF\xBB\xBF"
       "bom",
       "bom"},
      {"a\x01\x7F"
       "b",
       "a b"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(Fold(test.text) == test.folded);
  }
}

TEST_CASE("bytes that are not UTF-8 are dropped and the rest stays") {
  CHECK(Fold("a\xFFz") == "az");
  CHECK(Fold("\xC3") == "");
  CHECK(Fold("é\x80é") == "ee");
  CHECK(Fold("\xED\xA0\x80x") == "x");
}

TEST_CASE("folding any bytes gives UTF-8 that folds to itself") {
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) {
      if (random() % 3 == 0) {
        text += static_cast<char>(random() % 256);
      } else {
        const auto c = static_cast<char32_t>(random() % 0x3000);
        AppendUtf8(c, text);
      }
    }
    CAPTURE(text);
    const std::string folded = Fold(text);
    CHECK(IsValidUtf8(folded));
    CHECK(Fold(folded) == folded);
    CHECK(folded.find("  ") == std::string::npos);
    CHECK((folded.empty() || (folded.front() != ' ' && folded.back() != ' ')));
  }
}

TEST_CASE("folding takes linear time whatever the bytes") {
  const std::size_t size = 1 << 20;
  CHECK(Fold(std::string(size, '\xFF')).empty());
  CHECK(Fold(std::string(size, 'A')).size() == size);
  std::string marks = "a";
  for (std::size_t i = 0; i < size / 8; ++i) marks += "\xCC\x81";
  CHECK(Fold(marks) == "a");
}

TEST_CASE("words are letters and digits and the signs that mean and") {
  const auto words = [](const std::string& text) {
    std::string out;
    for (const std::string& word : Words(text)) out += "[" + word + "]";
    return out;
  };
  CHECK(words("s.a. o'brien a-b c/d") == "[sa][obrien][a][b][c][d]");
  CHECK(words("a&b + c") == "[a][&][b][+][c]");
  CHECK(words("(x), \"y\"; z!") == "[x][y][z]");
  CHECK(words("東京 한국") == "[東京][한국]");
  CHECK(words("...").empty());
}

TEST_CASE("an identifier keeps letters and digits in upper case") {
  CHECK(Alphanumeric(" n1 9-gu ") == "N19GU");
  CHECK(Alphanumeric("ＤＥ \uff11\uff12") == "DE12");
  CHECK(Alphanumeric("é/ü") == "EU");
  CHECK(Alphanumeric("--").empty());
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
