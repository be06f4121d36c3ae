// Compiles and evaluates in one step, for tests.

#ifndef REFEREE_TESTS_UNIT_CEL_RUN_EXPRESSION_H_
#define REFEREE_TESTS_UNIT_CEL_RUN_EXPRESSION_H_

#include <string>
#include <string_view>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/cel/cel.h"

namespace referee::cel {

inline Value Bind(std::string_view json, const Schema* schema = nullptr) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  if (!node.ok()) return Value::Error("test", DescribeError(node.status()));
  auto value = FromJson(**node, schema);
  return value.ok() ? *value : Value::Error("test", DescribeError(value.status()));
}

inline Schema MakeSchema(std::string_view json) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  if (!node.ok()) return Schema();
  auto schema = SchemaFromJson(**node);
  return schema.ok() ? *schema : Schema();
}

// What `eval` would print; "compile: ..." when the source does not compile.
inline std::string Run(std::string_view source, CompileOptions options,
                       std::string_view bindings = "{}") {
  const Value variables = Bind(bindings, options.schema);
  if (variables.is_error()) return "bind: " + std::string(variables.error_message());
  if (options.mode == Mode::kStrict && options.variables.empty()) {
    options.variables = DeclareDynamic(variables);
  }
  const auto program = Compile(source, options);
  if (!program.ok()) return "compile: " + DescribeError(program.status());
  return ToJson(Evaluate(*program, {variables}));
}

inline std::string RunStrict(std::string_view source, std::string_view bindings = "{}") {
  return Run(source, {}, bindings);
}

inline std::string RunEvidence(std::string_view source, std::string_view bindings) {
  CompileOptions options;
  options.mode = Mode::kEvidence;
  return Run(source, options, bindings);
}

}  // namespace referee::cel

#endif  // REFEREE_TESTS_UNIT_CEL_RUN_EXPRESSION_H_
