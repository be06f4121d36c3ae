#include "src/base/regex.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("base/regex");

namespace referee {
namespace {

TEST_CASE("a pattern is found anywhere in the text") {
  const auto regex = Regex::Compile("b+c");
  REQUIRE(regex.ok());
  CHECK(regex->Occurs("abbcd"));
  CHECK(!regex->Occurs("abd"));
  CHECK(!regex->Occurs(""));
}

TEST_CASE("a pattern that is malformed or too large is refused without being repeated") {
  for (const std::string pattern : {"(secret", "secret[", "*secret", "(?P<n",
                                    "(secret{1000}){1000}", "(?=secret)", "\\1secret"}) {
    CAPTURE(pattern);
    const auto regex = Regex::Compile(pattern);
    REQUIRE(!regex.ok());
    CHECK(regex.status().code() == absl::StatusCode::kInvalidArgument);
    CHECK(std::string(regex.status().message()).find("secret") == std::string::npos);
  }
}

TEST_CASE("a pattern that would take others exponential time takes linear time") {
  const auto regex = Regex::Compile("^(a+)+$");
  REQUIRE(regex.ok());
  CHECK(!regex->Occurs(std::string(200000, 'a') + "b"));
}

TEST_CASE("a copy of an expression finds the same") {
  const auto regex = Regex::Compile("x");
  REQUIRE(regex.ok());
  const Regex copy = *regex;
  CHECK(copy.Occurs("axb"));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
