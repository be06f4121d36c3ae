#include <string>
#include <string_view>
#include <utility>

#include "capi/call.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/engine/engine.h"

using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::ReadOptions;
using referee::capi::ReadText;

referee_status referee_expression_eval(const char* expression, size_t expression_size,
                                       const char* bindings, size_t bindings_size,
                                       const char* schema, size_t schema_size, referee_mode mode,
                                       const referee_call_options* options, referee_document** out,
                                       referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_ASSIGN_OR_RETURN(const std::string_view source,
                             ReadText(expression, expression_size, "expression"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view variables,
                             ReadText(bindings, bindings_size, "bindings"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view types, ReadText(schema, schema_size, "schema"));
    if (mode != REFEREE_MODE_STRICT && mode != REFEREE_MODE_EVIDENCE) {
      return referee::Invalid("mode is not a mode");
    }
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    const referee::capi::Call call(known, referee::Limits());
    const auto chosen = mode == REFEREE_MODE_EVIDENCE ? referee::EvaluationMode::kEvidence
                                                      : referee::EvaluationMode::kStrict;
    REFEREE_ASSIGN_OR_RETURN(
        std::string text,
        referee::EvaluateExpression(source, variables, types, chosen, call.context().limits));
    *out = new referee_document{std::move(text)};
    return absl::OkStatus();
  });
}
