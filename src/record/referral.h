// The one record per referred party and program, as the store keeps it between calls.

#ifndef REFEREE_SRC_RECORD_REFERRAL_H_
#define REFEREE_SRC_RECORD_REFERRAL_H_

#include <array>
#include <string>

#include "src/record/decision.h"

namespace referee {

struct Referral {
  std::string id;
  std::array<LaneState, kLaneCount> lanes{};  // Of its last decision.
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_REFERRAL_H_
