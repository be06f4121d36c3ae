#include "src/cel/evidence.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/reference/cel/evidence_oracle.h"
#include "tests/unit/cel/run_expression.h"

TEST_SUITE_BEGIN("cel/evidence");

namespace referee::cel {
namespace {

constexpr std::string_view kBindings =
    R"({"r":{"yes":true,"no":false,"gone_null":null,"one":1,"name":"x","empty_text":"","items":[],
        "list":[{"kind":"form","at":1},{"at":2},null]},"s":{}})";

std::string Unknown(std::string_view path, std::string_view reason = "absent") {
  return R"({"unknown":[{"path":")" + std::string(path) + R"(","reason":")" + std::string(reason) +
         "\"}]}";
}

struct Case {
  std::string expression;
  std::string expected;
};

void CheckAll(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    CAPTURE(each.expression);
    CHECK(RunEvidence(each.expression, kBindings) == each.expected);
  }
}

// The four things an operand can be, and how they are written and named.
struct Operand {
  std::string text;
  char kind;  // T, F, U or E.
};

const std::vector<Operand> kOperands = {
    {"r.yes", 'T'}, {"r.no", 'F'}, {"r.gone", 'U'}, {"1/0 == 1", 'E'}};

char KindOf(const std::string& answer) {
  if (answer == "true") return 'T';
  if (answer == "false") return 'F';
  return answer.starts_with("{\"unknown\"") ? 'U' : 'E';
}

TEST_CASE("&& and || give what the truth tables say, whatever the order") {
  // By the kinds of the operands in the order T F U E.
  const std::string kAnd[] = {"TFUE", "FFFF", "UFUU", "EFUE"};
  const std::string kOr[] = {"TTTT", "TFUE", "TUUU", "TEUE"};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      const std::string a = kOperands[i].text;
      const std::string b = kOperands[j].text;
      CAPTURE(a);
      CAPTURE(b);
      CHECK(KindOf(RunEvidence(a + " && " + b, kBindings)) == kAnd[i][j]);
      CHECK(KindOf(RunEvidence(a + " || " + b, kBindings)) == kOr[i][j]);
      CHECK(KindOf(RunEvidence("[0].all(i, " + a + " && " + b + ")", kBindings)) == kAnd[i][j]);
      CHECK(KindOf(RunEvidence("[0].exists(i, " + a + " || " + b + ")", kBindings)) == kOr[i][j]);
    }
  }
}

TEST_CASE("a strict operator with an unknown operand is unknown, also beside an error") {
  for (const std::string op : {"==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"}) {
    CAPTURE(op);
    CHECK(RunEvidence("r.gone " + op + " 1", kBindings) == Unknown("r.gone"));
    CHECK(RunEvidence("1 " + op + " r.gone", kBindings) == Unknown("r.gone"));
    CHECK(RunEvidence("(1/0) " + op + " r.gone", kBindings) == Unknown("r.gone"));
    CHECK(RunEvidence("r.gone " + op + " (1/0)", kBindings) == Unknown("r.gone"));
  }
  CheckAll({{"!r.gone", Unknown("r.gone")},
            {"-r.gone", Unknown("r.gone")},
            {"r.gone in [1]", Unknown("r.gone")},
            {"size(r.gone)", Unknown("r.gone")},
            {"r.gone.startsWith('a')", Unknown("r.gone")},
            {"'a'.startsWith(r.gone)", Unknown("r.gone")},
            {"[1, r.gone]", Unknown("r.gone")},
            {"{'a': r.gone}", Unknown("r.gone")}});
}

TEST_CASE("unknown sets merge, each path once, sorted") {
  CheckAll({{"r.b == r.a && r.b",
             R"({"unknown":[{"path":"r.a","reason":"absent"},{"path":"r.b","reason":"absent"}]})"},
            {"r.a || r.a", Unknown("r.a")}});
}

TEST_CASE("a path that cannot matter any more is left out") {
  CheckAll({{"(r.a && false) || r.b", Unknown("r.b")},
            {"(r.a || true) && r.b", Unknown("r.b")},
            {"r.a && r.b && false", "false"}});
}

TEST_CASE("a conditional on an unknown is unknown unless both branches give the same") {
  CheckAll({{"r.a ? 1 : 1", "1"},
            {"r.a ? 1 : 2", Unknown("r.a")},
            {"r.a ? 1 : dyn(1.0)", Unknown("r.a")},
            {"r.yes ? 1 : r.a", "1"},
            {"r.no ? r.a : 2", "2"}});
}

TEST_CASE("absent and null are unknown with their reason and empty is a value") {
  CheckAll({{"r.gone != 'revoked'", Unknown("r.gone")},
            {"r.gone_null != 'revoked'", Unknown("r.gone_null", "null")},
            {"r.empty_text != 'revoked'", "true"},
            {"r.deep.er.path == 1", Unknown("r.deep.er.path")},
            {"r.gone_null.er == 1", Unknown("r.gone_null.er", "null")}});
}

TEST_CASE("has() and .? see absence as absence") {
  CheckAll({{"has(r.gone)", "false"},
            {"has(r.gone_null)", "false"},
            {"has(r.deep.er.path)", "false"},
            {"has(r.one)", "true"},
            {"r.?gone.hasValue()", "false"},
            {"r.?gone_null.hasValue()", "false"},
            {"r.deep.?er.hasValue()", "false"},
            {"r.?one.hasValue()", "true"},
            {"r.?gone.orValue(7)", "7"}});
}

TEST_CASE("what looks into an absent list or map is unknown and names it") {
  const std::string list = Unknown("s.list");
  CheckAll({{"'a' in s.list", list},
            {"size(s.list) == 0", list},
            {"s.list.size() == 0", list},
            {"s.list[0] == 1", list},
            {"s.list[0].kind == 'a'", list},
            {"s.list.exists(e, e == 1)", list},
            {"s.list.all(e, e == 1)", list},
            {"s.list.exists_one(e, e == 1)", list},
            {"s.list.filter(e, e == 1)", list},
            {"s.list.map(e, e)", list},
            {"s.list.transformMap(i, e, e)", list},
            {"r.items.exists(e, true)", "false"}});
}

TEST_CASE("macros over present elements with absent fields fold like && and ||") {
  CheckAll({{"r.list.exists(e, e.kind == 'form')", "true"},
            {"r.list.all(e, e.kind == 'mail')", "false"},
            {"r.list.exists(e, e.at == 3)", Unknown("r.list[2].at", "null")},
            {"r.list.exists_one(e, e.at >= 1)", "false"},
            {"r.list.filter(e, has(e.at)).size()", "2"},
            {"r.list.map(e, e.at)", Unknown("r.list[2].at", "null")}});
}

TEST_CASE("an unknown names the whole path through binds, branches and macros") {
  CheckAll({{"cel.bind(x, r, x.gone == 1)", Unknown("r.gone")},
            {"(r.yes ? s : r).gone", Unknown("s.gone")},
            {"dyn(r).gone", Unknown("r.gone")},
            {"r['gone'] == 1", Unknown("r.gone")},
            {"r[r.name] == 1", Unknown("r.x")},
            {"r.list[1].kind == ''", Unknown("r.list[1].kind")},
            {"r.list.filter(e, has(e.at))[1].kind == ''", Unknown("r.list[].kind")}});
}

TEST_CASE("what an expression makes itself is not evidence") {
  CHECK(RunEvidence("{'a': 1}.b", kBindings).starts_with(R"({"error":{"code":"no_such_key")"));
  CHECK(RunEvidence("has({'a': null}.a)", kBindings) == "true");
  CHECK(RunEvidence("{'a': null}.a == null", kBindings) == "true");
}

TEST_CASE("a declared member without a value keeps its reason, and is no key in strict mode") {
  const Value variables =
      Value::Object({{"r", Value::Object({{"consent", Value::Missing("empty")}})}});
  CompileOptions options;
  options.mode = Mode::kEvidence;
  const auto evidence = Compile("r.consent == 'granted'", options);
  REQUIRE(evidence.ok());
  CHECK(ToJson(Evaluate(*evidence, {variables})) == Unknown("r.consent", "empty"));
  options.mode = Mode::kStrict;
  options.check = false;
  const auto strict = Compile("r.consent == 'granted'", options);
  REQUIRE(strict.ok());
  CHECK(Evaluate(*strict, {variables}).error_code() == "no_such_key");
  const auto has = Compile("has(r.consent)", options);
  REQUIRE(has.ok());
  CHECK(ToJson(Evaluate(*has, {variables})) == "false");
}

TEST_CASE("random conditions over random evidence give what the oracle gives") {
  std::mt19937 random(20261124);
  for (int i = 0; i < 4000; ++i) {
    const auto condition = oracle::RandomCondition(random, 1 + i % 4);
    const oracle::Document document = oracle::RandomDocument(random);
    const oracle::Answer expected = oracle::Evaluate(*condition, document);
    const std::string text = oracle::ToText(*condition);
    const std::string bindings = oracle::ToJsonText(document);
    CAPTURE(text);
    CAPTURE(bindings);
    CompileOptions options;
    options.mode = Mode::kEvidence;
    options.check = i % 2 == 0;
    const auto program = Compile(text, options);
    REQUIRE(program.ok());
    const Value actual = Evaluate(*program, {Bind(bindings)});
    switch (expected.kind) {
      case oracle::Answer::Kind::kTrue: CHECK(ToJson(actual) == "true"); break;
      case oracle::Answer::Kind::kFalse: CHECK(ToJson(actual) == "false"); break;
      case oracle::Answer::Kind::kError: CHECK(actual.is_error()); break;
      case oracle::Answer::Kind::kUnknown: {
        std::set<std::string> paths;
        for (const UnknownPath& path : actual.unknown_paths()) {
          paths.insert(path.path + " " + path.reason);
        }
        CHECK(paths == expected.paths);
        break;
      }
    }
  }
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
