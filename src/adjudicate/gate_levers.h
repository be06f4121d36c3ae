// Gates of the standard policy that rest on facts, and what those facts would have to be for the
// gate not to stop: the boundary at which each no longer speaks for it.
//
// A lever is tried, never believed: its caller runs the gates again.  A gate that rests on which
// records exist (duplicate_record, duplicate_account, low_confidence_match), on statements that
// contradict each other, or on the calendar has none: no fact of a record turns it alone.

#ifndef REFEREE_SRC_ADJUDICATE_GATE_LEVERS_H_
#define REFEREE_SRC_ADJUDICATE_GATE_LEVERS_H_

#include <string_view>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"

namespace referee {

// True when a gate of this code rests on facts that LeverOfGate() knows.
bool HasLever(std::string_view code);

// The changes that together might turn the gate of this code; none where it has no lever or its
// facts are not such that it would stop.  Linear in the records of the case.
std::vector<FactChange> LeverOfGate(std::string_view code, const Case& the_case,
                                    const Parameters& parameters);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_GATE_LEVERS_H_
