#include "src/match/employer_levels.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "src/match/company_name_levels.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

bool WorksUnder(const Features& features, std::string_view domain) {
  const auto& domains = features.company.domains;
  if (std::find(domains.begin(), domains.end(), domain) != domains.end()) return true;
  return std::any_of(features.person.emails.begin(), features.person.emails.end(),
                     [&](const EmailFeature& email) { return email.domain == domain; });
}

bool HasCorporateDomain(const Features& features) {
  return !features.company.domains.empty() ||
         std::any_of(features.person.emails.begin(), features.person.emails.end(),
                     [](const EmailFeature& email) {
                       return email.domain_class == DomainClass::kCorporate;
                     });
}

// The least domain in order that both work under, or "".
std::string_view CommonEmployerDomain(const Features& a, const Features& b) {
  std::string_view common;
  const auto consider = [&](const std::string& domain) {
    if (!WorksUnder(b, domain)) return;
    if (common.empty() || domain < common) common = domain;
  };
  for (const std::string& domain : a.company.domains) consider(domain);
  for (const EmailFeature& email : a.person.emails) {
    if (email.domain_class == DomainClass::kCorporate) consider(email.domain);
  }
  return common;
}

}  // namespace

EmployerMatch CompareEmployers(const Model::Weights& weights, const TermStatistics& statistics,
                               const Features& a, const Features& b) {
  const PersonWeights& person = weights.person;
  if (const std::string_view domain = CommonEmployerDomain(a, b); !domain.empty()) {
    return {EmployerLevel::kSameDomain,
            std::max(ValueBits(person.employer, person.population, statistics.People(),
                               statistics.Count(Term::kDomain, domain)),
                     0.0)};
  }
  EvidenceSum aside(nullptr);
  const CompanyNameMatch name =
      CompareCompanyNames(weights.company, statistics, a.company, b.company, aside);
  EmployerLevel level = EmployerLevel::kAbsent;
  if (name.agreement == NameAgreement::kAgree || name.agreement == NameAgreement::kContained) {
    level = name.bits > 0 ? EmployerLevel::kSameName : EmployerLevel::kAbsent;
  } else if (name.agreement != NameAgreement::kUnknown ||
             (HasCorporateDomain(a) && HasCorporateDomain(b))) {
    level = EmployerLevel::kDifferent;
  }
  double bits = person.employer_levels[static_cast<std::size_t>(level)].bits;
  // A company of that name: as telling as the name, at most.
  if (level == EmployerLevel::kSameName) bits = std::min(bits, name.bits);
  return {level, bits};
}

}  // namespace referee
