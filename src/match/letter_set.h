// Which letters a word has: a cheap reason to call two words different without measuring them.

#ifndef REFEREE_SRC_MATCH_LETTER_SET_H_
#define REFEREE_SRC_MATCH_LETTER_SET_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace referee {

// A word with its letters.  Letters that fall on one bit only make two words look more alike.
struct SpeltWord {
  SpeltWord() = default;
  explicit SpeltWord(std::string_view word) : text(word) {
    unsigned char all = 0;
    for (const char c : word) {
      all |= static_cast<unsigned char>(c);
      letters |= 1u << (static_cast<unsigned char>(c) & 31u);
    }
    is_ascii = all < 0x80;
  }

  std::string_view text;
  std::uint32_t letters = 0;
  bool is_ascii = true;
};

// At least so many letters of the shorter word have no partner in the longer one; 0 where a byte is
// not ASCII, as bytes are no letters there.  So the edit distance is at least this, and the
// number of letters in common at most the shorter length less this.
inline int LettersWithoutPartner(const SpeltWord& shorter, const SpeltWord& longer) {
  if (!shorter.is_ascii || !longer.is_ascii) return 0;
  return std::popcount(shorter.letters & ~longer.letters);
}

// False only when the edit distance is above `most`.
inline bool MayBeWithin(const SpeltWord& a, const SpeltWord& b, int most) {
  // Each side: a letter may be replaced, so neither count bounds the other.
  return LettersWithoutPartner(a, b) <= most && LettersWithoutPartner(b, a) <= most;
}

// False only when the Jaro-Winkler similarity is below `least`.
inline bool MayBeSimilar(const SpeltWord& a, const SpeltWord& b, double least) {
  const SpeltWord& shorter = a.text.size() <= b.text.size() ? a : b;
  const SpeltWord& longer = a.text.size() <= b.text.size() ? b : a;
  const std::size_t size = shorter.text.size();
  if (size == 0) return longer.text.empty();
  const int missing = LettersWithoutPartner(shorter, longer);
  // Also for words beyond ASCII, whose lengths in letters are not known here.
  if (missing == 0) return true;
  const int common = static_cast<int>(size) - missing;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < size && shorter.text[prefix] == longer.text[prefix]) ++prefix;
  const double jaro =
      (common / static_cast<double>(size) + common / static_cast<double>(longer.text.size()) + 1) /
      3;
  return jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro) >= least;
}

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_LETTER_SET_H_
