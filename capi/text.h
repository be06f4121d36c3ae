// Text across the boundary: pointers and lengths in, borrowed views out.

#ifndef REFEREE_CAPI_TEXT_H_
#define REFEREE_CAPI_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "include/referee/referee.h"

namespace referee::capi {

// An input text.  Fails with kInvalidArgument for NULL with a length; `name` is the parameter.
absl::StatusOr<std::string_view> ReadText(const char* data, std::size_t size, const char* name);

// OK unless `handle` is NULL; then kInvalidArgument that names the parameter.
absl::Status CheckNotNull(const void* handle, const char* name);

// A result that lives as long as `text`; a std::string and a literal end with a NUL.
inline referee_str Borrow(const std::string& text) { return {text.data(), text.size()}; }
inline constexpr referee_str BorrowLiteral(std::string_view literal) {
  return {literal.data(), literal.size()};
}
inline constexpr referee_str kNoText = {"", 0};

}  // namespace referee::capi

#endif  // REFEREE_CAPI_TEXT_H_
