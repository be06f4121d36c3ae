// record -> features.  Total functions: any bytes in, features out, no failure.

#ifndef REFEREE_SRC_NORMALIZE_NORMALIZE_H_
#define REFEREE_SRC_NORMALIZE_NORMALIZE_H_

#include <string_view>

#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"
#include "src/record/records.h"
#include "src/record/submission.h"

namespace referee {

// `country_hint` (ISO 3166-1 alpha-2 or "") reads national phone numbers where the record itself
// names no country.  `overrides` changes the tables, null leaves them as they ship; what is
// compared must be normalised by the same ones.  Linear in the size of the text.
Features NormalizeParties(const Person* person, const Company* company,
                          std::string_view country_hint = {},
                          const TableOverrides* overrides = nullptr);

// The features of a record; empty for types that describe no party of their own (partner: its
// company; touch: its embedded person and company).
Features NormalizeRecord(const Record& record, std::string_view country_hint = {},
                         const TableOverrides* overrides = nullptr);
Features NormalizeSubmission(const Submission& submission,
                             const TableOverrides* overrides = nullptr);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_NORMALIZE_H_
