// When two values are equal and which of two comes first.  Both are total: nothing here fails.

#ifndef REFEREE_SRC_CEL_EQUALITY_H_
#define REFEREE_SRC_CEL_EQUALITY_H_

#include <compare>
#include <optional>

#include "src/cel/value.h"

namespace referee::cel {

// The `==` of the language.  Values of different types are unequal, but numbers compare on one
// line, exactly; NaN equals nothing; lists by element; maps by keys and values; optionals by what
// they hold.  Near-linear in the size of the smaller value.
bool Equal(const Value& a, const Value& b);

// The order of `<`, or no value when the two types have none between them.  NaN is unordered to
// every number.
std::optional<std::partial_ordering> Compare(const Value& a, const Value& b);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_EQUALITY_H_
