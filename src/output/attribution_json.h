// The parts of the decision document that are about titles: conflicts and what would turn them,
// claims and the proposed split, consent, signals.

#ifndef REFEREE_SRC_OUTPUT_ATTRIBUTION_JSON_H_
#define REFEREE_SRC_OUTPUT_ATTRIBUTION_JSON_H_

#include <vector>

#include "src/base/json_writer.h"
#include "src/record/decision.h"

namespace referee {

// Each writes the member of its name into the open object.
void WriteConflicts(json::Writer& writer, const std::vector<Conflict>& conflicts,
                    bool with_counterfactuals);
void WriteLaneCounterfactuals(json::Writer& writer, const std::vector<LaneCounterfactual>& all);
void WriteAttribution(json::Writer& writer, const Decision& decision);
void WriteConsent(json::Writer& writer, const std::vector<ConsentState>& states);
void WriteSignals(json::Writer& writer, const std::vector<Signal>& signals);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_ATTRIBUTION_JSON_H_
