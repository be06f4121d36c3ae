#include "capi/call.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

#include "capi/guard.h"
#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/status_macros.h"

namespace referee::capi {
namespace {

// The size of referee_call_options in version 1.0.  Never changes.
constexpr std::size_t kCallOptionsMinSize =
    offsetof(referee_call_options, max_depth) + sizeof(referee_call_options::max_depth);
static_assert(sizeof(referee_call_options) == kCallOptionsMinSize,
              "tail padding would hide a new field");

// No honest struct is larger: this is a struct_size that was never set.
constexpr std::size_t kCallOptionsMaxSize = 4096;

constexpr std::uint32_t kKnownParts = REFEREE_PART_MATCHES | REFEREE_PART_EXPLANATION |
                                      REFEREE_PART_OUTPUTS | REFEREE_PART_COUNTERFACTUALS;
constexpr std::int32_t kMaxThreads = 1024;
constexpr std::int64_t kMaxDocumentBytes = std::int64_t{1} << 31;
constexpr std::int64_t kMaxDepth = 1024;

absl::Status CheckRange(std::int64_t value, std::int64_t high, const char* name) {
  if (value >= 0 && value <= high) return absl::OkStatus();
  return Invalid(std::string("options.") + name + " must be between 0 and " + std::to_string(high));
}

absl::Status CheckFields(const referee_call_options& options) {
  if ((options.omit_parts & ~kKnownParts) != 0) {
    return absl::UnimplementedError("options.omit_parts names a part that this version lacks");
  }
  REFEREE_RETURN_IF_ERROR(CheckRange(options.deadline_ms, INT64_MAX, "deadline_ms"));
  REFEREE_RETURN_IF_ERROR(CheckRange(options.max_threads, kMaxThreads, "max_threads"));
  REFEREE_RETURN_IF_ERROR(
      CheckRange(options.max_document_bytes, kMaxDocumentBytes, "max_document_bytes"));
  REFEREE_RETURN_IF_ERROR(CheckRange(options.max_depth, kMaxDepth, "max_depth"));
  REFEREE_RETURN_IF_ERROR(
      ReadText(options.as_of.data, options.as_of.size, "options.as_of").status());
  return ReadText(options.tenant.data, options.tenant.size, "options.tenant").status();
}

// A deadline so far away that adding it to the clock would overflow is none.
constexpr std::int64_t kLongestDeadlineMs = std::int64_t{1} << 40;

}  // namespace

absl::StatusOr<referee_call_options> ReadOptions(const referee_call_options* options) {
  referee_call_options known = REFEREE_CALL_OPTIONS_INIT;
  if (options == nullptr) return known;

  const std::size_t size = options->struct_size;
  if (size < kCallOptionsMinSize || size > kCallOptionsMaxSize) {
    return Invalid("options.struct_size is not set");
  }
  const auto* bytes = reinterpret_cast<const unsigned char*>(options);
  const bool asks_for_more =
      size > sizeof known &&
      std::any_of(bytes + sizeof known, bytes + size, [](unsigned char byte) { return byte != 0; });
  if (asks_for_more) {
    return absl::UnimplementedError("options ask for more than this version can do");
  }
  std::memcpy(&known, options, std::min(size, sizeof known));
  known.struct_size = sizeof known;
  REFEREE_RETURN_IF_ERROR(CheckFields(known));
  return known;
}

Call::Call(const referee_call_options& options, const Limits& limits) : options_(options) {
  context_.limits = limits;
  if (options.max_document_bytes > 0) {
    context_.limits.max_document_bytes = static_cast<std::size_t>(options.max_document_bytes);
  }
  if (options.max_depth > 0) {
    context_.limits.max_depth = static_cast<std::size_t>(options.max_depth);
  }
  context_.max_threads = std::max(options.max_threads, 1);

  const bool has_deadline = options.deadline_ms > 0 && options.deadline_ms < kLongestDeadlineMs;
  deadline_ = std::chrono::steady_clock::time_point::max();
  if (has_deadline) {
    deadline_ = std::chrono::steady_clock::now() + std::chrono::milliseconds(options.deadline_ms);
  }
  // A call that nothing can stop pays for no polling.
  if (has_deadline || options.cancel != nullptr || options.progress != nullptr) {
    context_.poll = [this] { return Poll(); };
  }
  if (options.progress != nullptr) {
    context_.progress = [this](std::uint64_t done, std::uint64_t total) { Progress(done, total); };
  }
}

absl::Status Call::Poll() const {
  if (options_.cancel != nullptr && options_.cancel->is_requested.load(std::memory_order_relaxed)) {
    return absl::CancelledError("the call was cancelled");
  }
  const std::int32_t answer = callback_answer_.load(std::memory_order_relaxed);
  if (answer != 0) {
    return absl::CancelledError("the progress function answered " + std::to_string(answer));
  }
  if (deadline_ != std::chrono::steady_clock::time_point::max() &&
      std::chrono::steady_clock::now() >= deadline_) {
    return absl::DeadlineExceededError("the call took longer than its deadline");
  }
  return absl::OkStatus();
}

void Call::Progress(std::uint64_t done, std::uint64_t total) {
  const std::int32_t answer = options_.progress(options_.progress_data, done, total);
  if (answer != 0) callback_answer_.store(answer, std::memory_order_relaxed);
}

}  // namespace referee::capi

using referee::capi::CheckNotNull;
using referee::capi::Guard;

referee_status referee_cancel_new(referee_cancel** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    *out = new referee_cancel;
    return absl::OkStatus();
  });
}

void referee_cancel_request(referee_cancel* cancel) {
  if (cancel != nullptr) cancel->is_requested.store(true, std::memory_order_relaxed);
}

void referee_cancel_free(referee_cancel* cancel) { delete cancel; }
