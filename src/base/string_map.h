// Hash maps and sets keyed by std::string that are searched with std::string_view.  Debian's
// absl::string_view is a class of its own, so Abseil's own transparent hash does not serve.

#ifndef REFEREE_SRC_BASE_STRING_MAP_H_
#define REFEREE_SRC_BASE_STRING_MAP_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
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
using StringMap = absl::flat_hash_map<std::string, Value, StringHash, StringEqual>;
using StringSet = absl::flat_hash_set<std::string, StringHash, StringEqual>;

}  // namespace referee

#endif  // REFEREE_SRC_BASE_STRING_MAP_H_
