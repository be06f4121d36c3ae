// How an absl::Status becomes a referee_error, also when memory has run out.

#ifndef REFEREE_CAPI_ERROR_H_
#define REFEREE_CAPI_ERROR_H_

#include "absl/status/status.h"
#include "include/referee/referee.h"

namespace referee::capi {

// Each returns the code to give to the caller and, when `error` is not null, writes the detail to
// it.  ReportOutOfMemory() allocates nothing; the others fall back to it.
referee_status Report(const absl::Status& status, referee_error** error) noexcept;
referee_status ReportInternal(const char* what, referee_error** error) noexcept;
referee_status ReportOutOfMemory(referee_error** error) noexcept;

}  // namespace referee::capi

#endif  // REFEREE_CAPI_ERROR_H_
