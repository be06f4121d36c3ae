// A member that several documents of the output write, beside the parts of src/output/fact_json.h.

#ifndef REFEREE_SRC_OUTPUT_JSON_PARTS_H_
#define REFEREE_SRC_OUTPUT_JSON_PARTS_H_

#include <string_view>

#include "src/base/json_writer.h"
#include "src/output/fact_json.h"

namespace referee {

// The member `name` with the text, or null when it is empty.
void WriteMember(json::Writer& writer, std::string_view name, std::string_view text);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_JSON_PARTS_H_
