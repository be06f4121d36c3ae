// Two words, divided by the first zero byte: the string metrics against the textbook.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "src/match/edit_distance.h"
#include "src/match/jaro_winkler.h"
#include "src/match/token_likeness.h"
// A fuzz target is one file: the oracle is compiled into it.
#include "tests/reference/match/string_metrics.cc"

namespace {

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void CheckInvariants(std::string_view a, std::string_view b) {
  const int distance = referee::EditDistance(a, b, 3);
  Require(distance == referee::EditDistance(b, a, 3));
  Require(distance >= 0 && distance <= 4);
  const double similarity = referee::JaroWinkler(a, b);
  Require(similarity == referee::JaroWinkler(b, a));
  Require(similarity >= 0 && similarity <= 1);
  Require(a != b || (distance == 0 && similarity == 1));
  const double likeness = referee::TokenLikeness(a, b);
  Require(likeness == referee::TokenLikeness(b, a));
  Require(likeness >= 0 && likeness <= 1);
}

// The textbook reads bytes and knows no limit of length.
void CheckAgainstTextbook(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongest = referee::kMaxWordLetters;
  if (!IsAscii(a) || !IsAscii(b) || a.size() > kLongest || b.size() > kLongest) return;
  Require(referee::EditDistance(a, b, referee::kMaxWordLetters) ==
          referee::reference::EditDistance(a, b));
  Require(referee::JaroWinkler(a, b) == referee::reference::JaroWinkler(a, b));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t middle = std::min(input.find('\0'), size);
  const std::string_view a = input.substr(0, middle);
  const std::string_view b = input.substr(std::min(middle + 1, size));
  CheckInvariants(a, b);
  CheckAgainstTextbook(a, b);
  return 0;
}
