// The generator of made worlds: fixed seed, the same numbers on every machine.

#ifndef REFEREE_BENCH_DICE_H_
#define REFEREE_BENCH_DICE_H_

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace referee::bench {

// A stream of numbers that depends on its seed, kind and index alone, so that any record of a
// world can be made again without the others.  SplitMix64 (Steele, Lea, Flood 2014).
class Dice {
 public:
  Dice(std::uint64_t seed, std::uint64_t kind, std::uint64_t index)
      : state_(Mix(Mix(seed * 0x9E3779B97F4A7C15u + kind) + index)) {}

  std::uint64_t Next() { return Mix(state_ += 0x9E3779B97F4A7C15u); }
  // In [0, 1).
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }
  bool Chance(double probability) { return Unit() < probability; }
  // In [0, n).  Requires: n > 0.
  std::size_t Below(std::size_t n) { return static_cast<std::size_t>(Next() % n); }
  // In [0, n), the first ones much more often: the density falls with the square root.
  std::size_t Skewed(std::size_t n) {
    const double unit = Unit();
    return static_cast<std::size_t>(unit * unit * static_cast<double>(n));
  }
  // A rank in [0, n) as names are spread: about 1 / (rank + flat), the Zipf-Mandelbrot law.
  std::size_t Rank(std::size_t n, double flat) {
    const double rank = flat * (std::pow(static_cast<double>(n) / flat + 1, Unit()) - 1);
    const auto whole = static_cast<std::size_t>(rank);
    return whole < n ? whole : n - 1;
  }

 private:
  static std::uint64_t Mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
  }

  std::uint64_t state_;
};

}  // namespace referee::bench

#endif  // REFEREE_BENCH_DICE_H_
