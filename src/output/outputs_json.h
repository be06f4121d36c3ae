// The members "outputs" and "events" of the decision document.

#ifndef REFEREE_SRC_OUTPUT_OUTPUTS_JSON_H_
#define REFEREE_SRC_OUTPUT_OUTPUTS_JSON_H_

#include <vector>

#include "src/base/json_writer.h"
#include "src/record/decision.h"

namespace referee {

// Each writes its member with its key.  Same values, same bytes.
void WriteOutputs(json::Writer& writer, const Decision& decision);
void WriteEvents(json::Writer& writer, const std::vector<Event>& events);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_OUTPUTS_JSON_H_
