// An expression, a zero byte, and JSON to bind: it ends within its limits, and twice the same.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "src/cel/cel.h"

namespace {

using namespace referee::cel;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

void RunIn(Mode mode, std::string_view source, const Value& variables) {
  CompileOptions options;
  options.mode = mode;
  options.limits.max_cost = 20000;
  if (mode == Mode::kStrict) options.variables = DeclareDynamic(variables);
  const auto program = Compile(source, options);
  if (!program.ok()) return;
  std::uint64_t cost = 0, cost_again = 0;
  EvaluateOptions first, second;
  first.cost = &cost;
  second.cost = &cost_again;
  const std::string answer = ToJson(Evaluate(*program, {variables}, first));
  Require(answer == ToJson(Evaluate(*program, {variables}, second)));
  Require(cost == cost_again);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t middle = std::min(input.find('\0'), size);
  const std::string_view source = input.substr(0, middle);
  static auto& parser = *new referee::json::Parser();
  const auto node = parser.Parse(input.substr(std::min(middle + 1, size)));
  if (!node.ok() || (*node)->kind != referee::json::Kind::kObject) return 0;
  const auto variables = FromJson(**node);
  if (!variables.ok()) return 0;
  RunIn(Mode::kStrict, source, *variables);
  RunIn(Mode::kEvidence, source, *variables);
  return 0;
}
