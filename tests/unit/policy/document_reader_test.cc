#include "src/policy/document_reader.h"

#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/document_reader");

namespace referee::testing {
namespace {

TEST_CASE("errors point at the member and name what was found and expected, never the value") {
  const Json object(R"({"a":"x","n":5,"l":["y",7],"b":true,"f":1.5,"secret":"s3cret"})");
  struct Row {
    absl::Status status;
    const char* pointer;
    const char* says;
  };
  const Row rows[] = {
      {policy::Member(*object, "zz", json::Kind::kObject).status(), "/zz", "is required"},
      {policy::Member(*object, "secret", json::Kind::kObject).status(), "/secret", "a string"},
      {policy::Member(*object->Find("a"), "x", json::Kind::kString).status(), "", "a string"},
      {policy::TextMember(*object, "n").status(), "/n", "a number"},
      {policy::OptionalText(*object, "b").status(), "/b", "a boolean"},
      {policy::TextsMember(*object, "l").status(), "/l/1", "a number"},
      {policy::OptionalInteger(*object, "n", 6, 9, 6).status(), "/n", "6"},
      {policy::OptionalInteger(*object, "f", 0, 9, 0).status(), "/f", "integer"},
      {policy::OptionalFlag(*object, "n", true).status(), "/n", "a boolean"},
      {policy::OnlyMembers(*object, {"a", "n", "l", "b", "f"}), "/secret", "no member"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pointer);
    REQUIRE_FALSE(row.status.ok());
    CHECK(ErrorPointer(row.status) == row.pointer);
    CHECK(DescribeError(row.status).find(row.says) != std::string::npos);
    CHECK(DescribeError(row.status).find("s3cret") == std::string::npos);
  }
}

TEST_CASE("what is optional and absent has its stand-in") {
  const Json object("{}");
  CHECK(*policy::OptionalInteger(*object, "n", 1, 9, 4) == 4);
  CHECK(*policy::OptionalFlag(*object, "b", true));
  CHECK(policy::OptionalText(*object, "t")->empty());
  CHECK(*policy::OptionalMember(*object, "o", json::Kind::kObject) == nullptr);
  CHECK(policy::OnlyMembers(*object, {}).ok());
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
