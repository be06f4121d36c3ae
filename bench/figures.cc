#include "bench/figures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <utility>

namespace referee::bench {

void PrintFigures(const std::vector<Figure>& figures) {
  std::printf("\n%-34s %12s %-10s %-25s %s\n", "figure", "value", "unit", "least .. most", "goal");
  for (const Figure& f : figures) {
    std::printf("%-34s %12.1f %-10s", f.figure.c_str(), f.value, f.unit.c_str());
    if (f.most > 0) {
      std::printf(" %11.1f .. %-10.1f", f.least, f.most);
    } else {
      std::printf(" %25s", "");
    }
    if (f.goal > 0) std::printf(" %.0f", f.goal);
    if (!f.peer.empty()) std::printf("  (%s: %.1f)", f.peer.c_str(), f.peer_value);
    std::printf("\n");
  }
  std::printf("\n");
  for (const Figure& f : figures) {
    std::printf(R"({"figure":"%s","value":%.3f,"unit":"%s",)", f.figure.c_str(), f.value,
                f.unit.c_str());
    if (f.peer.empty()) {
      std::printf(R"("peer":null,"peer_value":null,"ratio":null})"
                  "\n");
    } else {
      std::printf(R"("peer":"%s","peer_value":%.3f,"ratio":%.3f})"
                  "\n",
                  f.peer.c_str(), f.peer_value, f.value / f.peer_value);
    }
  }
}

double Median(std::vector<double> values) { return Percentile(std::move(values), 0.5); }

double Percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::min(std::max<std::size_t>(rank, 1), values.size()) - 1];
}

Figure Over(const std::vector<double>& passes, std::string figure, std::string unit) {
  Figure f;
  f.figure = std::move(figure);
  f.unit = std::move(unit);
  f.value = Median(passes);
  f.least = *std::min_element(passes.begin(), passes.end());
  f.most = *std::max_element(passes.begin(), passes.end());
  return f;
}

}  // namespace referee::bench
