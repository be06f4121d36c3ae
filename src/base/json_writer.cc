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

// Copies a plain text; null when it turns out not to be one.  The last bytes are taken together
// with some before them rather than one by one.
char* CopyPlain(std::string_view text, char* to) {
  constexpr std::size_t kWord = sizeof(std::uint64_t), kHalf = sizeof(std::uint32_t);
  const char* const from = text.data();
  const std::size_t size = text.size();
  std::uint64_t faults = 0;
  const auto copy_word = [&](std::size_t at) {
    const std::uint64_t word = EightBytes(from + at);
    faults |= EscapeBits(word) | (word & kTops);
    std::memcpy(to + at, &word, kWord);
  };
  if (size >= kWord) {
    for (std::size_t at = 0; at + kWord <= size; at += kWord) copy_word(at);
    copy_word(size - kWord);
  } else if (size >= kHalf) {
    std::uint32_t front = 0, back = 0;
    std::memcpy(&front, from, kHalf);
    std::memcpy(&back, from + size - kHalf, kHalf);
    const std::uint64_t word = front | std::uint64_t{back} << (8 * kHalf);
    faults = EscapeBits(word) | (word & kTops);
    std::memcpy(to, &front, kHalf);
    std::memcpy(to + size - kHalf, &back, kHalf);
  } else {
    for (std::size_t at = 0; at < size; ++at) {
      faults |= IsPlain(from[at]) ? 0 : 1;
      to[at] = from[at];
    }
  }
  return faults == 0 ? to + size : nullptr;
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

// No number takes more characters.
constexpr std::size_t kLongestNumber = 32;

char* PrintDouble(double value, char* to) {
  return std::to_chars(to, to + kLongestNumber, value).ptr;
}

}  // namespace

void AppendString(std::string_view text, std::string& out) { AppendAny(text, out); }

void AppendDouble(double value, std::string& out) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  std::array<char, kLongestNumber> digits;
  out.append(digits.data(), PrintDouble(value, digits.data()));
}

void Writer::Grow(std::size_t bytes) {
  constexpr std::size_t kLeast = 256;
  out_->resize(std::max({size_ + bytes, out_->capacity(), 2 * size_, kLeast}));
}

Writer& Writer::Done() {
  needs_comma_ = true;
  if (depth_ == 0) out_->resize(size_);
  return *this;
}

Writer& Writer::Begin(char bracket) {
  char* to = Room(2);
  if (needs_comma_) *to++ = ',';
  *to++ = bracket;
  Advance(to);
  ++depth_;
  needs_comma_ = false;
  return *this;
}

Writer& Writer::End(char bracket) {
  char* to = Room(1);
  *to++ = bracket;
  Advance(to);
  --depth_;
  return Done();
}

void Writer::Literal(std::string_view text) {
  constexpr std::size_t kMarks = 3;
  char* to = Room(text.size() + kMarks);
  if (needs_comma_) *to++ = ',';
  *to++ = '"';
  if (char* end = CopyPlain(text, to); end != nullptr) {
    *end++ = '"';
    Advance(end);
    return;
  }
  std::string quoted;
  AppendAny(text, quoted);
  to = Room(quoted.size() + 1);
  if (needs_comma_) *to++ = ',';
  Advance(std::copy(quoted.begin(), quoted.end(), to));
}

Writer& Writer::Key(std::string_view name) {
  Literal(name);
  char* to = Room(1);
  *to++ = ':';
  Advance(to);
  needs_comma_ = false;
  return *this;
}

Writer& Writer::String(std::string_view text) {
  Literal(text);
  return Done();
}

Writer& Writer::Integer(std::int64_t value) {
  char* to = Room(kLongestNumber + 1);
  if (needs_comma_) *to++ = ',';
  Advance(std::to_chars(to, to + kLongestNumber, value).ptr);
  return Done();
}

Writer& Writer::Double(double value) {
  if (!std::isfinite(value)) return Null();
  char* to = Room(kLongestNumber + 1);
  if (needs_comma_) *to++ = ',';
  Advance(PrintDouble(value, to));
  return Done();
}

Writer& Writer::Raw(std::string_view json) {
  char* to = Room(json.size() + 1);
  if (needs_comma_) *to++ = ',';
  Advance(std::copy(json.begin(), json.end(), to));
  return Done();
}

}  // namespace referee::json
