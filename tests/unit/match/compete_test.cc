#include "src/match/compete.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <vector>

#include "src/match/score.h"

TEST_SUITE_BEGIN("match/compete");

namespace referee {
namespace {

bool AllOne(std::size_t, std::size_t) { return true; }
bool AllRivals(std::size_t, std::size_t) { return false; }

TEST_CASE("a candidate without rivals keeps its probability") {
  CHECK(Compete({9}, MatchOptions{}, AllRivals)[0] == ProbabilityOf(9));
  CHECK(Compete({}, MatchOptions{}, AllRivals).empty());
}

TEST_CASE("twins of one party do not lower each other") {
  const std::vector<double> probability = Compete({9, 9.5, 8}, MatchOptions{}, AllOne);
  CHECK(probability[0] == ProbabilityOf(9));
  CHECK(probability[1] == ProbabilityOf(9.5));
  CHECK(probability[2] == ProbabilityOf(8));
}

TEST_CASE("two rivals with equal evidence are both possible and neither is the same") {
  const MatchOptions options;
  const std::vector<double> probability = Compete({12, 12}, options, AllRivals);
  CHECK(BandOf(probability[0], options) == Band::kPossible);
  CHECK(probability[0] == probability[1]);
}

TEST_CASE("a clear winner keeps its band and takes that of its rivals away") {
  const MatchOptions options;
  const std::vector<double> probability = Compete({30, 8}, options, AllRivals);
  CHECK(BandOf(probability[0], options) == Band::kSame);
  CHECK(BandOf(probability[1], options) == Band::kNone);
}

TEST_CASE("nobody gains by competition and probabilities stay below one") {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::vector<double> bits(std::uniform_int_distribution<std::size_t>(0, 60)(random));
    for (double& value : bits) value = std::uniform_real_distribution<>(-40, 2000)(random);
    const auto one_party = [](std::size_t i, std::size_t j) { return i % 5 == j % 5; };
    const std::vector<double> probability = Compete(bits, MatchOptions{}, one_party);
    for (std::size_t i = 0; i < bits.size(); ++i) {
      REQUIRE(probability[i] >= 0);
      REQUIRE(probability[i] <= ProbabilityOf(bits[i]));
    }
  }
}

TEST_CASE("beyond the sixteenth party candidates are lowered too") {
  std::vector<double> bits(40, 5);
  bits[39] = 20;
  const std::vector<double> probability = Compete(bits, MatchOptions{}, AllRivals);
  CHECK(probability[39] > 0.99);
  for (std::size_t i = 0; i < 39; ++i) CHECK(probability[i] < 0.01);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
