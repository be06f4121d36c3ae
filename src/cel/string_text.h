// Strings by code point.

#ifndef REFEREE_SRC_CEL_STRING_TEXT_H_
#define REFEREE_SRC_CEL_STRING_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace referee::cel {

inline constexpr std::size_t kNoOffset = static_cast<std::size_t>(-1);

// The offset of the code point number `index`; the size of the text for the one after the last;
// kNoOffset beyond.  Linear.
std::size_t OffsetOf(std::string_view text, std::size_t index);

// The length in octets of the code point at the start of a text that is not empty.
std::size_t CodePointLength(std::string_view text);

// Without the characters at both ends that Unicode calls White_Space.
std::string_view TrimUnicode(std::string_view text);

// A literal of the language, with quotes and escapes.
std::string Quote(std::string_view text);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_STRING_TEXT_H_
