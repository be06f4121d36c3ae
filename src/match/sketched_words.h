// What the sketches of two words allow: letters, lengths and first letters, without the words.
// Every answer of false is certain.

#ifndef REFEREE_SRC_MATCH_SKETCHED_WORDS_H_
#define REFEREE_SRC_MATCH_SKETCHED_WORDS_H_

#include <bit>
#include <cstdint>

#include "src/normalize/feature_sketch.h"

namespace referee {

// False only when AreTranscriptions() is: an umlaut written out adds an e, and nothing else.
inline bool MayBeTranscriptions(const WordSketch& a, const WordSketch& b) {
  constexpr std::uint32_t kE = 1u << ('e' & 31);
  return ((a.letters() ^ b.letters()) & ~kE) == 0 && a.CommonPrefix(b) > 0;
}

// False only when a letter of `part` is not in `whole`.
inline bool MayBePartOf(const WordSketch& part, const WordSketch& whole) {
  return (part.letters() & ~whole.letters()) == 0;
}

// As LettersWithoutPartner() of the words.
inline int LettersWithoutPartner(const WordSketch& shorter, const WordSketch& longer) {
  if (!shorter.is_ascii() || !longer.is_ascii()) return 0;
  return std::popcount(shorter.letters() & ~longer.letters());
}

// False only when the edit distance is above `most`.
inline bool MayBeWithin(const WordSketch& a, const WordSketch& b, int most) {
  return LettersWithoutPartner(a, b) <= most && LettersWithoutPartner(b, a) <= most;
}

// False only when the Jaro-Winkler similarity is below `least`.
inline bool MayBeSimilar(const WordSketch& a, const WordSketch& b, double least) {
  const WordSketch& shorter = a.size() <= b.size() ? a : b;
  const WordSketch& longer = a.size() <= b.size() ? b : a;
  const int missing = LettersWithoutPartner(shorter, longer);
  if (missing == 0 || longer.size() == WordSketch::kLongest) return true;
  const double size = shorter.size();
  const double common = size - missing;
  const double jaro = (common / size + common / longer.size() + 1) / 3;
  return jaro + a.CommonPrefix(b) * 0.1 * (1 - jaro) >= least;
}

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_SKETCHED_WORDS_H_
