// Any text as the source of an expression: it must be refused or give an answer within its limits.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "src/cel/cel.h"

namespace {

using namespace referee::cel;

void RunIn(Mode mode, std::string_view source, bool check) {
  static const Value variables =
      Value::Object({{"r", Value::Object({{"a", Value::Int(1)},
                                          {"n", Value::Null()},
                                          {"l", Value::List({Value::Int(1), Value::Null()})}})}});
  CompileOptions options;
  options.mode = mode;
  options.check = check;
  options.limits.max_cost = 20000;
  if (mode == Mode::kStrict) options.variables = DeclareDynamic(variables);
  const auto program = Compile(source, options);
  if (program.ok()) ToJson(Evaluate(*program, {variables}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  RunIn(Mode::kStrict, source, true);
  RunIn(Mode::kStrict, source, false);
  RunIn(Mode::kEvidence, source, true);
  return 0;
}
