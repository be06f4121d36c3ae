#include <string>
#include <string_view>
#include <utility>

#include "capi/call.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/status_macros.h"
#include "src/engine/acts.h"
#include "src/output/codes.h"

namespace {

using referee::capi::Borrow;
using referee::capi::Call;
using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::kNoText;
using referee::capi::ReadOptions;
using referee::capi::ReadText;

// The numbers of referee.h are those of src/ plus one: 0 is "none".
static_assert(REFEREE_ASPECT_ADVOCACY == referee::kAspectCount);
static_assert(REFEREE_STATE_ADVOCACY_ALLOWED == referee::kReferralStateCount);
static_assert(REFEREE_STATE_CREDITED ==
              static_cast<int32_t>(referee::ReferralState::kCredited) + 1);
static_assert(REFEREE_STATE_REWARD_PAID ==
              static_cast<int32_t>(referee::ReferralState::kRewardPaid) + 1);

absl::StatusOr<referee::ActOptions> ActOptionsOf(const referee_call_options& options) {
  referee::ActOptions act;
  REFEREE_ASSIGN_OR_RETURN(const std::string_view tenant,
                           ReadText(options.tenant.data, options.tenant.size, "options.tenant"));
  REFEREE_ASSIGN_OR_RETURN(const std::string_view as_of,
                           ReadText(options.as_of.data, options.as_of.size, "options.as_of"));
  act.tenant = std::string(tenant);
  act.as_of = std::string(as_of);
  return act;
}

// What the three entry points share: everything but the call itself.
template <typename Act>
referee_status Run(const referee_engine* engine, const referee_policy* policy, referee_store* store,
                   const char* json, size_t json_size, const referee_call_options* options,
                   referee_standing** out, referee_error** error, Act act) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(engine, "engine"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(policy, "policy"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(store, "store"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view document, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    REFEREE_ASSIGN_OR_RETURN(const referee::ActOptions when, ActOptionsOf(known));
    const Call call(known, engine->engine.options().limits);
    REFEREE_ASSIGN_OR_RETURN(referee::Standing standing, act(document, when, call.context()));
    *out = new referee_standing{std::move(standing)};
    return absl::OkStatus();
  });
}

}  // namespace

referee_status referee_engine_approve(const referee_engine* engine, const referee_policy* policy,
                                      referee_store* store, const char* json, size_t json_size,
                                      const referee_call_options* options, referee_standing** out,
                                      referee_error** error) {
  return Run(engine, policy, store, json, json_size, options, out, error,
             [&](std::string_view document, const referee::ActOptions& when,
                 const referee::CallContext& call) {
               return referee::RecordApproval(*store->store, document, when, call);
             });
}

referee_status referee_engine_transition(const referee_engine* engine, const referee_policy* policy,
                                         referee_store* store, const char* json, size_t json_size,
                                         const referee_call_options* options,
                                         referee_standing** out, referee_error** error) {
  return Run(engine, policy, store, json, json_size, options, out, error,
             [&](std::string_view document, const referee::ActOptions& when,
                 const referee::CallContext& call) {
               return referee::RecordTransition(policy->policy, *store->store, document, when,
                                                call);
             });
}

referee_status referee_engine_status(const referee_engine* engine, const referee_policy* policy,
                                     referee_store* store, const char* json, size_t json_size,
                                     const referee_call_options* options, referee_standing** out,
                                     referee_error** error) {
  return Run(engine, policy, store, json, json_size, options, out, error,
             [&](std::string_view document, const referee::ActOptions& when,
                 const referee::CallContext& call) {
               return referee::AnswerStatus(policy->policy, *store->store, document, when, call);
             });
}

referee_str referee_standing_referral_id(const referee_standing* standing) {
  return standing == nullptr ? kNoText : Borrow(standing->standing.referral_id);
}

referee_state referee_standing_state(const referee_standing* standing, referee_aspect aspect) {
  if (standing == nullptr || aspect < REFEREE_ASPECT_STATUS || aspect > REFEREE_ASPECT_ADVOCACY) {
    return REFEREE_STATE_NONE;
  }
  const auto index = static_cast<std::size_t>(aspect - 1);
  return static_cast<referee_state>(standing->standing.states[index]) + 1;
}

referee_lane_state referee_standing_lane(const referee_standing* standing, referee_lane lane) {
  if (standing == nullptr || lane < REFEREE_LANE_FIT || lane > REFEREE_LANE_COMMS) {
    return REFEREE_LANE_STATE_NONE;
  }
  const auto index = static_cast<std::size_t>(lane - 1);
  return static_cast<referee_lane_state>(standing->standing.lanes[index]) + 1;
}

int32_t referee_standing_is_recorded(const referee_standing* standing) {
  return standing != nullptr && standing->standing.is_recorded ? 1 : 0;
}

referee_str referee_standing_json(const referee_standing* standing) {
  return standing == nullptr ? kNoText : Borrow(standing->standing.json);
}

void referee_standing_free(referee_standing* standing) { delete standing; }

referee_status referee_codes_json(referee_document** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    *out = new referee_document{referee::CodesJson()};
    return absl::OkStatus();
  });
}
