// The wall between C++ and C.  Every entry point that can fail is one Guard() call.

#ifndef REFEREE_CAPI_GUARD_H_
#define REFEREE_CAPI_GUARD_H_

#include <exception>
#include <new>
#include <utility>

#include "absl/status/status.h"
#include "capi/error.h"
#include "include/referee/referee.h"

namespace referee::capi {

// Runs `body`, which returns absl::Status, and lets nothing but a status out.
template <typename Body>
referee_status Guard(referee_error** error, Body&& body) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    const absl::Status status = std::forward<Body>(body)();
    return status.ok() ? REFEREE_OK : Report(status, error);
  } catch (const std::bad_alloc&) {
    return ReportOutOfMemory(error);
  } catch (const std::exception& exception) {
    return ReportInternal(exception.what(), error);
  } catch (...) {
    return ReportInternal("unknown exception", error);
  }
}

}  // namespace referee::capi

#endif  // REFEREE_CAPI_GUARD_H_
