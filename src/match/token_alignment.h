// Which words of one name stand for which words of another: the assignment of greatest total
// weight, one to one, whatever the order.
//
// Names have few words, so dynamic programming over the set of words already used is exact and
// small: n * 2^m * m steps for n and m words, both at most 8.

#ifndef REFEREE_SRC_MATCH_TOKEN_ALIGNMENT_H_
#define REFEREE_SRC_MATCH_TOKEN_ALIGNMENT_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace referee {

inline constexpr std::size_t kMaxAlignedTokens = 8;

// weight[i][j] of pairing word i of the first name with word j of the second; 0: they do not pair.
struct TokenWeights {
  std::size_t rows = 0, columns = 0;  // At most kMaxAlignedTokens each.
  std::array<std::array<double, kMaxAlignedTokens>, kMaxAlignedTokens> weight{};
};

struct TokenAlignment {
  static constexpr std::int8_t kUnpaired = -1;

  double total = 0;
  std::array<std::int8_t, kMaxAlignedTokens> partner;  // By row; kUnpaired or a column.
};

// The assignment of greatest total; among equals the one that pairs earlier words first.
// Requires: weights are not negative.
TokenAlignment AlignTokens(const TokenWeights& weights);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_TOKEN_ALIGNMENT_H_
