// How the phases before evaluation report what is wrong with a source.

#ifndef REFEREE_SRC_CEL_ISSUE_H_
#define REFEREE_SRC_CEL_ISSUE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "src/base/error_location.h"
#include "src/cel/source.h"

namespace referee::cel {

// The codes of compile errors; those of evaluation errors stand in error.h.
inline constexpr std::string_view kSyntaxIssue = "cel.syntax";
inline constexpr std::string_view kUndeclaredIssue = "cel.undeclared";
inline constexpr std::string_view kOverloadIssue = "cel.no_such_overload";
inline constexpr std::string_view kTypeIssue = "cel.type_mismatch";
inline constexpr std::string_view kUnsupportedIssue = "cel.unsupported";
inline constexpr std::string_view kLimitIssue = "cel.limit";

// kInvalidArgument with place and code.
inline absl::Status IssueAt(Position place, std::string_view code, std::string_view message) {
  return AtColumn(place.line, place.column, WithCode(code, Invalid(message)));
}

// kResourceExhausted with place and code.
inline absl::Status LimitAt(Position place, std::string_view message) {
  return AtColumn(place.line, place.column,
                  WithCode(kLimitIssue, absl::ResourceExhaustedError(std::string(message))));
}

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_ISSUE_H_
