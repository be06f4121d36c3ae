#include "src/base/error_location.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("base/error_location");

namespace referee {
namespace {

TEST_CASE("a pointer grows from the inside out") {
  const absl::Status status =
      InsideOf("lead", InsideOf("emails", InsideOf(std::size_t{2}, Invalid("must be a string"))));
  CHECK(ErrorPointer(status) == "/lead/emails/2");
  CHECK(status.message() == "must be a string");
  CHECK(status.code() == absl::StatusCode::kInvalidArgument);
}

TEST_CASE("a pointer escapes what RFC 6901 escapes") {
  struct Case {
    std::string segment, pointer;
  };
  for (const Case& test : {Case{"a/b", "/a~1b"}, Case{"m~n", "/m~0n"}, Case{"~1", "/~01"},
                           Case{"", "/"}, Case{"0", "/0"}, Case{"ä b", "/ä b"}}) {
    CAPTURE(test.segment);
    CHECK(ErrorPointer(InsideOf(test.segment, Invalid("x"))) == test.pointer);
  }
}

TEST_CASE("a success carries no place") {
  CHECK(InsideOf("a", absl::OkStatus()).ok());
  CHECK(InsideOf(std::size_t{1}, absl::OkStatus()).ok());
  CHECK(AtLine("f", 1, absl::OkStatus()).ok());
  CHECK(AtColumn(1, 1, absl::OkStatus()).ok());
  CHECK(WithCode("x", absl::OkStatus()).ok());
  CHECK(ErrorPointer(absl::OkStatus()).empty());
  CHECK(ErrorLine(absl::OkStatus()) == 0);
}

TEST_CASE("the first line that an error names is kept") {
  absl::Status status = AtLine("inner.csv", 7, Invalid("is wrong"));
  status = AtLine("outer.csv", 1, status);
  CHECK(ErrorFile(status) == "inner.csv");
  CHECK(ErrorLine(status) == 7);
}

TEST_CASE("an error reads as file and line and pointer and message") {
  struct Case {
    absl::Status status;
    std::string text;
  };
  const Case cases[] = {
      {Invalid("is wrong"), "is wrong"},
      {InsideOf("id", Invalid("is wrong")), "/id: is wrong"},
      {AtLine("a.ndjson", 3, InsideOf("id", Invalid("is wrong"))), "a.ndjson:3: /id: is wrong"},
      {AtLine("", 3, Invalid("is wrong")), "3: is wrong"},
      {AtLine("a.ndjson", 0, Invalid("is wrong")), "a.ndjson: is wrong"},
      {AtColumn(2, 5, Invalid("is wrong")), "2:5: is wrong"},
  };
  for (const Case& test : cases) CHECK(DescribeError(test.status) == test.text);
}

TEST_CASE("a wrong kind says what was expected and what was found") {
  CHECK(InvalidKind("a string", "a number").message() == "must be a string, found a number");
}

TEST_CASE("a code stands beside the place") {
  const absl::Status status = InsideOf("a", WithCode("cel.overflow", Invalid("is too large")));
  CHECK(ErrorCode(status) == "cel.overflow");
  CHECK(ErrorPointer(status) == "/a");
  CHECK(ErrorCode(Invalid("x")).empty());
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
