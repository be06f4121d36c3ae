#include "src/match/term_bits.h"

#include <doctest/doctest.h>

TEST_SUITE_BEGIN("match/term_bits");

namespace referee {
namespace {

constexpr double kPopulation = 65536;

TEST_CASE("a value that one record has outweighs the prior equally in every corpus") {
  const ValueRate rate{0.9, 1e-6, 0.5};
  const auto net = [&](std::uint64_t records) {
    return PriorBits(kPopulation, records) + ValueBits(rate, kPopulation, records, 1);
  };
  CHECK(net(10) == doctest::Approx(net(1'000'000)));
  CHECK(net(10) == doctest::Approx(net(100'000'000)));
}

TEST_CASE("every further record with the value lowers the bits") {
  const ValueRate rate{0.9, 1e-6, 0.5};
  double last = ValueBits(rate, kPopulation, 100000, 1);
  for (std::uint64_t count = 2; count < 100000; count *= 3) {
    const double bits = ValueBits(rate, kPopulation, 100000, count);
    CHECK(bits < last);
    last = bits;
  }
}

TEST_CASE("a value unknown to the corpus is as rare as in the population") {
  const ValueRate rate{0.9, 1e-3, 1};
  CHECK(StrangerRate(rate, kPopulation, 0, 0) == doctest::Approx(1e-3));
  CHECK(StrangerRate(rate, kPopulation, 0, 1) == doctest::Approx(1e-3));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
