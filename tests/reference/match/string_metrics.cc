#include "tests/reference/match/string_metrics.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace referee::reference {

int EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = static_cast<int>(i);
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replace = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

double JaroWinkler(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  if (b.size() < a.size() || (b.size() == a.size() && b < a)) std::swap(a, b);
  const int longest = static_cast<int>(std::max(a.size(), b.size()));
  const int window = std::max(longest / 2 - 1, 0);
  std::vector<bool> taken_a(a.size()), taken_b(b.size());
  int matches = 0;
  for (int i = 0; i < static_cast<int>(a.size()); ++i) {
    for (int j = std::max(i - window, 0); j <= std::min(i + window, static_cast<int>(b.size()) - 1);
         ++j) {
      const auto at = static_cast<std::size_t>(j);
      if (taken_b[at] || a[static_cast<std::size_t>(i)] != b[at]) continue;
      taken_a[static_cast<std::size_t>(i)] = taken_b[at] = true;
      ++matches;
      break;
    }
  }
  if (matches == 0) return 0;
  int out_of_order = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!taken_a[i]) continue;
    while (!taken_b[j]) ++j;
    out_of_order += a[i] != b[j] ? 1 : 0;
    ++j;
  }
  const int swaps = out_of_order / 2;
  const double jaro =
      (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size()) +
       (matches - swaps) / static_cast<double>(matches)) /
      3.0;
  int prefix = 0;
  while (prefix < 4 && prefix < static_cast<int>(a.size()) &&
         a[static_cast<std::size_t>(prefix)] == b[static_cast<std::size_t>(prefix)]) {
    ++prefix;
  }
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1.0 - jaro) : jaro;
}

}  // namespace referee::reference
