// Small functions over ASCII and UTF-8 text that need no Unicode tables.

#ifndef REFEREE_SRC_BASE_TEXT_H_
#define REFEREE_SRC_BASE_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace referee {

constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool IsAscii(std::string_view text);

// Without ASCII blanks at both ends.
std::string_view TrimAscii(std::string_view text);

// True for text that is empty or consists of blanks: the white space of Unicode, U+200B and U+FEFF.
bool IsBlank(std::string_view text);

std::string LowerAscii(std::string_view text);

// Splits at every `separator`; keeps empty parts.
std::vector<std::string_view> Split(std::string_view text, char separator);

std::string Join(const std::vector<std::string>& parts, std::string_view separator);

bool IsValidUtf8(std::string_view bytes);

// Appends the UTF-8 form of a scalar value.
void AppendUtf8(char32_t code_point, std::string& out);

}  // namespace referee

#endif  // REFEREE_SRC_BASE_TEXT_H_
