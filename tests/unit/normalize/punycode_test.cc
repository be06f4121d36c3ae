#include "src/normalize/punycode.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("normalize/punycode");

namespace referee {
namespace {

// The samples of RFC 3492, section 7.1, in lower case; more against Python's codec in
// tests/reference/python/domains.py.
TEST_CASE("the samples of RFC 3492 encode as printed there") {
  struct Case {
    std::string label, encoded;
  };
  const Case cases[] = {
      {"ليهمابتكلموشعربي\u061f", "xn--egbpdaj6bu4bxfgehfvwxn"},
      {"他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"},
      {"他們爲什麽不說中文", "xn--ihqwctvzc91f659drss3x8bo0yb"},
      {"pročprostěnemluvíčesky", "xn--proprostnemluvesky-uyb24dma41a"},
      {"почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"},
      {"3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"},
      {"-> $1.00 <-", "-> $1.00 <-"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.label);
    CHECK(AsciiHost(test.label) == test.encoded);
  }
}

TEST_CASE("the German sharp s is not two letters in a domain") {
  CHECK(AsciiHost("straße.de") == "xn--strae-oqa.de");
  CHECK(AsciiHost("STRAẞE.de") == "xn--strae-oqa.de");
  CHECK(AsciiHost("strasse.de") == "strasse.de");
}

TEST_CASE("any bytes give a host and what is no host comes back lowered") {
  CHECK(AsciiHost("").empty());
  CHECK(AsciiHost("A\xFF.DE") == "a\xFF.de");
  CHECK(AsciiHost("..ü..") == "..xn--tda..");
  const std::string long_label = std::string(300, 'x') + "ü";
  CHECK(AsciiHost(long_label) == long_label);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
