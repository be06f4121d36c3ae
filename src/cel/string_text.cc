#include "src/cel/string_text.h"

#include <array>

#include "src/cel/source.h"

namespace referee::cel {
namespace {

// White_Space of Unicode 15, as UTF-8.
constexpr std::array<std::string_view, 25> kWhiteSpace = {
    "\t",           "\n",           "\v",           "\f",           "\r",           " ",
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82",
    "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88",
    "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F",
    "\xE3\x80\x80"};

bool TrimStart(std::string_view* text) {
  for (const std::string_view blank : kWhiteSpace) {
    if (!text->starts_with(blank)) continue;
    text->remove_prefix(blank.size());
    return true;
  }
  return false;
}

bool TrimEnd(std::string_view* text) {
  for (const std::string_view blank : kWhiteSpace) {
    if (!text->ends_with(blank)) continue;
    text->remove_suffix(blank.size());
    return true;
  }
  return false;
}

}  // namespace

std::size_t CodePointLength(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && !StartsCodePoint(text[length])) ++length;
  return length;
}

std::size_t OffsetOf(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index) offset += CodePointLength(text.substr(offset));
  return index == 0 ? offset : kNoOffset;
}

std::string_view TrimUnicode(std::string_view text) {
  while (TrimStart(&text)) {
  }
  while (TrimEnd(&text)) {
  }
  return text;
}

std::string Quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '\a': out += "\\a"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      case '\v': out += "\\v"; break;
      case '\\': out += "\\\\"; break;
      case '"': out += "\\\""; break;
      default: out += c; break;
    }
  }
  return out + "\"";
}

}  // namespace referee::cel
