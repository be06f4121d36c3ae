#include "src/base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

TEST_SUITE_BEGIN("base/text");

namespace referee {
namespace {

TEST_CASE("a text of blanks alone is blank") {
  for (const std::string_view text :
       {"", " ", "\t\r\n\f\v", "\xC2\xA0", "\xE2\x80\x83", "\xE3\x80\x80", "\xEF\xBB\xBF",
        "\xE2\x80\xAF", "\xE2\x80\x8B", " \xC2\xA0 ", "\xE1\x9A\x80", "\xE2\x81\x9F",
        "\xE2\x80\xA8\xE2\x80\xA9", "\xC2\x85"}) {
    CAPTURE(text);
    CHECK(IsBlank(text));
  }
  for (const std::string_view text : {"a", " 0 ", "\xC2\xA1", "\xC2", "\xE2\x80", "\xE2\x80\x90"}) {
    CAPTURE(text);
    CHECK(!IsBlank(text));
  }
}

TEST_CASE("trimming takes ASCII blanks from both ends and nothing from within") {
  CHECK(TrimAscii(" \t a b\n ") == "a b");
  CHECK(TrimAscii("  ").empty());
  CHECK(TrimAscii("\xC2\xA0x") == "\xC2\xA0x");
}

TEST_CASE("splitting keeps empty parts and joining puts them together again") {
  struct Case {
    std::string text;
    std::size_t parts;
  };
  for (const Case& test :
       {Case{"", 1}, Case{"a", 1}, Case{",", 2}, Case{"a,b", 2}, Case{",a,", 3}, Case{",,,", 4}}) {
    CAPTURE(test.text);
    const std::vector<std::string_view> parts = Split(test.text, ',');
    CHECK(parts.size() == test.parts);
    CHECK(Join({parts.begin(), parts.end()}, ",") == test.text);
  }
  CHECK(Join({}, ", ").empty());
}

TEST_CASE("lower case is for ASCII letters alone") { CHECK(LowerAscii("AZ az09Ä") == "az az09Ä"); }

TEST_CASE("UTF-8 is what table 3-7 of Unicode allows") {
  const std::string_view valid[] = {"",
                                    "a",
                                    "\xC3\xA9",
                                    "\xE2\x82\xAC",
                                    "\xED\x9F\xBF",
                                    "\xEE\x80\x80",
                                    "\xF0\x90\x80\x80",
                                    "\xF4\x8F\xBF\xBF"};
  for (const std::string_view text : valid) CHECK(IsValidUtf8(text));
  const std::string_view invalid[] = {
      "\x80",      // A continuation alone.
      "\xC0\x80",  // Two bytes for NUL.
      "\xC1\xBF",
      "\xC3",          // Cut off.
      "\xE0\x9F\xBF",  // Three bytes for what two hold.
      "\xED\xA0\x80",  // A surrogate.
      "\xED\xBF\xBF",
      "\xF0\x8F\xBF\xBF",
      "\xF4\x90\x80\x80",  // Beyond U+10FFFF.
      "\xF5\x80\x80\x80",
      "\xFF",
      "a\xE2\x82",
      "\xE2\x82\x28",
  };
  for (const std::string_view text : invalid) CHECK(!IsValidUtf8(text));
}

TEST_CASE("every scalar value is written as valid UTF-8 of its length") {
  bool all = true;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string out;
    AppendUtf8(c, out);
    const std::size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    all = all && out.size() == length && IsValidUtf8(out);
  }
  CHECK(all);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
