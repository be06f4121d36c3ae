// The text of one CSV cell -> a JSON value.

#ifndef REFEREE_SRC_INTAKE_MAPPING_CELL_H_
#define REFEREE_SRC_INTAKE_MAPPING_CELL_H_

#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/intake/mapping/mapping.h"

namespace referee::mapping {

// `currency` serves amounts.  Fails with what was expected, never with the text.
absl::StatusOr<std::string> CellJson(Convert convert, std::span<const Code> codes,
                                     std::string_view text, std::string_view currency);

}  // namespace referee::mapping

#endif  // REFEREE_SRC_INTAKE_MAPPING_CELL_H_
