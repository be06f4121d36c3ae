#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>

#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"

namespace {

using referee::InsideOf;
using referee::Invalid;
using referee::InvalidKind;
using referee::Limits;
using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::ReadText;
namespace json = referee::json;

// One limit: its name and the largest value that is sensible.  Each is at least 1.
struct LimitRow {
  std::string_view name;
  std::size_t Limits::*member;
  std::int64_t high;
};

constexpr LimitRow kLimitRows[] = {
    {"max_document_bytes", &Limits::max_document_bytes, std::int64_t{1} << 31},
    {"max_depth", &Limits::max_depth, 1024},
    {"max_members", &Limits::max_members, std::int64_t{1} << 24},
    {"max_elements", &Limits::max_elements, std::int64_t{1} << 24},
};

absl::Status ReadLimit(const json::Member& member, Limits* limits) {
  for (const LimitRow& row : kLimitRows) {
    if (row.name != member.name) continue;
    REFEREE_ASSIGN_OR_RETURN(const std::int64_t value, json::ToInteger(member.value, 1, row.high));
    limits->*row.member = static_cast<std::size_t>(value);
    return absl::OkStatus();
  }
  return Invalid("is not a known limit");
}

absl::Status ReadLimits(const json::Node& node, Limits* limits) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  for (const json::Member& member : node.members) {
    REFEREE_RETURN_IF_ERROR(InsideOf(member.name, ReadLimit(member, limits)));
  }
  return absl::OkStatus();
}

absl::Status ReadConfig(const json::Node& node, referee::EngineOptions* options) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  for (const json::Member& member : node.members) {
    if (member.name != "limits") return InsideOf(member.name, Invalid("is not a known setting"));
    REFEREE_RETURN_IF_ERROR(InsideOf("limits", ReadLimits(member.value, &options->limits)));
  }
  return absl::OkStatus();
}

}  // namespace

referee_status referee_config_new(referee_config** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    *out = new referee_config;
    return absl::OkStatus();
  });
}

referee_status referee_config_set_json(referee_config* config, const char* json, size_t json_size,
                                       referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(config, "config"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view text, ReadText(json, json_size, "json"));
    json::Parser parser;
    REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(text));
    referee::EngineOptions options = config->options;
    REFEREE_RETURN_IF_ERROR(ReadConfig(*node, &options));
    config->options = options;
    return absl::OkStatus();
  });
}

referee_status referee_config_set_log(referee_config* config, referee_log_fn log, void* user_data,
                                      void (*destroy)(void* user_data), referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    // From here on `data` owns user_data, so it is destroyed on every path out.
    std::shared_ptr<void> data(user_data, [destroy](void* owned) {
      if (destroy != nullptr) destroy(owned);
    });
    REFEREE_RETURN_IF_ERROR(CheckNotNull(config, "config"));
    config->sink = {};
    if (log != nullptr) config->sink = {log, std::move(data)};
    return absl::OkStatus();
  });
}

void referee_config_free(referee_config* config) { delete config; }
