#include "capi/text.h"

#include <string>

#include "src/base/error_location.h"

namespace referee::capi {

absl::StatusOr<std::string_view> ReadText(const char* data, std::size_t size, const char* name) {
  if (data == nullptr) {
    if (size == 0) return std::string_view();
    return Invalid(std::string(name) + " is NULL but has a length");
  }
  if (size == REFEREE_NUL) return std::string_view(data);
  return std::string_view(data, size);
}

absl::Status CheckNotNull(const void* handle, const char* name) {
  if (handle != nullptr) return absl::OkStatus();
  return Invalid(std::string(name) + " is NULL");
}

}  // namespace referee::capi
