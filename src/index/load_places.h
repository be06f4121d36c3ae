// Where the records of a load stand: what an error about a second record of the same type and id
// names.

#ifndef REFEREE_SRC_INDEX_LOAD_PLACES_H_
#define REFEREE_SRC_INDEX_LOAD_PLACES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/index/segment.h"

namespace referee {

class LoadPlaces {
 public:
  // Notes the place of the record that is added to `draft` next.  Returns the place ("file:line")
  // of an earlier one of the same type and id instead, if there is one.  Constant time.
  std::optional<std::string> Add(const Segment& draft, RecordType type, std::string_view id,
                                 std::string_view file, std::size_t line);

 private:
  void Grow(const Segment& draft);

  std::vector<std::uint32_t> slots_;  // Open addressing; number of a record + 1, 0 is empty.
  std::vector<std::uint32_t> lines_;  // By record.
  std::vector<std::pair<std::uint32_t, std::string>> files_;  // From which record on.
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_LOAD_PLACES_H_
