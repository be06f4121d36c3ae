// findings and conflicts -> decision: lanes, recommendation, confidence, questions, approvals.

#ifndef REFEREE_SRC_ADJUDICATE_ADJUDICATE_H_
#define REFEREE_SRC_ADJUDICATE_ADJUDICATE_H_

#include <array>
#include <optional>

#include "src/attribution/attribute.h"
#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee {

// What a later query needs to know of the referral's last decision.
struct LastDecision {
  std::array<LaneState, kLaneCount> lanes{};
};

// The decision without route, outputs, events and subject hashes, which later steps add.
// `last` is the referral's last decision, if any: fit and comms of a query stay as there.
Decision Adjudicate(const Policy& policy, const Case& the_case, Attribution attribution,
                    Judgement judgement, const std::optional<LastDecision>& last);

// A gate that stops because a conflict is open cites what decides that conflict, by the record and
// field that say so; one that stops for what a list says cites the entries (FactsOfGate).  After
// the counterfactuals, which go by the names of the conflicts.
void CiteDecidingFacts(const Case& the_case, const Parameters& parameters, Decision* decision);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_ADJUDICATE_H_
