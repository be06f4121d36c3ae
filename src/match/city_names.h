// Cities that have one name at home and another abroad.

#ifndef REFEREE_SRC_MATCH_CITY_NAMES_H_
#define REFEREE_SRC_MATCH_CITY_NAMES_H_

#include <string_view>

namespace referee {

// The name at home of a folded city name ("vienna" -> "wien"); the name itself for others.
// O(log n).
std::string_view HomeNameOfCity(std::string_view folded);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_CITY_NAMES_H_
