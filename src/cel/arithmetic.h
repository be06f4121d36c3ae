// The operators + - * / % and unary minus, on values.  What overflows is an error, never wrapped.

#ifndef REFEREE_SRC_CEL_ARITHMETIC_H_
#define REFEREE_SRC_CEL_ARITHMETIC_H_

#include <cstdint>

#include "src/cel/value.h"

namespace referee::cel {

// ISO C++ has no 128-bit integer; the supported compilers have.
__extension__ using Wide = __int128;

// Each gives an error value for types without an overload, for overflow and for a zero divisor.
// Requires: neither operand is an error or an unknown.
Value Add(const Value& a, const Value& b);
Value Subtract(const Value& a, const Value& b);
Value Multiply(const Value& a, const Value& b);
Value Divide(const Value& a, const Value& b);
Value Modulo(const Value& a, const Value& b);
Value Negate(const Value& a);

// A duration of this many nanoseconds, or an error outside the range of the language (int64
// nanoseconds).
Value DurationOfNanoseconds(Wide nanoseconds);

// A timestamp, or an error outside years 1 to 9999.  `nanoseconds` may have any sign and size.
Value TimestampOf(std::int64_t seconds, Wide nanoseconds);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_ARITHMETIC_H_
