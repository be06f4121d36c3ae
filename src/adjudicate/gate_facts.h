// What a gate of the standard policy that stops rests on, where it reads lists: which records and
// which of their fields say so.  A scalar that a condition reads is cited by the evaluation itself.

#ifndef REFEREE_SRC_ADJUDICATE_GATE_FACTS_H_
#define REFEREE_SRC_ADJUDICATE_GATE_FACTS_H_

#include <string_view>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"

namespace referee {

// The facts of the case that speak for a stop of the gate of this code; none for a code that reads
// no list.  Linear in the records of the case.
std::vector<Fact> FactsOfGate(std::string_view code, const Case& the_case,
                              const Parameters& parameters);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_GATE_FACTS_H_
