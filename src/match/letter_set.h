// Which letters a word has: a cheap reason to call two words different without measuring them.

#ifndef REFEREE_SRC_MATCH_LETTER_SET_H_
#define REFEREE_SRC_MATCH_LETTER_SET_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace referee {

// At least so many letters of the shorter word have no partner in the longer one; 0 where a byte is
// not ASCII, as bytes are no letters there.  So the edit distance is at least this, and the
// number of letters in common at most the shorter length less this.
inline int LettersWithoutPartner(std::string_view shorter, std::string_view longer) {
  std::uint32_t in_shorter = 0, in_longer = 0;
  unsigned char all = 0;
  // Letters that fall on one bit only lower the answer.
  for (const char c : shorter) {
    all |= static_cast<unsigned char>(c);
    in_shorter |= 1u << (static_cast<unsigned char>(c) & 31u);
  }
  for (const char c : longer) {
    all |= static_cast<unsigned char>(c);
    in_longer |= 1u << (static_cast<unsigned char>(c) & 31u);
  }
  return all >= 0x80 ? 0 : std::popcount(in_shorter & ~in_longer);
}

// False only when the edit distance is above `most`.
inline bool MayBeWithin(std::string_view a, std::string_view b, int most) {
  // Each side: a letter may be replaced, so neither count bounds the other.
  return LettersWithoutPartner(a, b) <= most && LettersWithoutPartner(b, a) <= most;
}

// False only when the Jaro-Winkler similarity is below `least`.
inline bool MayBeSimilar(std::string_view a, std::string_view b, double least) {
  const std::string_view shorter = a.size() <= b.size() ? a : b;
  const std::string_view longer = a.size() <= b.size() ? b : a;
  if (shorter.empty()) return longer.empty();
  const int missing = LettersWithoutPartner(shorter, longer);
  // Also for words beyond ASCII, whose lengths in letters are not known here.
  if (missing == 0) return true;
  const int common = static_cast<int>(shorter.size()) - missing;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < shorter.size() && shorter[prefix] == longer[prefix]) ++prefix;
  const double jaro = (common / static_cast<double>(shorter.size()) +
                       common / static_cast<double>(longer.size()) + 1) /
                      3;
  return jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro) >= least;
}

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_LETTER_SET_H_
