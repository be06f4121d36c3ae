#include "src/cel/eval.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/cel/run_expression.h"

TEST_SUITE_BEGIN("cel/eval");

namespace referee::cel {
namespace {

std::string CodeOf(std::string_view source, std::string_view bindings = "{}") {
  CompileOptions options;
  options.check = false;
  const auto program = Compile(source, options);
  if (!program.ok()) return "compile";
  return std::string(Evaluate(*program, {Bind(bindings)}).error_code());
}

TEST_CASE("errors carry a stable code") {
  CHECK(CodeOf("1 / 0") == "divide_by_zero");
  CHECK(CodeOf("1 % 0") == "modulus_by_zero");
  CHECK(CodeOf("9223372036854775807 + 1") == "overflow");
  CHECK(CodeOf("-9223372036854775808 / -1") == "overflow");
  CHECK(CodeOf("0u - 1u") == "overflow");
  CHECK(CodeOf("1 + 'a'") == "no_such_overload");
  CHECK(CodeOf("{'a': 1}.b") == "no_such_key");
  CHECK(CodeOf("1 .a") == "no_such_field");
  CHECK(CodeOf("[1][1]") == "index_out_of_range");
  CHECK(CodeOf("{1: 1, 1u: 2}") == "duplicate_key");
  CHECK(CodeOf("int('x')") == "conversion");
  CHECK(CodeOf("'a'.matches('(')") == "invalid_argument");
  CHECK(CodeOf("x") == "undeclared");
}

TEST_CASE("an error knows its line and column") {
  const std::string answer = RunStrict("true &&\n  1 / 0 == 1");
  CHECK(answer.find(R"("line":2,"column":5)") != std::string::npos);
}

TEST_CASE("an evaluation stops at its cost, and nothing hides that") {
  CompileOptions options;
  options.limits.max_cost = 1000;
  const std::string list = "[1,2,3,4,5,6,7,8,9,10]";
  const std::string nested =
      list + ".all(a, " + list + ".all(b, " + list + ".all(c, a + b + c > 0)))";
  CHECK(Run(nested, options).find(R"("code":"limit")") != std::string::npos);
  CHECK(Run(nested + " || true", options).find(R"("code":"limit")") != std::string::npos);
  CHECK(Run("cel.bind(x, 1, x == 1)", options) == "true");
}

TEST_CASE("the cost of an evaluation is told, and the same every time") {
  const auto program = Compile("[1, 2, 3].exists(x, x == 3)", {});
  REQUIRE(program.ok());
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  Evaluate(*program, {}, {0, &first});
  Evaluate(*program, {}, {0, &second});
  CHECK(first > 3);
  CHECK(first == second);
}

// Doubles a value `times` times by binding it to itself twice.
std::string Doubled(std::string_view first, std::string_view step, int times,
                    std::string_view last) {
  std::string out;
  std::string previous(first);
  for (int i = 0; i < times; ++i) {
    std::string made(step);
    for (std::size_t at = made.find('$'); at != std::string::npos; at = made.find('$')) {
      made.replace(at, 1, previous);
    }
    const std::string name = "v" + std::to_string(i);
    out += "cel.bind(" + name + ", " + made + ", ";
    previous = name;
  }
  std::string end(last);
  for (std::size_t at = end.find('$'); at != std::string::npos; at = end.find('$')) {
    end.replace(at, 1, previous);
  }
  return out + end + std::string(static_cast<std::size_t>(times), ')');
}

TEST_CASE("what doubles at every step is stopped, not built") {
  for (const std::string& source :
       {Doubled("'ab'", "$ + $", 100, "size($)"), Doubled("[1]", "$ + $", 100, "size($)"),
        Doubled("[1]", "[$, $]", 100, "$ == $"), Doubled("[1]", "[$, $]", 100, "$"),
        Doubled("[1]", "{'a': $, 'b': $}", 100, "$ in [$]"),
        Doubled("[]", "[$, $]", 100, "'%s'.format([$])"),
        Doubled("'ab'", "$.replace('', $)", 20, "size($)"),
        Doubled("'ab'", "[$, $, $].join($)", 60, "size($)")}) {
    CAPTURE(source);
    CHECK(RunStrict(source).find(R"("error")") != std::string::npos);
  }
}

TEST_CASE("a value that was found in something temporary outlives it") {
  CHECK(RunStrict("{'a': {'b': 'text that is long enough for the heap'}}.a.b + '!'") ==
        "\"text that is long enough for the heap!\"");
  CHECK(RunStrict("[[1, 2], [3, 4]].map(x, x[1])") == "[2,4]");
  CHECK(RunStrict("[1, 2].map(i, cel.bind(x, {'y': string(i)}, x.y))") == R"(["1","2"])");
  CHECK(RunStrict("[1, 2].map(i, cel.bind(x, [i], x))") == "[[1],[2]]");
}

TEST_CASE("host functions are called by their declared types") {
  CompileOptions options;
  HostOverload twice;
  twice.parameters = {"int"};
  twice.result = "int";
  twice.call = [](const std::vector<Value>& arguments) {
    return Value::Int(arguments[0].int_value() * 2);
  };
  options.functions.push_back({"host.twice", {twice}});
  CHECK(Run("host.twice(21)", options) == "42");
  CHECK(Run("host.twice('a')", options).starts_with("compile:"));
  CHECK(Run("host.twice(dyn('a'))", options).find("no_such_overload") != std::string::npos);
  options.mode = Mode::kEvidence;
  CHECK(Run("host.twice(r.a)", options, R"({"r":{}})") ==
        R"({"unknown":[{"path":"r.a","reason":"absent"}]})");
}

TEST_CASE("values are written as JSON") {
  CHECK(RunStrict("[1, 2u, 1.5, 'a', b'ab', null, true]") == R"([1,2,1.5,"a","YWI=",null,true])");
  CHECK(RunStrict("{1: timestamp('2026-06-01T12:00:00+02:00'), true: duration('90s')}") ==
        R"({"1":"2026-06-01T10:00:00Z","true":"90s"})");
  CHECK(RunStrict("[optional.none(), optional.of(1)]") == "[null,1]");
  CHECK(RunStrict("[double('NaN'), double('-Infinity')]") == R"(["NaN","-Infinity"])");
  CHECK(RunStrict("[int, type(null)]") == R"(["int","null_type"])");
}

}  // namespace
}  // namespace referee::cel

TEST_SUITE_END();
