// Hash maps and sets keyed by std::string that are searched with std::string_view.
//
// Not absl::flat_hash_map: when memory runs out while one grows, its destructor frees what was
// never allocated, which ends the process.  The tables here are small.

#ifndef REFEREE_SRC_BASE_STRING_MAP_H_
#define REFEREE_SRC_BASE_STRING_MAP_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "src/base/hash.h"

namespace referee {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return static_cast<std::size_t>(Hash64(text));
  }
};

struct StringEqual {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return a == b; }
};

template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, StringEqual>;
using StringSet = std::unordered_set<std::string, StringHash, StringEqual>;

}  // namespace referee

#endif  // REFEREE_SRC_BASE_STRING_MAP_H_
