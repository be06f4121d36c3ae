#include "src/cel/make_map.h"

#include <utility>

#include "src/cel/error.h"

namespace referee::cel {

Value MakeMap(std::vector<MapEntry> entries) {
  for (const MapEntry& entry : entries) {
    const Kind kind = entry.first.kind();
    if (kind != Kind::kString && kind != Kind::kInt && kind != Kind::kUint && kind != Kind::kBool) {
      return ErrorOf(kInvalidArgument, "a key of a map must be a string, an int, a uint or a bool");
    }
  }
  Value map = Value::LiteralMap(std::move(entries));
  // A lookup finds the first entry with a key, so any other one with it is a duplicate.
  for (const MapEntry& entry : map.entries()) {
    if (map.FindKey(entry.first) != &entry.second) {
      return ErrorOf(kDuplicateKey, "a key of a map is there twice");
    }
  }
  return map;
}

}  // namespace referee::cel
