// What would have to be different for a conflict not to stand: the smallest change of facts, found
// among the levers of the kind and claimed only after its detector, run again on the changed case,
// no longer finds the conflict.

#ifndef REFEREE_SRC_ATTRIBUTION_COUNTERFACTUAL_H_
#define REFEREE_SRC_ATTRIBUTION_COUNTERFACTUAL_H_

#include <string>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"

namespace referee {

// Fills in `counterfactual`, with its sentence as `would_flip`, and `settling` of each conflict of
// `the_case`; one for which no lever is verified, or that has more than kMaxChanges of them to
// pull, stays without.
// Evaluates a detector at most kMaxTrials times a conflict, on the case with some facts altered,
// which are put back; nothing is sought in a case of more than kMaxCaseRecords records, where
// trials would cost more than they tell.
void FindCounterfactuals(Case* the_case, const Parameters& parameters,
                         std::vector<Conflict>* conflicts);

inline constexpr std::size_t kMaxChanges = 8, kMaxTrials = 6, kMaxCaseRecords = 256;

// "deal_registration d-1 had complete_at 3 h earlier (2026-06-01T07:00:00Z instead of ...)", for
// each change, joined.
std::string ChangesInWords(const std::vector<FactChange>& changes);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_COUNTERFACTUAL_H_
