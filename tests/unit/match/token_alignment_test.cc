#include "src/match/token_alignment.h"

#include <doctest/doctest.h>

#include <random>

#include "tests/reference/match/best_assignment.h"

TEST_SUITE_BEGIN("match/token_alignment");

namespace referee {
namespace {

TEST_CASE("the greedy pair is given up when another assignment is worth more") {
  TokenWeights weights;
  weights.rows = weights.columns = 2;
  weights.weight[0] = {10, 9};
  weights.weight[1] = {9, 0};
  const TokenAlignment alignment = AlignTokens(weights);
  CHECK(alignment.total == 18);
  CHECK(alignment.partner[0] == 1);
  CHECK(alignment.partner[1] == 0);
}

TEST_CASE("words without a partner stay unpaired") {
  TokenWeights weights;
  weights.rows = 2;
  weights.columns = 1;
  weights.weight[1][0] = 3;
  const TokenAlignment alignment = AlignTokens(weights);
  CHECK(alignment.partner[0] == TokenAlignment::kUnpaired);
  CHECK(alignment.partner[1] == 0);
}

TEST_CASE("the total is the greatest of all assignments, and the partners add up to it") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    TokenWeights weights;
    weights.rows = std::uniform_int_distribution<std::size_t>(0, 6)(random);
    weights.columns = std::uniform_int_distribution<std::size_t>(0, 6)(random);
    for (std::size_t i = 0; i < weights.rows; ++i) {
      for (std::size_t j = 0; j < weights.columns; ++j) {
        // Whole numbers: sums are exact in any order.
        const int weight = std::uniform_int_distribution<int>(-6, 12)(random);
        weights.weight[i][j] = weight > 0 ? weight : 0;
      }
    }
    const TokenAlignment alignment = AlignTokens(weights);
    REQUIRE(alignment.total == reference::BestTotal(weights));
    double total = 0;
    unsigned used = 0;
    for (std::size_t i = 0; i < weights.rows; ++i) {
      if (alignment.partner[i] == TokenAlignment::kUnpaired) continue;
      const auto j = static_cast<std::size_t>(alignment.partner[i]);
      REQUIRE((used & (1u << j)) == 0);
      used |= 1u << j;
      total += weights.weight[i][j];
    }
    REQUIRE(total == alignment.total);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
