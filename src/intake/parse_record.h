// JSON -> records and submissions, checked completely.
//
// Which members a document may have stands in one table a type (src/intake/record_fields.cc and
// submission_fields.cc): adding a field is one line.  A wrong kind, an unknown enum value, an
// impossible date, money that is no integer: each fails with the JSON pointer of the member, the
// kind found and what was expected, never the value.  Incomplete is not invalid.

#ifndef REFEREE_SRC_INTAKE_PARSE_RECORD_H_
#define REFEREE_SRC_INTAKE_PARSE_RECORD_H_

#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/record/records.h"
#include "src/record/submission.h"

namespace referee {

// Members that the contract does not name, as "contact.favourite_colour": names only.
using UnknownMembers = std::set<std::string>;

// Any record type but submission.  `unknown` may be null.  Linear in the size of the document.
absl::StatusOr<Record> ParseRecord(const json::Node& document, UnknownMembers* unknown);

// A submission.  received_at is optional here: an as-of time may stand in for it.
absl::StatusOr<Submission> ParseSubmission(const json::Node& document, UnknownMembers* unknown);

}  // namespace referee

#endif  // REFEREE_SRC_INTAKE_PARSE_RECORD_H_
