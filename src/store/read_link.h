// The document of a link -> the link.

#ifndef REFEREE_SRC_STORE_READ_LINK_H_
#define REFEREE_SRC_STORE_READ_LINK_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "src/store/link.h"

namespace referee {

// Fails with kInvalidArgument and the pointer of what LinkJson() would not have written: LinkJson()
// of the result gives the same bytes.
absl::StatusOr<Link> LinkFromJson(std::string_view json);

}  // namespace referee

#endif  // REFEREE_SRC_STORE_READ_LINK_H_
