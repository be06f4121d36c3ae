#include <string>
#include <string_view>
#include <utility>

#include "capi/call.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/intake/parse_record.h"

namespace {

using referee::capi::Borrow;
using referee::capi::Call;
using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::ReadOptions;
using referee::capi::ReadText;

// Ids stay out of the log: a host may have made them from names.
void LogDecision(const referee_engine& engine, const referee::Decision& decision) {
  if (engine.sink.log == nullptr) return;
  std::string line = "decision ";
  line += std::to_string(decision.sequence);
  line += ": ";
  line += referee::RecommendationName(decision.recommendation);
  engine.sink.log(engine.sink.data.get(), REFEREE_LOG_INFO, Borrow(line));
}

// Reads the submission a second time: only hosts that ask for unknown members pay for them.
absl::Status ReportUnknown(std::string_view submission, const referee_call_options& options,
                           const referee::Limits& limits) {
  if (options.unknown == nullptr) return absl::OkStatus();
  referee::json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const referee::json::Node* node, parser.Parse(submission, limits));
  referee::UnknownMembers unknown;
  REFEREE_RETURN_IF_ERROR(referee::ParseSubmission(*node, &unknown).status());
  for (const std::string& member : unknown) options.unknown(options.unknown_data, Borrow(member));
  return absl::OkStatus();
}

absl::StatusOr<referee::SubmitOptions> SubmitOptionsOf(const referee_call_options& options) {
  referee::SubmitOptions submit;
  REFEREE_ASSIGN_OR_RETURN(const std::string_view tenant,
                           ReadText(options.tenant.data, options.tenant.size, "options.tenant"));
  REFEREE_ASSIGN_OR_RETURN(const std::string_view as_of,
                           ReadText(options.as_of.data, options.as_of.size, "options.as_of"));
  submit.tenant = std::string(tenant);
  submit.as_of = std::string(as_of);
  submit.parts.matches = (options.omit_parts & REFEREE_PART_MATCHES) == 0;
  submit.parts.explanation = (options.omit_parts & REFEREE_PART_EXPLANATION) == 0;
  submit.parts.outputs = (options.omit_parts & REFEREE_PART_OUTPUTS) == 0;
  submit.parts.counterfactuals = (options.omit_parts & REFEREE_PART_COUNTERFACTUALS) == 0;
  return submit;
}

// The handle of a decision that was committed: what can fail here fails as out of memory, and the
// same idempotency key then gives the same decision.
referee_decision* NewDecision(std::shared_ptr<const referee::StoredAnswer> stored,
                              const referee::DecisionParts& parts) {
  auto out = std::make_unique<referee_decision>();
  out->stored = std::move(stored);
  const referee::Decision& decision = out->stored->decision;
  for (const referee::Finding& finding : decision.findings) out->findings.push_back({&finding});
  for (const referee::Conflict& conflict : decision.conflicts) {
    out->conflicts.push_back({&conflict});
  }
  if (parts.matches) {
    for (const referee::Match& match : decision.matches) out->matches.push_back({&match});
  }
  return out.release();
}

}  // namespace

referee_status referee_engine_new(const referee_config* config, referee_engine** out,
                                  referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    const referee_config defaults;
    const referee_config& chosen = config == nullptr ? defaults : *config;
    REFEREE_ASSIGN_OR_RETURN(referee::Engine engine, referee::Engine::Create(chosen.options));
    *out = new referee_engine{std::move(engine), chosen.sink};
    return absl::OkStatus();
  });
}

void referee_engine_free(referee_engine* engine) { delete engine; }

referee_status referee_engine_submit(const referee_engine* engine, const referee_policy* policy,
                                     const referee_snapshot* snapshot, referee_store* store,
                                     const char* json, size_t json_size,
                                     const referee_call_options* options, referee_decision** out,
                                     referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(engine, "engine"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(policy, "policy"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(snapshot, "snapshot"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(store, "store"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view submission, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    REFEREE_ASSIGN_OR_RETURN(const referee::SubmitOptions submit, SubmitOptionsOf(known));

    const Call call(known, engine->engine.options().limits);
    REFEREE_ASSIGN_OR_RETURN(
        std::shared_ptr<const referee::StoredAnswer> stored,
        engine->engine.Submit(policy->policy, snapshot->snapshot, *store->store, submission, submit,
                              call.context()));
    REFEREE_RETURN_IF_ERROR(ReportUnknown(submission, known, call.context().limits));
    LogDecision(*engine, stored->decision);
    *out = NewDecision(std::move(stored), submit.parts);
    return absl::OkStatus();
  });
}

referee_status referee_engine_match(const referee_engine* engine, const referee_policy* policy,
                                    const referee_snapshot* snapshot, const char* json,
                                    size_t json_size, const referee_call_options* options,
                                    referee_document** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(engine, "engine"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(policy, "policy"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(snapshot, "snapshot"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view query, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));

    const Call call(known, engine->engine.options().limits);
    REFEREE_ASSIGN_OR_RETURN(
        std::string text,
        engine->engine.Match(policy->policy, snapshot->snapshot, query, call.context()));
    *out = new referee_document{std::move(text)};
    return absl::OkStatus();
  });
}
