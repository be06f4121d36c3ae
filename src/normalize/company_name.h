// Company names -> name, legal form, acronym, place and number tokens.

#ifndef REFEREE_SRC_NORMALIZE_COMPANY_NAME_H_
#define REFEREE_SRC_NORMALIZE_COMPANY_NAME_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"

namespace referee {

inline constexpr std::size_t kLongestLegalForm = 6;  // Words.

// Fills the name fields of `out`.  `city` (folded or "") marks words of the name that say where.
void NormalizeCompanyName(std::string_view name, std::string_view city, CompanyFeatures* out,
                          const TableOverrides* overrides = nullptr);

// Words that many company names share and that tell little ("group", "services"), sorted.
bool IsDescriptor(std::string_view token);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_COMPANY_NAME_H_
