// Maps that expressions make.

#ifndef REFEREE_SRC_CEL_MAKE_MAP_H_
#define REFEREE_SRC_CEL_MAKE_MAP_H_

#include <vector>

#include "src/cel/value.h"

namespace referee::cel {

// A literal map, or an error when a key is of a type that no key has, or is there twice (1 and 1u
// are the same key).  Linear.
Value MakeMap(std::vector<MapEntry> entries);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_MAKE_MAP_H_
