#include "src/normalize/punycode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "src/base/text.h"

namespace referee {
namespace {

// Octets of a host name; the quadratic encoding below stays small.
constexpr std::size_t kLongestHost = 253;

// The parameters of RFC 3492, section 5.
constexpr std::uint32_t kBase = 36, kLeastThreshold = 1, kMostThreshold = 26, kSkew = 38,
                        kDamp = 700, kFirstBias = 72, kFirstPoint = 128;

char Digit(std::uint32_t value) {
  return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

std::uint32_t Adapt(std::uint32_t delta, std::uint32_t points, bool is_first) {
  delta = is_first ? delta / kDamp : delta / 2;
  delta += delta / points;
  std::uint32_t shift = 0;
  while (delta > (kBase - kLeastThreshold) * kMostThreshold / 2) {
    delta /= kBase - kLeastThreshold;
    shift += kBase;
  }
  return shift + (kBase - kLeastThreshold + 1) * delta / (delta + kSkew);
}

// One number, least significant digit first, each digit with a threshold of its own.
void AppendNumber(std::uint32_t number, std::uint32_t bias, std::string& out) {
  for (std::uint32_t k = kBase;; k += kBase) {
    const std::uint32_t threshold =
        std::clamp(k > bias ? k - bias : 0, kLeastThreshold, kMostThreshold);
    if (number < threshold) break;
    out += Digit(threshold + (number - threshold) % (kBase - threshold));
    number = (number - threshold) / (kBase - threshold);
  }
  out += Digit(number);
}

// RFC 3492, section 6.3.  The numbers stay far below 32 bits: a host has 253 letters at most.
void AppendLabel(const std::vector<char32_t>& label, std::string& out) {
  std::string basic;
  for (const char32_t c : label) {
    if (c < kFirstPoint) basic += static_cast<char>(c);
  }
  if (basic.size() == label.size()) {
    out += basic;
    return;
  }
  out += "xn--" + basic;
  if (!basic.empty()) out += '-';
  auto done = static_cast<std::uint32_t>(basic.size());
  std::uint32_t delta = 0, bias = kFirstBias;
  char32_t next = kFirstPoint;
  while (done < label.size()) {
    char32_t least = 0x10FFFF;
    for (const char32_t c : label) {
      if (c >= next) least = std::min(least, c);
    }
    delta += static_cast<std::uint32_t>(least - next) * (done + 1);
    next = least;
    for (const char32_t c : label) {
      if (c < next) ++delta;
      if (c != next) continue;
      AppendNumber(delta, bias, out);
      bias = Adapt(delta, done + 1, done == basic.size());
      delta = 0;
      ++done;
    }
    ++delta;
    ++next;
  }
}

// Lower case first: full case folding would write the German sharp s as two letters, which is
// another domain.
bool Compose(std::string_view host, std::vector<char32_t>* out) {
  std::string lower;
  for (std::size_t at = 0; at < host.size();) {
    utf8proc_int32_t c = -1;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(host.data()) + at,
                         static_cast<utf8proc_ssize_t>(host.size() - at), &c);
    if (length <= 0) return false;
    AppendUtf8(static_cast<char32_t>(utf8proc_tolower(c)), lower);
    at += static_cast<std::size_t>(length);
  }
  // A character decomposes into 18 at most.
  std::vector<utf8proc_int32_t> points(lower.size() * 18);
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                                           UTF8PROC_COMPOSE | UTF8PROC_IGNORE);
  auto count = utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(lower.data()),
                                  static_cast<utf8proc_ssize_t>(lower.size()), points.data(),
                                  static_cast<utf8proc_ssize_t>(points.size()), kOptions);
  if (count < 0) return false;
  count = utf8proc_normalize_utf32(points.data(), count, kOptions);
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    // Once more: a letter that only looks small, as a script capital does, folds to a capital.
    const auto c = static_cast<char32_t>(utf8proc_tolower(points[static_cast<std::size_t>(i)]));
    constexpr char32_t kIdeographicStop = 0x3002;
    out->push_back(c == kIdeographicStop ? U'.' : c);
  }
  return true;
}

}  // namespace

std::string AsciiHost(std::string_view host) {
  std::vector<char32_t> points;
  if (IsAscii(host) || host.size() > kLongestHost || !Compose(host, &points))
    return LowerAscii(host);
  std::string out;
  std::vector<char32_t> label;
  for (const char32_t c : points) {
    if (c != U'.') {
      label.push_back(c);
      continue;
    }
    AppendLabel(label, out);
    out += '.';
    label.clear();
  }
  AppendLabel(label, out);
  return out;
}

}  // namespace referee
