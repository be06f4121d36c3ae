// Registry numbers -> comparable values.

#ifndef REFEREE_SRC_NORMALIZE_REGISTRY_ID_H_
#define REFEREE_SRC_NORMALIZE_REGISTRY_ID_H_

#include <string_view>

#include "src/normalize/features.h"

namespace referee {

// Without punctuation, blanks, case and a leading country code.  A failing check digit only clears
// check_ok: it never makes an id absent or invalid.
RegistryFeature NormalizeRegistryId(std::string_view kind, std::string_view value);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_REGISTRY_ID_H_
