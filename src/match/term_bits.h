// Bits of exact agreement on a value whose frequency is known.
//
// Among population + N records, strangers with the value are expected to number
//   E = population * typical + strangers * (count - 1):
// what the population at large would have and, of the others that the corpus shows, those that
// are another party.  With u = E / (population + N) and prior odds 1 / (population + N), the size
// of the corpus cancels: a mailbox that one record has is as good in a million as in a hundred,
// and a switchboard loses its weight smoothly with everybody who shares it.

#ifndef REFEREE_SRC_MATCH_TERM_BITS_H_
#define REFEREE_SRC_MATCH_TERM_BITS_H_

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "src/match/weights.h"

namespace referee {

// log2 of the odds before any evidence; negative.
inline double PriorBits(double population, std::uint64_t records) {
  return -std::log2(population + static_cast<double>(records));
}

// Probability that a stranger has the value; in (0, 1].  `count` includes the compared record.
inline double StrangerRate(const ValueRate& rate, double population, std::uint64_t records,
                           std::uint64_t count) {
  const double others = count > 0 ? static_cast<double>(count - 1) : 0;
  const double expected = population * rate.typical + rate.strangers * others;
  return std::min(expected / (population + static_cast<double>(records)), 1.0);
}

// log2(m/u).  Below 0 only for values that nearly everybody has.
inline double ValueBits(const ValueRate& rate, double population, std::uint64_t records,
                        std::uint64_t count) {
  return std::log2(rate.m / StrangerRate(rate, population, records, count));
}

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_TERM_BITS_H_
