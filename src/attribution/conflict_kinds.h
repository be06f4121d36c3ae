// The thirty kinds of conflict, each with its detector: the one place that lists them all.

#ifndef REFEREE_SRC_ATTRIBUTION_CONFLICT_KINDS_H_
#define REFEREE_SRC_ATTRIBUTION_CONFLICT_KINDS_H_

#include <array>

#include "src/attribution/hearing.h"
#include "src/record/decision.h"

namespace referee {

struct ConflictKindRow {
  ConflictKind kind;
  Detector detect;
};

// Ascending by kind.
extern const std::array<ConflictKindRow, kConflictKindCount> kConflictKinds;

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_CONFLICT_KINDS_H_
