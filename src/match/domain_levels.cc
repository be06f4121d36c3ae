#include "src/match/domain_levels.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "src/match/term_bits.h"

namespace referee {

std::string_view CommonDomain(const CompanyFeatures& a, const CompanyFeatures& b) {
  std::string_view common;
  for (const std::string& domain : a.domains) {
    if (std::find(b.domains.begin(), b.domains.end(), domain) == b.domains.end()) continue;
    if (common.empty() || domain < common) common = domain;
  }
  return common;
}

void CompareDomains(const CompanyWeights& weights, const TermStatistics& statistics,
                    const CompanyFeatures& a, const CompanyFeatures& b,
                    const CompanyNameMatch& name, double share, EvidenceSum& evidence) {
  if (a.domains.empty() || b.domains.empty()) return;
  const std::string_view common = CommonDomain(a, b);
  if (common.empty()) {
    evidence.Add("domain", DomainLevel::kDifferent,
                 weights.domain_levels[static_cast<std::size_t>(DomainLevel::kDifferent)].bits);
    return;
  }
  double bits = ValueBits(weights.domain, weights.population, statistics.Companies(),
                          statistics.Count(Term::kDomain, common));
  // A domain often is the name, and a branch has both: together they are worth the domain, or the
  // name and a little, whichever is more.
  if (name.agreement == NameAgreement::kAgree && name.bits > 0) {
    bits = std::min(bits, std::max(bits - name.bits, weights.domain_beside_name));
  }
  evidence.Add("domain", DomainLevel::kSame, bits > 0 ? bits * share : bits);
}

}  // namespace referee
