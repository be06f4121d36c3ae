// Jaro-Winkler similarity of two words: the share of letters they have in common at about the
// same place, raised for a common beginning, where people err least.

#ifndef REFEREE_SRC_MATCH_JARO_WINKLER_H_
#define REFEREE_SRC_MATCH_JARO_WINKLER_H_

#include <string_view>

namespace referee {

// In [0, 1], 1 only for equal words.  Letters are code points; words of more than 64 letters are
// similar (1) only when equal.  Symmetric.  The common beginning counts up to four letters, with
// factor 0.1, above a Jaro similarity of 0.7: the usual constants.  O(length).
double JaroWinkler(std::string_view a, std::string_view b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_JARO_WINKLER_H_
