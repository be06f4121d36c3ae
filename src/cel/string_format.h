// format(): "%s is %.2f".

#ifndef REFEREE_SRC_CEL_STRING_FORMAT_H_
#define REFEREE_SRC_CEL_STRING_FORMAT_H_

#include <span>
#include <string_view>

#include "src/cel/value.h"

namespace referee::cel {

// `pattern` with its clauses replaced by the arguments, in order: %s %d %f %e %x %X %o %b %%, and
// a precision such as %.3f.  An error for an unknown clause, a missing argument and an argument of
// the wrong type.
Value FormatText(std::string_view pattern, std::span<const Value> arguments);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_STRING_FORMAT_H_
