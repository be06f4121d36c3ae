#include "src/cel/checker.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/unit/cel/run_expression.h"

TEST_SUITE_BEGIN("cel/checker");

namespace referee::cel {
namespace {

const Schema& TestSchema() {
  static const Schema schema = MakeSchema(R"json({
      "referral.consent": "string", "referral.score": "int", "partner.tier": "string",
      "submission.touches[].kind": "string", "submission.touches[].at": "timestamp",
      "submission.tags": "list(string)", "company.extra": "map(string, dyn)",
      "matches": {"type": "list(dyn)", "absent": "none"},
      "route.note": {"type": "string", "absent": "none"},
      "route.done": {"type": "bool", "absent": "none"},
      "now": "timestamp"})json");
  return schema;
}

absl::StatusOr<Program> CompileEvidence(std::string_view source) {
  CompileOptions options;
  options.mode = Mode::kEvidence;
  options.schema = &TestSchema();
  return Compile(source, options);
}

TEST_CASE("a misspelt path is refused with its place and the nearest declared path") {
  struct Case {
    std::string source;
    std::string suggestion;
    std::size_t column;
  };
  for (const Case& each :
       {Case{"referral.consnet == 'a'", "referral.consent", 10},
        Case{"1 == 1 && partner.teir == 'gold'", "partner.tier", 19},
        Case{"referal.consent == 'a'", "referral.consent", 1},
        Case{"submission.touches.exists(t, t.kynd == 'form')", "submission.touches[].kind", 32},
        Case{"has(referral.concent)", "referral.consent", 14},
        Case{"referral['consnet'] == 'a'", "referral.consent", 9},
        Case{"submission.touches[0].knd == ''", "submission.touches[].kind", 23}}) {
    CAPTURE(each.source);
    const auto program = CompileEvidence(each.source);
    REQUIRE_FALSE(program.ok());
    CHECK(ErrorCode(program.status()) == "cel.undeclared");
    CHECK(ErrorColumn(program.status()) == each.column);
    CHECK(DescribeError(program.status()).find("'" + each.suggestion + "'") != std::string::npos);
  }
}

TEST_CASE("nothing is suggested for what resembles nothing") {
  const auto program = CompileEvidence("zzzzzz == 1");
  REQUIRE_FALSE(program.ok());
  CHECK(DescribeError(program.status()).find("nearest") == std::string::npos);
}

TEST_CASE("declared types are checked, also through macros, binds and indexes") {
  for (const std::string source :
       {"referral.score == 'a'", "referral.consent > 1", "submission.touches.all(t, t.at > 1)",
        "submission.tags.exists(t, t == 1)", "cel.bind(x, referral.score, x == 'a')",
        "submission.touches[0].at == 1", "referral.consent.foo == 1", "referral.consent && true",
        "referral.score.exists(x, true)", "referral.?score.orValue('a') == 'a'", "unheard_of(1)",
        "referral.consent.unheard_of()", "size(1)", "!referral.score"}) {
    CAPTURE(source);
    CHECK_FALSE(CompileEvidence(source).ok());
  }
  for (const std::string source :
       {"referral.score == 1 && partner.tier in ['gold', 'silver']", "now - duration('1h') < now",
        "submission.touches.filter(t, t.kind == 'form').size() > 0", "company.extra.any.thing == 1",
        "submission.touches.exists(t, t.at > now)", "submission.tags.exists(t, t == 'a')",
        "referral.?score.orValue(1) == 1", "route.note == null || route.note.startsWith('a')",
        "size(referral) > 1", "matches.exists(m, m.score > 1)"}) {
    CAPTURE(source);
    const auto program = CompileEvidence(source);
    CAPTURE(DescribeError(program.status()));
    CHECK(program.ok());
  }
}

TEST_CASE("the paths that an expression reads are listed once, sorted") {
  const auto program = CompileEvidence(
      "submission.touches.exists(t, t.kind == 'a' && t.at < now) || partner.tier == 'gold' || "
      "has(referral.consent) || partner.tier == 'silver'");
  REQUIRE(program.ok());
  CHECK(program->read_paths() ==
        std::vector<std::string>{"now", "partner.tier", "referral.consent", "submission.touches",
                                 "submission.touches[].at", "submission.touches[].kind"});
}

TEST_CASE("a path whose absence means none has a value when it is absent") {
  CompileOptions options;
  options.mode = Mode::kEvidence;
  options.schema = &TestSchema();
  CHECK(Run("matches.exists(m, true)", options) == "false");
  CHECK(Run("size(matches)", options) == "0");
  CHECK(Run("route.note == null", options) == "true");
  CHECK(Run("route.done", options, R"({"route":{}})") == "false");
  CHECK(Run("route.done", options, R"({"route":{"done":null}})") == "false");
  CHECK(Run("referral.score == 1", options) ==
        R"({"unknown":[{"path":"referral.score","reason":"absent"}]})");
}

TEST_CASE("without a check a name that is not bound is an error only when it is read") {
  CompileOptions options;
  options.check = false;
  CHECK(Run("x || true", options) == "true");
  CHECK(Run("f(1) || true", options) == "true");
  CHECK(Run("x", options).starts_with(R"({"error":{"code":"undeclared")"));
}

TEST_CASE("checked and unchecked evaluation agree") {
  const std::string bindings =
      R"({"a":{"b":[1,2,{"c":"x"}],"n":null},"l":[3,1,2],"m":{"k":1.5},"s":"text"})";
  for (const std::string source : {"a.b[2].c == 'x'",
                                   "l.map(x, x * 2)",
                                   "m.k + 1.0",
                                   "s + 'x'",
                                   "size(s) == 4",
                                   "l.exists(x, x > 2) ? 'y' : 'n'",
                                   "a.n == null",
                                   "has(a.z)",
                                   "a.?z.orValue(1)",
                                   "l.filter(x, x % 2 == 1).map(x, [x])",
                                   "math.greatest(l)",
                                   "type(m) == map",
                                   "a.z",
                                   "l[9]",
                                   "1 / 0",
                                   "cel.bind(v, l, v + v)",
                                   "[1, 2].transformList(i, v, i + v)",
                                   "'%s'.format([l])",
                                   "optional.of(1).optMap(v, v + 1).value()",
                                   "m.all(k, k == 'k')",
                                   "google.protobuf.Timestamp == type(timestamp(0))",
                                   "{'a': 1}.a",
                                   "[[]] + [[1]]"}) {
    CAPTURE(source);
    CompileOptions unchecked;
    unchecked.check = false;
    CHECK(Run(source, {}, bindings) == Run(source, unchecked, bindings));
  }
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
