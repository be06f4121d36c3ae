#include "src/policy/policy.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "capi/call.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"

using referee::capi::Borrow;
using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::kNoText;
using referee::capi::ReadOptions;
using referee::capi::ReadText;

referee_status referee_policy_standard(referee_policy** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_ASSIGN_OR_RETURN(referee::Policy policy, referee::Policy::Standard());
    *out = new referee_policy{std::move(policy)};
    return absl::OkStatus();
  });
}

referee_status referee_policy_from_json(const char* json, size_t json_size,
                                        const referee_call_options* options, referee_policy** out,
                                        referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_ASSIGN_OR_RETURN(const std::string_view text, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    const referee::capi::Call call(known, referee::Limits());
    REFEREE_ASSIGN_OR_RETURN(referee::Policy policy,
                             referee::Policy::FromJson(text, call.context().limits));
    *out = new referee_policy{std::move(policy)};
    return absl::OkStatus();
  });
}

referee_status referee_policy_with_parameters(const referee_policy* policy, const char* json,
                                              size_t json_size, referee_policy** out,
                                              referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(policy, "policy"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view text, ReadText(json, json_size, "json"));
    referee::json::Parser parser;
    REFEREE_ASSIGN_OR_RETURN(const referee::json::Node* node, parser.Parse(text));
    if (node->kind != referee::json::Kind::kObject) {
      return referee::InvalidKind("an object", referee::json::KindName(node->kind));
    }
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const referee::json::Member& member : node->members) {
      std::string value;
      referee::json::AppendJson(member.value, value);
      parameters.emplace_back(member.name, std::move(value));
    }
    REFEREE_ASSIGN_OR_RETURN(referee::Policy changed, policy->policy.With(parameters));
    *out = new referee_policy{std::move(changed)};
    return absl::OkStatus();
  });
}

referee_str referee_policy_id(const referee_policy* policy) {
  return policy == nullptr ? kNoText : Borrow(policy->policy.id());
}
referee_str referee_policy_version(const referee_policy* policy) {
  return policy == nullptr ? kNoText : Borrow(policy->policy.version());
}
referee_str referee_policy_hash(const referee_policy* policy) {
  return policy == nullptr ? kNoText : Borrow(policy->policy.hash());
}
referee_str referee_policy_json(const referee_policy* policy) {
  return policy == nullptr ? kNoText : Borrow(policy->policy.document());
}

void referee_policy_free(referee_policy* policy) { delete policy; }
