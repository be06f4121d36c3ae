#include "src/store/store.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "capi/call.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/store/file_store.h"
#include "src/store/signer.h"

namespace {

using referee::capi::Call;
using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::ReadOptions;
using referee::capi::ReadText;

// The size of referee_store_options in version 1.0.  Never changes.
constexpr std::size_t kStoreOptionsMinSize = offsetof(referee_store_options, busy_timeout_ms) +
                                             sizeof(referee_store_options::busy_timeout_ms);
static_assert(sizeof(referee_store_options) == kStoreOptionsMinSize,
              "tail padding would hide a new field");
constexpr std::size_t kStoreOptionsMaxSize = 4096;

constexpr std::size_t kSeedBytes = 32;
constexpr std::int32_t kLongestWaitMs = 3'600'000;

// As ReadOptions() of call.h.
absl::StatusOr<referee_store_options> ReadStoreOptions(const referee_store_options* options) {
  referee_store_options known = REFEREE_STORE_OPTIONS_INIT;
  if (options == nullptr) return known;
  const std::size_t size = options->struct_size;
  if (size < kStoreOptionsMinSize || size > kStoreOptionsMaxSize) {
    return referee::Invalid("options.struct_size is not set");
  }
  const auto* bytes = reinterpret_cast<const unsigned char*>(options);
  if (size > sizeof known && std::any_of(bytes + sizeof known, bytes + size,
                                         [](unsigned char byte) { return byte != 0; })) {
    return absl::UnimplementedError("options ask for more than this version can do");
  }
  std::memcpy(&known, options, sizeof known);
  known.struct_size = sizeof known;
  return known;
}

absl::StatusOr<referee::FileStoreOptions> FileOptionsOf(const referee_store_options& known) {
  referee::FileStoreOptions options;
  REFEREE_ASSIGN_OR_RETURN(const std::string_view key,
                           ReadText(known.sign_key.data, known.sign_key.size, "options.sign_key"));
  options.signing_seed =
      key.size() == 2 * kSeedBytes ? referee::BytesFromHex(key) : std::string(key);
  if (!key.empty() && options.signing_seed.size() != kSeedBytes) {
    return referee::Invalid("options.sign_key must be 32 bytes or 64 hexadecimal digits");
  }
  if (known.busy_timeout_ms < 0 || known.busy_timeout_ms > kLongestWaitMs) {
    return referee::Invalid("options.busy_timeout_ms must be between 0 and 3600000");
  }
  options.read_only = known.read_only != 0;
  if (known.busy_timeout_ms > 0) options.busy_timeout_ms = known.busy_timeout_ms;
  return options;
}

absl::StatusOr<std::string_view> TenantOf(const referee_call_options& options) {
  return ReadText(options.tenant.data, options.tenant.size, "options.tenant");
}

}  // namespace

referee_status referee_store_new_memory(referee_store** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    *out = new referee_store{referee::NewMemoryStore()};
    return absl::OkStatus();
  });
}

referee_status referee_store_open(const char* path, size_t path_size,
                                  const referee_store_options* options, referee_store** out,
                                  referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_ASSIGN_OR_RETURN(const std::string_view name, ReadText(path, path_size, "path"));
    if (name.empty() || name.find('\0') != std::string_view::npos) {
      return referee::Invalid("path must not be empty nor contain NUL");
    }
    REFEREE_ASSIGN_OR_RETURN(const referee_store_options known, ReadStoreOptions(options));
    REFEREE_ASSIGN_OR_RETURN(const referee::FileStoreOptions file_options, FileOptionsOf(known));
    REFEREE_ASSIGN_OR_RETURN(
        std::unique_ptr<referee::Store> store,
        referee::OpenFileStore(std::string(name), file_options, referee::CallContext()));
    *out = new referee_store{std::move(store)};
    return absl::OkStatus();
  });
}

void referee_store_free(referee_store* store) { delete store; }

referee_status referee_store_entry_count(referee_store* store, const referee_call_options* options,
                                         uint64_t* count, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(count, "count"));
    *count = 0;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(store, "store"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view tenant, TenantOf(known));
    const Call call(known, referee::Limits());
    REFEREE_ASSIGN_OR_RETURN(*count, store->store->CountEntries(tenant, call.context()));
    return absl::OkStatus();
  });
}

referee_status referee_store_audit_verify(referee_store* store, const char* head, size_t head_size,
                                          const referee_call_options* options, int32_t* is_sound,
                                          referee_document** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    if (is_sound != nullptr) *is_sound = 0;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(store, "store"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view expected, ReadText(head, head_size, "head"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    const Call call(known, referee::Limits());
    REFEREE_ASSIGN_OR_RETURN(const referee::AuditReport report,
                             store->store->Verify(expected, call.context()));
    *out = new referee_document{referee::AuditJson(report)};
    if (is_sound != nullptr) *is_sound = report.is_sound() ? 1 : 0;
    return absl::OkStatus();
  });
}

referee_status referee_store_audit_prove(referee_store* store, uint64_t entry, uint32_t disclose,
                                         const referee_call_options* options,
                                         referee_document** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(store, "store"));
    constexpr std::uint32_t kTexts = REFEREE_DISCLOSE_INPUT | REFEREE_DISCLOSE_OUTPUT;
    if ((disclose & ~kTexts) != 0) {
      return absl::UnimplementedError("disclose names a text that this version does not know");
    }
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view tenant, TenantOf(known));
    const Call call(known, referee::Limits());
    const referee::Disclosure disclosure = {(disclose & REFEREE_DISCLOSE_INPUT) != 0,
                                            (disclose & REFEREE_DISCLOSE_OUTPUT) != 0};
    REFEREE_ASSIGN_OR_RETURN(std::string proof,
                             store->store->Prove(tenant, entry, disclosure, call.context()));
    *out = new referee_document{std::move(proof)};
    return absl::OkStatus();
  });
}

referee_status referee_audit_check(const char* json, size_t json_size, const char* root,
                                   size_t root_size, const referee_call_options* options,
                                   int32_t* is_valid, referee_document** out,
                                   referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    if (is_valid != nullptr) *is_valid = 0;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_ASSIGN_OR_RETURN(const std::string_view proof, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view expected, ReadText(root, root_size, "root"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    const Call call(known, referee::Limits());
    REFEREE_ASSIGN_OR_RETURN(referee::ProofCheck check,
                             referee::CheckProof(proof, expected, call.context().limits));
    *out = new referee_document{std::move(check.json)};
    if (is_valid != nullptr) *is_valid = check.is_valid ? 1 : 0;
    return absl::OkStatus();
  });
}

referee_status referee_store_erase(referee_store* store, const char* json, size_t json_size,
                                   const referee_call_options* options, referee_document** out,
                                   referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(store, "store"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view request, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view tenant, TenantOf(known));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view as_of,
                             ReadText(known.as_of.data, known.as_of.size, "options.as_of"));
    const Call call(known, referee::Limits());
    REFEREE_ASSIGN_OR_RETURN(std::string done,
                             store->store->Erase(tenant, request, as_of, call.context()));
    *out = new referee_document{std::move(done)};
    return absl::OkStatus();
  });
}
