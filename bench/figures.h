// What a bench found: a table for people and one JSON line a figure for programs.

#ifndef REFEREE_BENCH_FIGURES_H_
#define REFEREE_BENCH_FIGURES_H_

#include <string>
#include <vector>

namespace referee::bench {

struct Figure {
  std::string figure, unit;
  double value = 0;
  std::string peer;  // "" when there is none to compare with.
  double peer_value = 0;
  double goal = 0;             // 0: none.
  double least = 0, most = 0;  // Over the passes; both 0 for a figure measured once.
};

// Prints "figure value [least..most] unit goal peer" lines, then the JSON lines.  The ratio is
// value to peer_value.
void PrintFigures(const std::vector<Figure>& figures);

// The middle one of the values, or the lower of two.  Requires: not empty.
double Median(std::vector<double> values);

// The smallest value that at least `share` of all are not above, 0 < share <= 1.  Requires: not
// empty.
double Percentile(std::vector<double> values, double share);

// A figure with the median and the spread of its passes.
Figure Over(const std::vector<double>& passes, std::string figure, std::string unit);

}  // namespace referee::bench

#endif  // REFEREE_BENCH_FIGURES_H_
