// Phone numbers -> E.164, with the country as context.

#ifndef REFEREE_SRC_NORMALIZE_PHONE_H_
#define REFEREE_SRC_NORMALIZE_PHONE_H_

#include <string_view>

#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"

namespace referee {

// Reads international forms (+49, 0049, 011 49), the national form of `country` (ISO 3166-1
// alpha-2 or ""), trunk zeros in brackets and extensions.  Without a country a national number
// keeps its digits and is_e164 is false.  Total; an empty feature for text without digits.
PhoneFeature NormalizePhone(std::string_view text, std::string_view country,
                            const TableOverrides* overrides = nullptr);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_PHONE_H_
