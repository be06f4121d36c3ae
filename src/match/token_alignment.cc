#include "src/match/token_alignment.h"

namespace referee {

TokenAlignment AlignTokens(const TokenWeights& weights) {
  // best[i][used]: the greatest total of rows i and later when the columns in `used` are taken.
  constexpr std::size_t kSets = std::size_t{1} << kMaxAlignedTokens;
  std::array<std::array<double, kSets>, kMaxAlignedTokens + 1> best;
  const std::size_t sets = std::size_t{1} << weights.columns;
  for (std::size_t used = 0; used < sets; ++used) best[weights.rows][used] = 0;
  for (std::size_t i = weights.rows; i-- > 0;) {
    for (std::size_t used = 0; used < sets; ++used) {
      double total = best[i + 1][used];
      for (std::size_t j = 0; j < weights.columns; ++j) {
        const std::size_t column = std::size_t{1} << j;
        if ((used & column) != 0 || weights.weight[i][j] <= 0) continue;
        const double with = weights.weight[i][j] + best[i + 1][used | column];
        if (with > total) total = with;
      }
      best[i][used] = total;
    }
  }

  TokenAlignment alignment;
  alignment.partner.fill(TokenAlignment::kUnpaired);
  alignment.total = best[0][0];
  std::size_t used = 0;
  for (std::size_t i = 0; i < weights.rows; ++i) {
    for (std::size_t j = 0; j < weights.columns; ++j) {
      const std::size_t column = std::size_t{1} << j;
      if ((used & column) != 0 || weights.weight[i][j] <= 0) continue;
      if (weights.weight[i][j] + best[i + 1][used | column] < best[i][used]) continue;
      alignment.partner[i] = static_cast<std::int8_t>(j);
      used |= column;
      break;
    }
  }
  return alignment;
}

}  // namespace referee
