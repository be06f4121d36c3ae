#include "src/cel/duration_text.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "src/cel/equality.h"

TEST_SUITE_BEGIN("cel/duration_text");

namespace referee::cel {
namespace {

TEST_CASE("a duration is a sign and numbers with units") {
  const auto read = [](std::string_view text) { return FormatDuration(ParseDuration(text)); };
  CHECK(read("0") == "0s");
  CHECK(read("1h30m") == "5400s");
  CHECK(read("-1.5s") == "-1.5s");
  CHECK(read("+1ms1us1ns") == "0.001001001s");
  CHECK(read("1.5h") == "5400s");
  CHECK(read(".5m") == "30s");
  CHECK(read("1.0000000019s") == "1.000000001s");
  CHECK(read("-0.000000001s") == "-0.000000001s");
  CHECK(read("9223372036.854775807s") == "9223372036.854775807s");
  CHECK(read("-9223372036.854775808s") == "-9223372036.854775808s");
}

TEST_CASE("anything else is an error, and so is what leaves the range") {
  for (const std::string text :
       {"", "-", "1", "s", "1d", "1w", "1 s", "1h ", "--1s", ".s", "1.s.", "9223372036.854775808s",
        "-9223372036.854775809s", "99999999999999999999999999999999999999999999s", "3000000h"}) {
    CAPTURE(text);
    CHECK(ParseDuration(text).is_error());
  }
}

TEST_CASE("what is written reads back the same") {
  std::mt19937_64 random(3);
  for (int i = 0; i < 5000; ++i) {
    const auto total = static_cast<std::int64_t>(random() >> (random() % 64));
    const Value duration =
        Value::Duration(total / 1000000000, static_cast<std::int32_t>(total % 1000000000));
    CHECK(Equal(ParseDuration(FormatDuration(duration)), duration));
  }
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
