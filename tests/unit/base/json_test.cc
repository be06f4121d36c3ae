#include "src/base/json.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/error_location.h"
#include "tests/reference/base/strict_json.h"

TEST_SUITE_BEGIN("base/json");

namespace referee::json {
namespace {

// "/pointer: message", or the document as it was understood.
std::string Outcome(std::string_view bytes, const Limits& limits = {}) {
  Parser parser;
  const auto node = parser.Parse(bytes, limits);
  if (!node.ok()) return DescribeError(node.status());
  std::string out;
  AppendJson(**node, out);
  return out;
}

std::string Nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

TEST_CASE("a document is read with its members in order and its numbers as written") {
  const std::string_view cases[] = {
      "null",
      "true",
      "\"\"",
      "[]",
      "{}",
      R"([1,-0,0.10,1e5,1E+5,12345678901234567890123,1e999,-1e999,1e-999])",
      "-1e999",
      R"({"a":1e999,"b":[123456789012345678901234567890],"c":1})",
      R"({"b":1,"a":{"d":[null,false],"c":"é"}})",
  };
  for (const std::string_view text : cases) CHECK(Outcome(text) == text);
  CHECK(Outcome(" {\n\"a\" :\t[ 1 , 2 ] }\r\n") == R"({"a":[1,2]})");
  CHECK(Outcome(R"("\u00e9\ud83d\ude00\/\b\f\n\r\t")") ==
        "\"é\U0001F600/\\u0008\\u000c\\n\\r\\t\"");
}

TEST_CASE("what two readers could understand differently is refused with its place") {
  struct Case {
    std::string text, error;
  };
  const Case cases[] = {
      {R"({"a":1,"a":2})", "/a: is given twice"},
      {R"({"x":{"a":1,"b":2,"a":3}})", "/x/a: is given twice"},
      {R"({"a":1,"\u0061":2})", "/a: is given twice"},
      {R"([{},{"k":[0,{"t":1,"t":1}]}])", "/1/k/1/t: is given twice"},
      {"\xEF\xBB\xBF{}", "starts with a byte order mark"},
      {"{\"a\":\"\xFF\"}", "is not valid UTF-8"},
      {"{\"a\":\"\xED\xA0\x80\"}", "is not valid UTF-8"},
      {R"({"a":{"b":"\ud800"}})", "/a/b: is a string with an invalid escape"},
      {R"({"a":["\udc00\ud800"]})", "/a/0: is a string with an invalid escape"},
      {R"({"a":"\x41"})", "/a: is a string with an invalid escape"},
      {R"({"a":01})", "/a: is not valid JSON"},
      {R"({"a":+1})", "/a: is not valid JSON"},
      {R"({"a":.5})", "/a: is not valid JSON"},
      {R"({"a":5.})", "/a: is not valid JSON"},
      {R"({"a":1e})", "/a: is not valid JSON"},
      {R"({"a":NaN})", "/a: is not valid JSON"},
      {R"({"a":nul})", "/a: is not valid JSON"},
      {R"({"a":truex})", "/a: is not valid JSON"},
      {"{} {}", "has text after the JSON document"},
      {"1 2", "is not valid JSON"},
      {"\"a\" \"b\"", "has text after the JSON document"},
      {"", "must be a JSON document, found nothing"},
      {"   ", "must be a JSON document, found nothing"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(Outcome(test.text) == test.error);
  }
}

TEST_CASE("broken syntax is an error wherever it stands") {
  for (const std::string text : {"{",
                                 "}",
                                 "[",
                                 "]",
                                 "{]",
                                 "[}",
                                 "[1",
                                 "[1,",
                                 "[1,]",
                                 "[,1]",
                                 "[1 2]",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{,}",
                                 "{\"a\":1 \"b\":2}",
                                 "{a:1}",
                                 "{'a':1}",
                                 "{1:1}",
                                 "{\"a\":1}}",
                                 "[[]",
                                 "[]]",
                                 "\"a",
                                 "\"a\n\"",
                                 "tru",
                                 "nulll",
                                 "falsee",
                                 "// x\n1",
                                 "[1]//",
                                 "-",
                                 "--1",
                                 "1.2.3",
                                 "\"\\u12\"",
                                 "\"\\",
                                 "{\"a\":{\"b\":[1,2}}",
                                 "undefined",
                                 "Infinity"}) {
    CAPTURE(text);
    Parser parser;
    CHECK(!parser.Parse(text).ok());
  }
}

TEST_CASE("nesting is allowed up to the limit and not one level deeper") {
  CHECK(Outcome(Nested(64)) == Nested(64));
  CHECK(Outcome(Nested(65)).find("nests deeper than 64 levels") != std::string::npos);
  std::string objects = "1";
  for (int i = 0; i < 64; ++i) objects = "{\"a\":" + objects + "}";
  CHECK(Outcome(objects) == objects);
  CHECK(Outcome("{\"a\":" + objects + "}").find("nests deeper than 64 levels") !=
        std::string::npos);
  // Far beyond, it still is the same error and no exhausted stack.
  CHECK(Outcome(Nested(1'000'000)).find("nests deeper than 64 levels") != std::string::npos);
  Parser parser;
  CHECK(!parser.Parse(std::string(1'000'000, '[')).ok());
}

TEST_CASE("sizes are allowed up to their limits and not one further") {
  Limits limits;
  limits.max_document_bytes = 10;
  limits.max_members = 2;
  limits.max_elements = 3;
  Parser parser;
  CHECK(parser.Parse("[1,2,3]", limits).ok());
  CHECK(parser.Parse("[1,2,3,4]", limits).status().code() == absl::StatusCode::kResourceExhausted);
  CHECK(parser.Parse("[1,2,3]   ", limits).ok());
  CHECK(parser.Parse("[1,2,3]    ", limits).status().code() ==
        absl::StatusCode::kResourceExhausted);
  limits.max_document_bytes = 1000;
  CHECK(parser.Parse(R"({"a":1,"b":2})", limits).ok());
  const auto many = parser.Parse(R"({"x":{"a":1,"b":2,"c":3}})", limits);
  CHECK(many.status().code() == absl::StatusCode::kResourceExhausted);
  CHECK(ErrorPointer(many.status()) == "/x");
}

TEST_CASE("a name given twice is found among few and among many members") {
  for (const int count : {2, 47, 48, 49, 1000}) {
    CAPTURE(count);
    std::string text = "{";
    for (int i = 0; i < count; ++i) text += "\"m" + std::to_string(i) + "\":0,";
    CHECK(Outcome(text + "\"z\":0}").find("twice") == std::string::npos);
    CHECK(Outcome(text + "\"m1\":0}") == "/m1: is given twice");
  }
}

TEST_CASE("a parser forgets the document before") {
  Parser parser;
  REQUIRE(parser.Parse(R"({"a":[1,2,{"b":"c"}]})").ok());
  CHECK(!parser.Parse("{\"a\":").ok());
  const auto node = parser.Parse("[true]");
  REQUIRE(node.ok());
  CHECK((*node)->kind == Kind::kArray);
  CHECK((*node)->elements.size() == 1);
  CHECK((*node)->members.empty());
  CHECK((*node)->Find("a") == nullptr);
}

TEST_CASE("an integer is digits inside of its range and nothing else") {
  Parser parser;
  const auto integer = [&](std::string_view text, std::int64_t low, std::int64_t high) {
    const auto node = parser.Parse(text);
    REQUIRE(node.ok());
    const auto value = ToInteger(**node, low, high);
    return value.ok() ? std::to_string(*value) : std::string(value.status().message());
  };
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK(integer("9223372036854775807", least, most) == "9223372036854775807");
  CHECK(integer("-9223372036854775808", least, most) == "-9223372036854775808");
  CHECK(integer("-0", 0, 5) == "0");
  CHECK(integer("5", 0, 5) == "5");
  const std::string outside =
      "must be an integer from 0 to 5, found a number outside of that range";
  CHECK(integer("6", 0, 5) == outside);
  CHECK(integer("-1", 0, 5) == outside);
  CHECK(integer("9223372036854775808", 0, 5) == outside);
  CHECK(integer("99999999999999999999999999", 0, 5) == outside);
  const std::string fraction = "must be an integer, found a number with a fraction or an exponent";
  CHECK(integer("1.0", 0, 5) == fraction);
  CHECK(integer("1e0", 0, 5) == fraction);
  CHECK(integer("1E2", 0, 5) == fraction);
  CHECK(integer("\"1\"", 0, 5) == "must be an integer, found a string");
  CHECK(integer("true", 0, 5) == "must be an integer, found a boolean");
  CHECK(integer("null", 0, 5) == "must be an integer, found null");
  CHECK(integer("[]", 0, 5) == "must be an integer, found a list");
  CHECK(integer("{}", 0, 5) == "must be an integer, found an object");
}

TEST_CASE("a number too large for a double is refused and one too small is zero") {
  Parser parser;
  const auto number = [&](std::string_view text) {
    const auto node = parser.Parse(text);
    REQUIRE(node.ok());
    return ToDouble(**node);
  };
  CHECK(*number("0.1") == 0.1);
  CHECK(*number("-1.7976931348623157e308") == -1.7976931348623157e308);
  CHECK(*number("1e-400") == 0);
  CHECK(*number("5e-324") == 5e-324);
  CHECK(!number("1e309").ok());
  CHECK(!number("-1e309").ok());
  CHECK(!number("1" + std::string(400, '0')).ok());
  CHECK(*number("0." + std::string(400, '0') + "1") == 0);
  CHECK(*number("1" + std::string(400, '0') + "e-800") == 0);
  CHECK(!number("0." + std::string(400, '0') + "1e800").ok());
  CHECK(*number("1e-99999999999999999999") == 0);
  CHECK(!number("1e+99999999999999999999").ok());
  CHECK(*number("0e99999999999999999999") == 0);
  CHECK(number("\"1\"").status().message() == "must be a number, found a string");
}

TEST_CASE("canonical text does not depend on the order of members or on blanks") {
  Parser parser;
  const auto canonical = [&](std::string_view text) {
    const auto node = parser.Parse(text);
    REQUIRE(node.ok());
    std::string out;
    AppendCanonical(**node, out);
    return out;
  };
  CHECK(canonical(R"({"b":[{"z":1,"y":2}],"a":"\u0041"})") == R"({"a":"A","b":[{"y":2,"z":1}]})");
  CHECK(canonical("{ \"a\":1 , \"b\":2 }") == canonical(R"({"b":2,"a":1})"));
  // Lists keep their order, numbers their text.
  CHECK(canonical("[2,1]") != canonical("[1,2]"));
  CHECK(canonical("1.0") != canonical("1"));
}

// Documents that are almost JSON: random pieces, most of which belong together.
std::string RandomDocument(std::mt19937& random, int depth) {
  static const std::vector<std::string> pieces = {
      "1",           "-2.5e3",  "01",  "true",   "null",     "\"a\"", "\"\\ud83d\\ude00\"",
      "\"\\ud800\"", "\"\\n\"", "tru", "-",      "\"\x80\"", "\"é\"", " 7 ",
      "1 1",         "",        "0.0", "\"\\q\""};
  const auto roll = random() % 10;
  if (depth == 0 || roll < 4) return pieces[random() % (random() % 4 == 0 ? pieces.size() : 6)];
  const bool is_list = roll < 7;
  std::string out = is_list ? "[" : "{";
  const auto count = random() % 4;
  for (unsigned i = 0; i < count; ++i) {
    if (i > 0) out += random() % 40 == 0 ? " " : ",";
    if (!is_list) out += "\"" + std::string(1, static_cast<char>('a' + random() % 6)) + "\":";
    out += RandomDocument(random, depth - 1);
  }
  if (random() % 40 == 0) out += ',';
  if (random() % 60 == 0) return out;
  return out + (is_list ? "]" : "}");
}

TEST_CASE("a document is understood as the slow strict reader does, the first time and again") {
  std::mt19937 random(2026);
  Parser parser, second;
  Limits limits;
  limits.max_depth = 4;
  limits.max_elements = 3;
  int accepted = 0, read_again = 0;
  constexpr int kDocuments = 20000;
  for (int i = 0; i < kDocuments; ++i) {
    const std::string text = RandomDocument(random, 5);
    CAPTURE(text);
    const auto expected = reference::StrictJson(text, limits);
    const auto node = parser.Parse(text, limits);
    REQUIRE(node.ok() == expected.has_value());
    if (!node.ok()) continue;
    std::string out;
    AppendJson(**node, out);
    REQUIRE(out == *expected);
    ++accepted;
    const Node* known = second.ParseAgain(text);
    if (known == nullptr) continue;
    std::string again;
    AppendJson(*known, again);
    REQUIRE(again == out);
    ++read_again;
  }
  CHECK(read_again > accepted / 2);
  // The comparison means something only if both outcomes are frequent.
  CHECK(accepted > kDocuments / 10);
  CHECK(accepted < kDocuments * 9 / 10);
}

}  // namespace
}  // namespace referee::json

TEST_SUITE_END();
