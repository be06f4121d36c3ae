// Where an error happened, carried by absl::Status as payloads instead of prose.
//
// Each level of a parser adds only its own step on the way out:
//
//   return InsideOf("lead", InsideOf("emails", InsideOf(2, Invalid("must be a string"))));
//   // ErrorPointer(status) == "/lead/emails/2"
//
// A message never contains the value that was wrong: it may be personal.

#ifndef REFEREE_SRC_BASE_ERROR_LOCATION_H_
#define REFEREE_SRC_BASE_ERROR_LOCATION_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace referee {

// kInvalidArgument with this message.
absl::Status Invalid(std::string_view message);

// kInvalidArgument: what was expected and which kind of JSON value was found.
absl::Status InvalidKind(std::string_view expected, std::string_view found);

// Returns `status` with `segment` put in front of its JSON Pointer (RFC 6901).  An OK status is
// returned as it is.
absl::Status InsideOf(std::string_view segment, absl::Status status);
absl::Status InsideOf(std::size_t index, absl::Status status);

// Names the file and the line (from 1) of a failed status.  An earlier place is kept.
absl::Status AtLine(std::string_view file, std::size_t line, absl::Status status);

// Names the column (from 1, in code points) inside the line; used by expression sources.
absl::Status AtColumn(std::size_t line, std::size_t column, absl::Status status);

// A stable code of the fault below the status code, such as "cel.no_such_overload".
absl::Status WithCode(std::string_view code, absl::Status status);

// The parts of the place; "" or 0 when the status has none.
std::string ErrorPointer(const absl::Status& status);
std::string ErrorFile(const absl::Status& status);
std::size_t ErrorLine(const absl::Status& status);
std::size_t ErrorColumn(const absl::Status& status);
std::string ErrorCode(const absl::Status& status);

// One line for people: "records.ndjson:3: /lead/emails/2: must be a string, found a number".
std::string DescribeError(const absl::Status& status);

}  // namespace referee

#endif  // REFEREE_SRC_BASE_ERROR_LOCATION_H_
