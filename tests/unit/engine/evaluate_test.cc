#include <doctest/doctest.h>

#include <string>

#include "src/base/error_location.h"
#include "src/engine/engine.h"

TEST_SUITE_BEGIN("engine/evaluate");

namespace referee::testing {
namespace {

std::string Answer(const char* expression, const char* bindings, EvaluationMode mode,
                   const char* schema = "") {
  const auto answer = EvaluateExpression(expression, bindings, schema, mode, {});
  return answer.ok() ? *answer : "failed at " + ErrorPointer(answer.status());
}

constexpr auto kStrict = EvaluationMode::kStrict;
constexpr auto kEvidence = EvaluationMode::kEvidence;

TEST_CASE("values and unknowns and errors have each their own form") {
  CHECK(Answer("1 + 2", "", kStrict) == R"({"value":3})");
  CHECK(Answer("a.b", R"({"a":{"b":"x"}})", kStrict) == R"({"value":"x"})");
  CHECK(Answer("referral.consent != 'revoked'", R"({"referral":{}})", kEvidence) ==
        R"({"unknown":[{"path":"referral.consent","reason":"absent"}]})");
  CHECK(Answer("1 / 0", "{}", kStrict).starts_with(R"({"error":{"code":)"));
  CHECK(Answer("1 +", "{}", kStrict).find(R"("line":1)") != std::string::npos);
}

TEST_CASE("bindings and schema that cannot be used fail with their place") {
  CHECK(Answer("1", "[1]", kStrict) == "failed at ");
  CHECK(Answer("1", "{", kStrict).starts_with("failed"));
  CHECK(Answer("a.b", R"({"a":{"b":"x"}})", kEvidence, R"({"a.b":"int"})") == "failed at /a/b");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
