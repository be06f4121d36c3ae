// How many typing errors lie between two words: insertions, deletions, replacements and swaps of
// neighbouring letters, no letter touched twice (optimal string alignment).
//
// One machine word holds a column of the dynamic-programming table as differences of neighbouring
// cells, so a column costs a dozen operations (Hyyrö, "A Bit-Vector Algorithm for Computing
// Levenshtein and Damerau Edit Distances", 2003).

#ifndef REFEREE_SRC_MATCH_EDIT_DISTANCE_H_
#define REFEREE_SRC_MATCH_EDIT_DISTANCE_H_

#include <string_view>

namespace referee {

// Words longer than this are equal or far apart: nobody types them from memory.
inline constexpr int kMaxWordLetters = 64;

// The distance in letters (code points) if it is at most `limit`, else limit + 1.  Words of more
// than kMaxWordLetters letters have distance 0 or limit + 1.  Symmetric.  O(length).
// Requires: limit >= 0.
int EditDistance(std::string_view a, std::string_view b, int limit);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_EDIT_DISTANCE_H_
