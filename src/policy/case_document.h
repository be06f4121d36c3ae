// The case as the conditions of a policy see it.

#ifndef REFEREE_SRC_POLICY_CASE_DOCUMENT_H_
#define REFEREE_SRC_POLICY_CASE_DOCUMENT_H_

#include <string_view>

#include "src/attribution/attribute.h"
#include "src/attribution/case.h"
#include "src/cel/value.h"
#include "src/record/parameters.h"

namespace referee::policy {

// All variables of the case schema.  `policy` is the value that conditions see under that name.
// What is not known is unknown with the path that people are asked for.  `fit_tier` may be "".
cel::Value CaseDocument(const Case& the_case, const Attribution& attribution,
                        const Parameters& parameters, const cel::Value& policy,
                        std::string_view fit_tier);

// The same document with another fit tier: cheaper than to make it anew.
cel::Value WithFitTier(const cel::Value& document, std::string_view fit_tier);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_CASE_DOCUMENT_H_
