#include "src/cel/parser.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/error_location.h"

TEST_SUITE_BEGIN("cel/parser");

namespace referee::cel {
namespace {

absl::Status ParseStatus(std::string_view source) {
  return Parse(source, MacroUse::kExpand, {}).status();
}

std::string Repeat(std::string_view part, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += part;
  return out;
}

TEST_CASE("what is no expression is refused with its place") {
  struct Case {
    std::string source;
    std::size_t column;
  };
  for (const Case& each :
       {Case{"", 1}, Case{"1 +", 4}, Case{"(1", 3}, Case{"a b", 3}, Case{"f(1,)", 5},
        Case{"[1,,2]", 4}, Case{"{1: }", 5}, Case{"a.1", 2}, Case{"-!a", 2},
        Case{"a ? b ? c : d : e", 7}, Case{"if", 1}, Case{"for(1)", 1}, Case{"a.?f(1)", 5},
        Case{"a.true", 3}, Case{"1 in", 5}, Case{"a..b", 3}, Case{"'\\q'", 1}, Case{"1 = 1", 3}}) {
    CAPTURE(each.source);
    const absl::Status status = ParseStatus(each.source);
    CHECK(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(ErrorCode(status) == "cel.syntax");
    CHECK(ErrorColumn(status) == each.column);
  }
}

TEST_CASE("what the grammar allows is taken") {
  for (const std::string source :
       {"a.if", "a.package()", ".a", ".f(1)", "[1, 2,]", "{1: 2,}", "a.`b-c`", "a[?0].?b",
        "[?a, b]", "{?'a': b}", "!-1", "--1", "a ? (b ? c : d) : e", "a ? b : c ? d : e",
        "-9223372036854775808", "1 < 2 == true", "has(a.b)", "a.all(x)"}) {
    CAPTURE(source);
    CHECK(ParseStatus(source).ok());
  }
}

TEST_CASE("a message literal is refused by name") {
  CHECK(ErrorCode(ParseStatus("a.B{}")) == "cel.unsupported");
  CHECK(ErrorCode(ParseStatus("B{c: 1}")) == "cel.unsupported");
}

TEST_CASE("nesting is limited whatever it is made of") {
  const std::string hostile[] = {Repeat("(", 300) + "1" + Repeat(")", 300),
                                 Repeat("!", 100000),
                                 Repeat("!!(", 30000),
                                 Repeat("-", 1000) + "x",
                                 Repeat("[", 100000),
                                 Repeat("{1:", 30000),
                                 Repeat("a?b:", 1000) + "c",
                                 Repeat("f(", 30000),
                                 "a" + Repeat(".b", 1000),
                                 "a" + Repeat("[0]", 1000),
                                 Repeat("1+", 1000) + "1",
                                 "a" + Repeat(".map(x,x)", 1000),
                                 Repeat("a.exists(x,", 1000)};
  for (const std::string& source : hostile) {
    CAPTURE(source.substr(0, 12));
    const absl::Status status = ParseStatus(source);
    CHECK(status.code() == absl::StatusCode::kResourceExhausted);
    CHECK(ErrorCode(status) == "cel.limit");
  }
}

TEST_CASE("a row of operands is no nesting") {
  CHECK(ParseStatus(Repeat("a && ", 10000) + "a").ok());
  CHECK(ParseStatus(Repeat("a || b && ", 9000) + "a").ok());
  CHECK(ParseStatus("[" + Repeat("1,", 20000) + "]").ok());
}

TEST_CASE("size is limited in code points and in parts") {
  CHECK(ParseStatus("'" + Repeat("\xC3\xA9", 99998) + "'").ok());
  CHECK(ParseStatus("'" + Repeat("\xC3\xA9", 99999) + "'").code() ==
        absl::StatusCode::kResourceExhausted);
  Limits limits;
  limits.max_nodes = 10;
  CHECK(Parse("[1,2,3,4,5,6,7,8,9]", MacroUse::kExpand, limits).ok());
  CHECK(Parse("[1,2,3,4,5,6,7,8,9,10]", MacroUse::kExpand, limits).status().code() ==
        absl::StatusCode::kResourceExhausted);
}

TEST_CASE("a source that is not UTF-8 is refused") {
  CHECK(ErrorCode(ParseStatus("'\xFF'")) == "cel.syntax");
  CHECK(ErrorCode(ParseStatus("\xC3")) == "cel.syntax");
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
