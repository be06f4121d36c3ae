#include "src/policy/look_alike.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("policy/look_alike");

namespace referee::testing {
namespace {

using policy::Reading;
using policy::ShapeOf;

TEST_CASE("spellings that look alike have one shape") {
  const std::string shape = ShapeOf("guarantee", {});
  for (const char* text :
       {"Guarantee", "GUARANTEE", "g u a r a n t e e", "gua\nran\ttee", "g-u-a-r-a-n-t-e-e",
        "guar\u200Bantee", "guar\u00ADantee", "gu\u202Earantee",
        "g\u0443\u0430r\u0430nt\u0435\u0435",
        "\uFF27\uFF35\uFF21\uFF32\uFF21\uFF2E\uFF34\uFF25\uFF25", "\u0261uarantee",
        "\U0001D420\U0001D42E\U0001D41A\U0001D42B\U0001D41A\U0001D427\U0001D42D\U0001D41E"
        "\U0001D41E",
        "gu\u00E1r\u00E0nt\u00EB\u00E9", "gua\u0301rantee", "guarrantee", "guaranteee",
        "\u0262\u1D1C\u1D00\u0280\u1D00\u0274\u1D1B\u1D07\u1D07",
        "\U0001F1EC\U0001F1FA\U0001F1E6\U0001F1F7\U0001F1E6\U0001F1F3\U0001F1F9\U0001F1EA"}) {
    CAPTURE(text);
    // In the second Cyrillic spelling "u" is written with the letter that looks like "y".
    const std::string found = ShapeOf(text, {});
    CHECK((found == shape || found == "gyarante"));
  }
}

TEST_CASE("digits and signs are letters only in the reading that says so") {
  CHECK(ShapeOf("y0u w1ll", {true, false}) == ShapeOf("you will", {}));
  CHECK(ShapeOf("y0u w1ll", {}) == "yuwi");
  CHECK(ShapeOf("gu@r@ntee", {false, true}) == ShapeOf("guarantee", {}));
  CHECK(ShapeOf("you, (1) will!", {}) == ShapeOf("you will", {}));
  CHECK(ShapeOf("|s", {false, true}) == "is");
}

TEST_CASE("pairs that look like one letter are read as it") {
  CHECK(policy::WithPairs("yourcornmision") == "yourcomision");
  CHECK(policy::WithPairs("rn") == "m");
  CHECK(policy::WithPairs("r") == "r");
  CHECK(policy::WithPairs("") == "");
}

TEST_CASE("bytes that are no text have a shape too") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (std::size_t from = 0; from < bytes.size(); ++from) {
    for (const char c : ShapeOf(bytes.substr(from), {true, true})) CHECK((c >= 'a' && c <= 'z'));
  }
  CHECK(ShapeOf("\xF0\x9F", {}).empty());
  CHECK(ShapeOf("", {}).empty());
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
