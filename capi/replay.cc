#include <string>
#include <string_view>
#include <utility>

#include "capi/call.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/engine/replay.h"

using referee::capi::Call;
using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::ReadOptions;
using referee::capi::ReadText;

static_assert(static_cast<int>(referee::ReplayOutcome::kErased) == REFEREE_REPLAY_ERASED);

referee_status referee_engine_replay(const referee_engine* engine, referee_store* store,
                                     uint64_t entry, const referee_call_options* options,
                                     referee_replay* found, referee_document** out,
                                     referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    if (found != nullptr) *found = REFEREE_REPLAY_NONE;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(engine, "engine"));
    REFEREE_RETURN_IF_ERROR(CheckNotNull(store, "store"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view tenant,
                             ReadText(known.tenant.data, known.tenant.size, "options.tenant"));
    const Call call(known, engine->engine.options().limits);
    REFEREE_ASSIGN_OR_RETURN(const referee::Replay replay,
                             engine->engine.Replay(*store->store, tenant, entry, call.context()));
    *out = new referee_document{referee::ReplayJson(entry, replay)};
    if (found != nullptr) *found = static_cast<referee_replay>(replay.outcome);
    return absl::OkStatus();
  });
}
