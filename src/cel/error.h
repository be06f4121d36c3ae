// The errors that evaluation can give.  They are values; the evaluator adds the place.

#ifndef REFEREE_SRC_CEL_ERROR_H_
#define REFEREE_SRC_CEL_ERROR_H_

#include <string>
#include <string_view>

#include "src/cel/value.h"

namespace referee::cel {

inline constexpr std::string_view kNoSuchOverload = "no_such_overload";
inline constexpr std::string_view kNoSuchField = "no_such_field";
inline constexpr std::string_view kNoSuchKey = "no_such_key";
inline constexpr std::string_view kDuplicateKey = "duplicate_key";
inline constexpr std::string_view kIndexOutOfRange = "index_out_of_range";
inline constexpr std::string_view kUndeclared = "undeclared";
inline constexpr std::string_view kDivideByZero = "divide_by_zero";
inline constexpr std::string_view kModulusByZero = "modulus_by_zero";
inline constexpr std::string_view kOverflow = "overflow";
inline constexpr std::string_view kInvalidArgument = "invalid_argument";
inline constexpr std::string_view kConversion = "conversion";
inline constexpr std::string_view kLimit = "limit";

// Messages never contain the value that was wrong: it may be personal.
inline Value ErrorOf(std::string_view code, std::string_view message) {
  return Value::Error(std::string(code), std::string(message));
}

inline Value NoSuchOverload() {
  return ErrorOf(kNoSuchOverload, "no matching overload for these types");
}

inline Value TooLarge() { return ErrorOf(kLimit, "the result would be too large"); }

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_ERROR_H_
