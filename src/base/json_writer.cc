#include "src/base/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "src/base/text.h"

namespace referee::json {
namespace {

void AppendEscape(unsigned char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  constexpr char kHex[] = "0123456789abcdef";
  out += "\\u00";
  out += kHex[c >> 4];
  out += kHex[c & 15];
}

// Bytes that are not UTF-8, each replaced by U+FFFD.
std::string Repaired(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t length = 1;
    while (length <= 4 && length <= text.size() && !IsValidUtf8(text.substr(0, length))) ++length;
    if (length > 4 || length > text.size()) {
      out += "\xEF\xBF\xBD";
      length = 1;
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return out;
}

constexpr std::uint64_t kTops = 0x8080808080808080u;

std::uint64_t EightBytes(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// The top bit of some byte is set when one of the eight must be escaped: a control, a quotation
// mark or a backslash.  Exact for each byte below 0x80; bytes above never set it.
std::uint64_t EscapeBits(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  const auto zeros = [](std::uint64_t x) { return (x - kOnes) & ~x; };
  const std::uint64_t controls = (word - kOnes * 0x20) & ~word;
  return (controls | zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\'))) & kTops;
}

bool HasEscape(const char* eight) { return EscapeBits(EightBytes(eight)) != 0; }

bool IsPlain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

// ASCII without anything to escape: nearly every string of a decision.
bool IsPlain(std::string_view text) {
  while (text.size() >= 8) {
    const std::uint64_t word = EightBytes(text.data());
    if ((EscapeBits(word) | (word & kTops)) != 0) return false;
    text.remove_prefix(8);
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return IsPlain(c); });
}

// Copies a plain text in one pass; null as soon as it turns out not to be.
char* CopyPlain(std::string_view text, char* to) {
  const char* from = text.data();
  const char* const end = from + text.size();
  for (; end - from >= 8; from += 8, to += 8) {
    const std::uint64_t word = EightBytes(from);
    if ((EscapeBits(word) | (word & kTops)) != 0) return nullptr;
    std::memcpy(to, &word, sizeof word);
  }
  for (; from != end; ++from) {
    if (!IsPlain(*from)) return nullptr;
    *to++ = *from;
  }
  return to;
}

// Most names and values are shorter: they are put together beside `out` and appended at once.
constexpr std::size_t kShortText = 60;

// A plain short text between quotation marks, after a comma if there is one and before `last`
// unless that is 0.  False, with nothing appended, for any other text.
bool AppendShort(bool has_comma, std::string_view text, char last, std::string& out) {
  if (text.size() > kShortText) return false;
  std::array<char, kShortText + 4> quoted;
  char* to = quoted.data();
  if (has_comma) *to++ = ',';
  *to++ = '"';
  to = CopyPlain(text, to);
  if (to == nullptr) return false;
  *to++ = '"';
  if (last != '\0') *to++ = last;
  out.append(quoted.data(), to);
  return true;
}

// Any text between quotation marks.
void AppendAny(std::string_view text, std::string& out) {
  if (IsPlain(text)) {
    out += '"';
    out += text;
    out += '"';
    return;
  }
  std::string repaired;
  if (!IsValidUtf8(text)) {
    repaired = Repaired(text);
    text = repaired;
  }
  out += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i + 8 <= text.size() && !HasEscape(text.data() + i)) i += 8;
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(start, i - start);
    AppendEscape(c, out);
    start = i + 1;
  }
  out += text.substr(start);
  out += '"';
}

}  // namespace

void AppendString(std::string_view text, std::string& out) {
  if (!AppendShort(false, text, '\0', out)) AppendAny(text, out);
}

void AppendDouble(double value, std::string& out) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  std::array<char, 32> digits;
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), result.ptr);
}

void Writer::Separate() {
  if (needs_comma_) *out_ += ',';
  needs_comma_ = true;
}

Writer& Writer::BeginObject() {
  Separate();
  *out_ += '{';
  needs_comma_ = false;
  return *this;
}

Writer& Writer::EndObject() {
  *out_ += '}';
  needs_comma_ = true;
  return *this;
}

Writer& Writer::BeginArray() {
  Separate();
  *out_ += '[';
  needs_comma_ = false;
  return *this;
}

Writer& Writer::EndArray() {
  *out_ += ']';
  needs_comma_ = true;
  return *this;
}

Writer& Writer::Key(std::string_view name) {
  if (!AppendShort(needs_comma_, name, ':', *out_)) {
    Separate();
    AppendAny(name, *out_);
    *out_ += ':';
  }
  needs_comma_ = false;
  return *this;
}

Writer& Writer::String(std::string_view text) {
  if (!AppendShort(needs_comma_, text, '\0', *out_)) {
    Separate();
    AppendAny(text, *out_);
  }
  needs_comma_ = true;
  return *this;
}

Writer& Writer::Integer(std::int64_t value) {
  Separate();
  *out_ += std::to_string(value);
  return *this;
}

Writer& Writer::Double(double value) {
  Separate();
  AppendDouble(value, *out_);
  return *this;
}

Writer& Writer::Bool(bool value) {
  Separate();
  *out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::Null() {
  Separate();
  *out_ += "null";
  return *this;
}

Writer& Writer::Raw(std::string_view json) {
  Separate();
  *out_ += json;
  return *this;
}

}  // namespace referee::json
