// The oracle of src/base/json.h: JSON by the letter of RFC 8259, one byte after the other, with the
// same strictness.  Slow and obvious.

#ifndef REFEREE_TESTS_REFERENCE_BASE_STRICT_JSON_H_
#define REFEREE_TESTS_REFERENCE_BASE_STRICT_JSON_H_

#include <optional>
#include <string>
#include <string_view>

#include "src/base/call.h"

namespace referee::reference {

// The document as JSON without blanks: members in their order, strings in the form of
// json::AppendString, numbers as written.  Nothing for a document that must be refused.
std::optional<std::string> StrictJson(std::string_view bytes, const Limits& limits);

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_BASE_STRICT_JSON_H_
