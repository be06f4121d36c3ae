#include "src/store/store.h"

#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/status_macros.h"

using referee::capi::CheckNotNull;
using referee::capi::Guard;

referee_status referee_store_new_memory(referee_store** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    *out = new referee_store{referee::NewMemoryStore()};
    return absl::OkStatus();
  });
}

void referee_store_free(referee_store* store) { delete store; }
