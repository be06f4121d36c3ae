// How well one word of a company name stands for another.

#ifndef REFEREE_SRC_MATCH_TOKEN_LIKENESS_H_
#define REFEREE_SRC_MATCH_TOKEN_LIKENESS_H_

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

// One of the above (but kJoinedWords), or 0 for different words.  Symmetric.
double TokenLikeness(std::string_view a, std::string_view b);
double TokenLikeness(const SpeltWord& a, const SpeltWord& b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_TOKEN_LIKENESS_H_
