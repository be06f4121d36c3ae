// Addresses -> comparable parts.

#ifndef REFEREE_SRC_NORMALIZE_ADDRESS_H_
#define REFEREE_SRC_NORMALIZE_ADDRESS_H_

#include <string>
#include <string_view>

#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"
#include "src/record/party.h"

namespace referee {

AddressFeature NormalizeAddress(const Address& address, const TableOverrides* overrides = nullptr);

// ISO 3166-1 alpha-2, upper case, from a code or a name in 16 languages; "" for what is neither.
std::string NormalizeCountry(std::string_view text, const TableOverrides* overrides = nullptr);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_ADDRESS_H_
