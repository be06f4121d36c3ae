#include "src/intake/ndjson.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

TEST_SUITE_BEGIN("intake/ndjson");

namespace referee {
namespace {

std::string Lines(std::string_view bytes) {
  std::string out;
  NdjsonLines lines(bytes);
  while (lines.Next())
    out += std::to_string(lines.number()) + ":" + std::string(lines.text()) + ";";
  return out;
}

TEST_CASE("lines are counted from one and blank lines count but give nothing") {
  struct Case {
    std::string bytes, lines;
  };
  const Case cases[] = {
      {"", ""},
      {"\n\n  \n\t\r\n", ""},
      {"a", "1:a;"},
      {"a\n", "1:a;"},
      {"a\nb", "1:a;2:b;"},
      {"a\r\nb\r\n", "1:a;2:b;"},
      {"\n\na\n \nb\n", "3:a;5:b;"},
      {" a \n", "1: a ;"},
      {"a\rb\n", "1:a\rb;"},
      {std::string("\0\n", 2), std::string("1:\0;", 4)},
  };
  for (const Case& test : cases) {
    CAPTURE(test.bytes);
    CHECK(Lines(test.bytes) == test.lines);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
