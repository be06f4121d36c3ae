// The case as the conditions of a policy see it.

#ifndef REFEREE_SRC_POLICY_CASE_DOCUMENT_H_
#define REFEREE_SRC_POLICY_CASE_DOCUMENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/attribute.h"
#include "src/attribution/case.h"
#include "src/cel/value.h"
#include "src/record/parameters.h"

namespace referee::policy {

// All variables of the case schema but `verdicts`.  `policy` is the value that conditions see under
// that name.  What is not known is unknown with the path that people are asked for.
cel::Value CaseDocument(const Case& the_case, const Attribution& attribution,
                        const Parameters& parameters, const cel::Value& policy);

// The same document with `verdicts`: what gates and tables said, for what is asked after them.
cel::Value WithVerdicts(const cel::Value& document, std::string_view fit_tier,
                        const std::vector<std::string>& stopped);

// The same document with another fit tier: cheaper than to make it anew.
cel::Value WithFitTier(const cel::Value& document, std::string_view fit_tier);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_CASE_DOCUMENT_H_
