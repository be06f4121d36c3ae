// Domains of two companies.  Beside an equal name a domain says little more: it often is the name,
// and branches have both.

#ifndef REFEREE_SRC_MATCH_DOMAIN_LEVELS_H_
#define REFEREE_SRC_MATCH_DOMAIN_LEVELS_H_

#include <string_view>

#include "src/match/company_name_levels.h"
#include "src/match/evidence_sum.h"

namespace referee {

// Adds "domain".  Free-mail and shared domains are not in it: they are nobody's.  `share` scales
// what an equal domain says.  Symmetric.
void CompareDomains(const CompanyWeights& weights, const TermStatistics& statistics,
                    const CompanyFeatures& a, const CompanyFeatures& b,
                    const CompanyNameMatch& name, double share, EvidenceSum& evidence);

// A domain that both have, the least in order, or "".
std::string_view CommonDomain(const CompanyFeatures& a, const CompanyFeatures& b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_DOMAIN_LEVELS_H_
