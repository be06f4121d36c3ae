// The slow way to a counterfactual: try every second.
//
// For one time of a case, looks for the value nearest to the one it has at which a conflict no
// longer stands, by evaluating all detectors at each second between.  Nothing of the levers is
// used, so that it tells whether they stop at the boundary and not beyond it.

#ifndef REFEREE_TESTS_REFERENCE_ATTRIBUTION_SMALLEST_CHANGE_H_
#define REFEREE_TESTS_REFERENCE_ATTRIBUTION_SMALLEST_CHANGE_H_

#include <cstdint>
#include <functional>
#include <optional>

namespace referee::testing {

// The smallest number of seconds, between 1 and `limit`, by which a time moved forward or back
// turns the conflict; nullopt when none does.  `stands` evaluates with the time moved by so many
// seconds.
std::optional<std::int64_t> SmallestShift(const std::function<bool(std::int64_t)>& stands,
                                          std::int64_t limit);

}  // namespace referee::testing

#endif  // REFEREE_TESTS_REFERENCE_ATTRIBUTION_SMALLEST_CHANGE_H_
