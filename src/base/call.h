// What bounds one call: a deadline, a cancel flag, limits and progress.  Polled between units of
// work; a stopped call gives no partial answer.

#ifndef REFEREE_SRC_BASE_CALL_H_
#define REFEREE_SRC_BASE_CALL_H_

#include <cstddef>
#include <cstdint>
#include <functional>

#include "absl/status/status.h"

namespace referee {

// Bounds of input by default; nothing a document contains may exhaust the host.
struct Limits {
  std::size_t max_document_bytes = 4u << 20;  // One record, submission or policy.
  std::size_t max_depth = 64;                 // Nesting of JSON.
  std::size_t max_members = 4096;             // Members of one JSON object.
  std::size_t max_elements = 65536;           // Elements of one JSON array.
};

struct CallContext {
  // Returns OK to go on, else kCancelled or kDeadlineExceeded.  Empty: never stops.  The caller
  // supplies it: only capi/ may read the monotonic clock.
  std::function<absl::Status()> poll;
  // Told how many of `total` units are done (total 0: unknown).  Empty: nobody listens.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;
  Limits limits;
  int max_threads = 1;

  absl::Status Poll() const { return poll ? poll() : absl::OkStatus(); }
};

}  // namespace referee

#endif  // REFEREE_SRC_BASE_CALL_H_
