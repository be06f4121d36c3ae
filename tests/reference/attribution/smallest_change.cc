#include "tests/reference/attribution/smallest_change.h"

namespace referee::testing {

std::optional<std::int64_t> SmallestShift(const std::function<bool(std::int64_t)>& stands,
                                          std::int64_t limit) {
  for (std::int64_t seconds = 1; seconds <= limit; ++seconds) {
    if (!stands(seconds) || !stands(-seconds)) return seconds;
  }
  return std::nullopt;
}

}  // namespace referee::testing
