// A word as an array of small numbers, one for each letter, as the string metrics need it.

#ifndef REFEREE_SRC_MATCH_LETTERS_H_
#define REFEREE_SRC_MATCH_LETTERS_H_

#include <array>
#include <cstdint>
#include <string_view>

namespace referee {

// Two words over one alphabet: equal letters have equal codes below kAlphabet.
struct LetterPair {
  static constexpr int kMaxLetters = 64;
  static constexpr int kAlphabet = 2 * kMaxLetters + 128;

  std::array<std::uint8_t, kMaxLetters> a, b;
  int a_size = 0, b_size = 0;

  // Fills in both words.  False when one has more than kMaxLetters code points.  Bytes that are
  // not UTF-8 count as one letter each.
  bool Assign(std::string_view first, std::string_view second);
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_LETTERS_H_
