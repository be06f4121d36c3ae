// The string metrics as textbooks write them: slow, obvious, byte by byte.  Oracles for src/match/.

#ifndef REFEREE_TESTS_REFERENCE_MATCH_STRING_METRICS_H_
#define REFEREE_TESTS_REFERENCE_MATCH_STRING_METRICS_H_

#include <string_view>

namespace referee::reference {

// Optimal string alignment by the full table.
int EditDistance(std::string_view a, std::string_view b);

// Jaro-Winkler by marking letters; the shorter word (then the lesser) goes first.
double JaroWinkler(std::string_view a, std::string_view b);

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_MATCH_STRING_METRICS_H_
