// Base64 with the standard alphabet (RFC 4648, section 4).

#ifndef REFEREE_SRC_CEL_BASE64_H_
#define REFEREE_SRC_CEL_BASE64_H_

#include <optional>
#include <string>
#include <string_view>

namespace referee::cel {

// With padding.
std::string EncodeBase64(std::string_view bytes);

// Padding may be left out; no value for anything else that is not base64.
std::optional<std::string> DecodeBase64(std::string_view text);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_BASE64_H_
