#include "src/match/term_statistics.h"

#include <string>

namespace referee {

SnapshotStatistics::SnapshotStatistics(const Snapshot& snapshot)
    : snapshot_(snapshot), people_(PeopleCount(snapshot)), companies_(CompanyCount(snapshot)) {}

std::uint64_t SnapshotStatistics::Count(Term term, std::string_view value) const {
  StringMap<std::uint64_t>& seen = seen_[static_cast<std::size_t>(term)];
  if (const auto found = seen.find(value); found != seen.end()) return found->second;
  const std::uint64_t count = Frequency(snapshot_, term, value);
  seen.emplace(std::string(value), count);
  return count;
}

}  // namespace referee
