#include <doctest/doctest.h>

#include <string>

#include "tests/unit/cel/run_expression.h"

TEST_SUITE_BEGIN("cel/from_json");

namespace referee::cel {
namespace {

std::string BindError(std::string_view json, const Schema& schema) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  REQUIRE(node.ok());
  const auto value = FromJson(**node, &schema);
  return value.ok() ? "" : DescribeError(value.status());
}

TEST_CASE("a number that nothing declares is an int when it is written as one") {
  const Value value =
      Bind(R"({"a":1,"b":1.0,"c":1e2,"d":-9223372036854775808,"e":9223372036854775808})");
  CHECK(value.Find("a")->kind() == Kind::kInt);
  CHECK(value.Find("b")->kind() == Kind::kDouble);
  CHECK(value.Find("c")->kind() == Kind::kDouble);
  CHECK(value.Find("d")->kind() == Kind::kInt);
  CHECK(value.Find("e")->kind() == Kind::kDouble);
}

TEST_CASE("declared paths decide what a value becomes") {
  const Schema schema = MakeSchema(R"json({
      "r.i": "int", "r.d": "double", "r.u": "uint", "r.t": "timestamp", "r.l[].x": "double",
      "r.w": "duration", "r.m": "map(string, double)", "r.b": "bytes", "r.s": "list(int)"})json");
  const Value value = Bind(
      R"({"r":{"i":1,"d":1,"u":2,"t":"2026-06-01T00:00:00Z","l":[{"x":3},{"other":1}],"w":"90s",
          "m":{"k":1},"b":"YWI=","s":[1]},"undeclared":1})",
      &schema);
  const Value& r = *value.Find("r");
  CHECK(r.Find("i")->kind() == Kind::kInt);
  CHECK(r.Find("d")->kind() == Kind::kDouble);
  CHECK(r.Find("u")->kind() == Kind::kUint);
  CHECK(r.Find("t")->kind() == Kind::kTimestamp);
  CHECK(r.Find("l")->elements()[0].Find("x")->kind() == Kind::kDouble);
  CHECK(r.Find("l")->elements()[1].Find("other")->kind() == Kind::kInt);
  CHECK(r.Find("w")->duration_seconds() == 90);
  CHECK(r.Find("m")->Find("k")->kind() == Kind::kDouble);
  CHECK(r.Find("b")->bytes_value() == "ab");
  CHECK(value.Find("undeclared")->kind() == Kind::kInt);
}

TEST_CASE("a value that does not fit its declaration is refused with its pointer, not repeated") {
  const Schema schema =
      MakeSchema(R"({"r.i":"int","r.t":"timestamp","r.l[].x":"string","r.o.p":"int"})");
  CHECK(BindError(R"({"r":{"i":1.5}})", schema).starts_with("/r/i: "));
  CHECK(BindError(R"({"r":{"i":"secret"}})", schema).find("secret") == std::string::npos);
  CHECK(BindError(R"({"r":{"t":"secret"}})", schema).find("secret") == std::string::npos);
  CHECK(BindError(R"({"r":{"l":[{"x":"a"},{"x":1}]}})", schema).starts_with("/r/l/1/x: "));
  CHECK(BindError(R"({"r":{"l":{}}})", schema).starts_with("/r/l: "));
  CHECK(BindError(R"({"r":{"o":[]}})", schema).starts_with("/r/o: "));
  CHECK(BindError(R"({"r":{"i":null,"l":null,"o":null}})", schema).empty());
}

TEST_CASE("a schema that is malformed is refused with the path") {
  for (
      const std::string bad :
      {R"({"a..b":"int"})", R"({"":"int"})", R"({"a[":"int"})", R"({"a[]b":"int"})",
       R"({"a":"integer"})", R"({"a":1})", R"({"a":{}})", R"({"a":{"type":"int","absent":"x"}})",
       R"(["a"])",
       R"json({"a":"list(list(list(list(list(list(list(list(list(list(list(list(list(list(int))))))))))))))"})json"}) {
    CAPTURE(bad);
    json::Parser parser;
    const auto node = parser.Parse(bad);
    REQUIRE(node.ok());
    CHECK_FALSE(SchemaFromJson(**node).ok());
  }
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
