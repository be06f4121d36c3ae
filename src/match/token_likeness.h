// How well one word of a company name stands for another.

#ifndef REFEREE_SRC_MATCH_TOKEN_LIKENESS_H_
#define REFEREE_SRC_MATCH_TOKEN_LIKENESS_H_

#include <cstddef>
#include <string_view>

#include "src/match/letter_set.h"

namespace referee {

// Shares of the bits of the word.
inline constexpr double kSameWord = 1.0;
inline constexpr double kTranscribedWord = 0.98;  // Letters with marks written out.
inline constexpr double kJoinedWords = 0.95;      // Two words written as one.
inline constexpr double kMisspeltWord = 0.7;
inline constexpr double kShortenedWord = 0.6;
inline constexpr double kResemblingWord = 0.35;

// Words this similar resemble each other.
inline constexpr double kResembling = 0.84;
// Words within the allowed errors are at least this similar.
inline constexpr double kLeastSimilar = 0.6;

// Typing errors in words of which the longer has so many bytes.  Words of up to four letters are
// too short to be misspelt recognisably: QVT is not QVL.
constexpr int AllowedErrors(std::size_t length) { return length <= 4 ? 0 : length <= 7 ? 1 : 2; }

// One of the above (but kJoinedWords), or 0 for different words.  Symmetric.
double TokenLikeness(std::string_view a, std::string_view b);
double TokenLikeness(const SpeltWord& a, const SpeltWord& b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_TOKEN_LIKENESS_H_
