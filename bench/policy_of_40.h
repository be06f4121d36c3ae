// The policy that the benches judge with: the standard one and more gates, forty conditions in all.

#ifndef REFEREE_BENCH_POLICY_OF_40_H_
#define REFEREE_BENCH_POLICY_OF_40_H_

#include "absl/status/statusor.h"
#include "src/policy/policy.h"

namespace referee::bench {

absl::StatusOr<Policy> PolicyOf40();

}  // namespace referee::bench

#endif  // REFEREE_BENCH_POLICY_OF_40_H_
