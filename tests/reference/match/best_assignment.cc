#include "tests/reference/match/best_assignment.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace referee::reference {

double BestTotal(const TokenWeights& weights) {
  // Columns beyond the matrix stand for "unpaired".
  std::vector<std::size_t> order(std::max(weights.rows, weights.columns));
  std::iota(order.begin(), order.end(), std::size_t{0});
  double best = 0;
  do {
    double total = 0;
    for (std::size_t i = 0; i < weights.rows; ++i) {
      if (order[i] < weights.columns) total += weights.weight[i][order[i]];
    }
    best = std::max(best, total);
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

}  // namespace referee::reference
