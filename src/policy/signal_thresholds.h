// The policy's object `signals`: from when on a pattern of claims is worth a look.

#ifndef REFEREE_SRC_POLICY_SIGNAL_THRESHOLDS_H_
#define REFEREE_SRC_POLICY_SIGNAL_THRESHOLDS_H_

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/record/parameters.h"

namespace referee::policy {

// Reads the optional member `signals` of a policy document; without it no signal is raised.  With
// it every threshold is required: none is defaulted silently.  Fails with the pointer of the
// member.
absl::StatusOr<SignalThresholds> ReadSignalThresholds(const json::Node& root);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_SIGNAL_THRESHOLDS_H_
