// The text of a literal token -> its value.

#ifndef REFEREE_SRC_CEL_LITERAL_H_
#define REFEREE_SRC_CEL_LITERAL_H_

#include "absl/status/statusor.h"
#include "src/cel/lexer.h"
#include "src/cel/value.h"

namespace referee::cel {

enum class Sign : std::uint8_t { kPlus, kMinus };

// Requires: a kInt, kUint or kDouble token.  A minus directly before the token belongs to it, so
// that the least integer can be written.  Fails with kInvalidArgument and the place when the
// number is out of range.
absl::StatusOr<Value> NumberLiteral(const Token& token, Sign sign);

// Requires: a kString or kBytes token.  Fails with kInvalidArgument and the place of the text for
// an escape that is not one.
absl::StatusOr<Value> TextLiteral(const Token& token);

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_LITERAL_H_
