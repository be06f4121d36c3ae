#include <string>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/cel/cel.h"
#include "src/cel/schema.h"
#include "src/cel/value.h"
#include "src/engine/engine.h"

namespace referee {
namespace {

void AppendError(std::string_view code, std::string_view message, std::size_t line,
                 std::size_t column, std::string& out) {
  json::Writer writer(&out);
  writer.BeginObject().Key("error").BeginObject();
  writer.Key("code").String(code).Key("message").String(message);
  writer.Key("line").Integer(static_cast<std::int64_t>(line));
  writer.Key("column").Integer(static_cast<std::int64_t>(column));
  writer.EndObject().EndObject();
}

void AppendUnknown(const cel::Value& value, std::string& out) {
  json::Writer writer(&out);
  writer.BeginObject().Key("unknown").BeginArray();
  for (const cel::UnknownPath& path : value.unknown_paths()) {
    writer.BeginObject().Key("path").String(path.path).Key("reason").String(path.reason);
    writer.EndObject();
  }
  writer.EndArray().EndObject();
}

std::string AnswerOf(const cel::Value& value) {
  std::string out;
  if (value.kind() == cel::Kind::kError) {
    AppendError(value.error_code(), value.error_message(), value.error_line(), value.error_column(),
                out);
  } else if (value.kind() == cel::Kind::kUnknown) {
    AppendUnknown(value, out);
  } else {
    json::Writer(&out).BeginObject().Key("value").Raw(cel::ToJson(value)).EndObject();
  }
  return out;
}

}  // namespace

absl::StatusOr<std::string> EvaluateExpression(std::string_view expression,
                                               std::string_view bindings_json,
                                               std::string_view schema_json, EvaluationMode mode,
                                               const Limits& limits) {
  cel::CompileOptions options;
  options.mode = mode == EvaluationMode::kEvidence ? cel::Mode::kEvidence : cel::Mode::kStrict;
  json::Parser schema_parser;
  cel::Schema schema;
  if (!schema_json.empty()) {
    REFEREE_ASSIGN_OR_RETURN(const json::Node* node, schema_parser.Parse(schema_json, limits));
    REFEREE_ASSIGN_OR_RETURN(schema, cel::SchemaFromJson(*node));
    options.schema = &schema;
  }
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(
      const json::Node* node,
      parser.Parse(bindings_json.empty() ? std::string_view("{}") : bindings_json, limits));
  if (node->kind != json::Kind::kObject)
    return InvalidKind("an object", json::KindName(node->kind));
  REFEREE_ASSIGN_OR_RETURN(cel::Value variables, cel::FromJson(*node, options.schema));
  // Without a schema what is bound is declared, of any type.
  if (options.schema == nullptr) options.variables = cel::DeclareDynamic(variables);

  const auto program = cel::Compile(expression, options);
  if (!program.ok()) {
    if (program.status().code() != absl::StatusCode::kInvalidArgument) return program.status();
    std::string out;
    AppendError(ErrorCode(program.status()), std::string(program.status().message()),
                ErrorLine(program.status()), ErrorColumn(program.status()), out);
    return out;
  }
  return AnswerOf(cel::Evaluate(*program, {std::move(variables)}));
}

}  // namespace referee
