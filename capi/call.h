// Per-call options, from callers older and newer than this library, as what src/ understands.

#ifndef REFEREE_CAPI_CALL_H_
#define REFEREE_CAPI_CALL_H_

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "include/referee/referee.h"
#include "src/base/call.h"

struct referee_cancel {
  std::atomic<bool> is_requested{false};
};

namespace referee::capi {

// Copies what both sides know; the rest stays zero, which means "default".  Reads not one byte
// past options->struct_size.  NULL gives the defaults.
//
//   kInvalidArgument  struct_size was never set, or a field is out of range
//   kUnimplemented    the caller is newer and asks for what this version lacks
absl::StatusOr<referee_call_options> ReadOptions(const referee_call_options* options);

// One running call: its context polls the cancel handle, the deadline and the answers of the
// progress function.  Lives on the stack of the entry point; src/ keeps no part of it.
class Call {
 public:
  // `limits` hold where `options` name none.
  Call(const referee_call_options& options, const Limits& limits);
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  const CallContext& context() const { return context_; }

 private:
  absl::Status Poll() const;
  void Progress(std::uint64_t done, std::uint64_t total);

  referee_call_options options_;
  std::chrono::steady_clock::time_point deadline_;
  std::atomic<std::int32_t> callback_answer_{0};
  CallContext context_;
};

}  // namespace referee::capi

#endif  // REFEREE_CAPI_CALL_H_
