// Two macros that pass a failed absl::Status up to the caller.
//
//   REFEREE_RETURN_IF_ERROR(Check(x));
//   REFEREE_ASSIGN_OR_RETURN(Record record, ParseRecord(line));

#ifndef REFEREE_SRC_BASE_STATUS_MACROS_H_
#define REFEREE_SRC_BASE_STATUS_MACROS_H_

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define REFEREE_CONCAT_INNER(a, b) a##b
#define REFEREE_CONCAT(a, b) REFEREE_CONCAT_INNER(a, b)

#define REFEREE_RETURN_IF_ERROR(expression)            \
  do {                                                 \
    absl::Status returned_status = (expression);       \
    if (!returned_status.ok()) return returned_status; \
  } while (false)

#define REFEREE_ASSIGN_OR_RETURN(target, expression) \
  REFEREE_ASSIGN_OR_RETURN_INNER(REFEREE_CONCAT(referee_result_, __LINE__), target, expression)

#define REFEREE_ASSIGN_OR_RETURN_INNER(result, target, expression) \
  auto result = (expression);                                      \
  if (!result.ok()) return result.status();                        \
  target = std::move(*result)

#endif  // REFEREE_SRC_BASE_STATUS_MACROS_H_
