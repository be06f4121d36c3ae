// Words of company names that say little: function words, words for the organisation, and words of
// trade.

#ifndef REFEREE_SRC_MATCH_COMPANY_WORDS_H_
#define REFEREE_SRC_MATCH_COMPANY_WORDS_H_

#include <cstdint>
#include <string_view>

#include "src/normalize/feature_sketch.h"

namespace referee {

enum class WordKind : std::uint8_t {
  kDistinctive,
  kTrade,       // systems, hotel, foods: what the company does.
  kDescriptor,  // group, company, international: how it is organised.
  kFunction,    // and, of, the.
};

// `word` in folded form.  O(length).
WordKind KindOfWord(std::string_view word);

// False only for words of another kind than kFunction.
bool MayBeFunctionWord(const WordSketch& word);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_COMPANY_WORDS_H_
