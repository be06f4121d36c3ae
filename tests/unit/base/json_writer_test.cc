#include "src/base/json_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <string>

#include "src/base/json.h"
#include "src/base/text.h"

TEST_SUITE_BEGIN("base/json_writer");

namespace referee::json {
namespace {

TEST_CASE("values are written in the order they are told with commas between") {
  std::string out;
  Writer writer(&out);
  writer.BeginObject().Key("a").Integer(-1).Key("b").BeginArray().Null().Bool(true).String("x");
  writer.BeginObject().EndObject().BeginArray().EndArray().EndArray().Key("c").Double(0.5);
  writer.Key("d").Raw("{\"e\":1}").EndObject();
  CHECK(out == R"({"a":-1,"b":[null,true,"x",{},[]],"c":0.5,"d":{"e":1}})");
}

TEST_CASE("a string is escaped as JSON asks and no more") {
  const auto written = [](std::string_view text) {
    std::string out;
    AppendString(text, out);
    return out;
  };
  CHECK(written("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(written("\n\r\t") == R"("\n\r\t")");
  CHECK(written(std::string_view("\0\x01\x1f\x7f", 4)) == "\"\\u0000\\u0001\\u001f\x7f\"");
  CHECK(written("é\u20ac\U0001F600") == "\"é\u20ac\U0001F600\"");
}

TEST_CASE("bytes that are not UTF-8 become replacement characters and the rest stays") {
  std::string out;
  AppendString("a\xFF\xC3\xA9\xE2\x82z\xED\xA0\x80", out);
  CHECK(IsValidUtf8(out));
  CHECK(out.find("\xC3\xA9") != std::string::npos);
  CHECK(out.front() == '"');
  CHECK(out.find('a') == 1);
  CHECK(out.find('\xFF') == std::string::npos);
}

TEST_CASE("repairing long broken text takes linear time") {
  std::string out;
  AppendString(std::string(1 << 20, '\x80'), out);
  CHECK(out.size() == 3 * (std::size_t{1} << 20) + 2);
}

TEST_CASE("a double is written as the shortest text that reads back the same") {
  std::mt19937_64 random(5);
  Parser parser;
  for (int i = 0; i < 5000; ++i) {
    const std::uint64_t bits = random();
    double value = 0;
    static_assert(sizeof bits == sizeof value);
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    std::string out;
    AppendDouble(value, out);
    const auto node = parser.Parse(out);
    REQUIRE(node.ok());
    CHECK(*ToDouble(**node) == value);
  }
  std::string out;
  AppendDouble(std::numeric_limits<double>::infinity(), out);
  AppendDouble(std::numeric_limits<double>::quiet_NaN(), out);
  CHECK(out == "nullnull");
}

TEST_CASE("any text that is written reads back as itself") {
  std::mt19937_64 random(6);
  Parser parser;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::uint64_t n = random() % 20; n > 0; --n) {
      const auto c = static_cast<char32_t>(random() % 0x11000);
      if (c < 0xD800 || c > 0xDFFF) AppendUtf8(c, text);
    }
    std::string out;
    AppendString(text, out);
    const auto node = parser.Parse(out);
    REQUIRE(node.ok());
    CHECK((*node)->text == text);
  }
}

}  // namespace
}  // namespace referee::json

TEST_SUITE_END();
