// The parameters of a policy document, each required, each checked.

#ifndef REFEREE_SRC_POLICY_PARAMETERS_H_
#define REFEREE_SRC_POLICY_PARAMETERS_H_

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/record/parameters.h"

namespace referee::policy {

// Fails with the pointer /NAME below the object for a parameter that is missing, of a wrong kind,
// out of range, or unknown.
absl::StatusOr<Parameters> ReadParameters(const json::Node& object);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_PARAMETERS_H_
