#include "src/match/score_company.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "src/match/address_levels.h"
#include "src/match/company_name_levels.h"
#include "src/match/domain_levels.h"
#include "src/match/identifier_levels.h"
#include "src/match/phone_levels.h"
#include "src/match/statistics_of_others.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

// More than address, industry and size can add together.
constexpr double kMostByPlaceAndKind = 28;

void AddPhones(const CompanyWeights& weights, const TermStatistics& statistics,
               const CompanyFeatures& a, const CompanyFeatures& b, double share,
               EvidenceSum& evidence) {
  const PhoneMatch match = ComparePhones(a.phones, b.phones);
  double bits = weights.phone_levels[static_cast<std::size_t>(match.level)].bits;
  if (match.level == PhoneLevel::kExact) {
    bits = ValueBits(weights.phone, weights.population, statistics.Companies(),
                     statistics.Count(Term::kPhone, match.number));
  }
  evidence.Add("phone", match.level, bits > 0 ? bits * share : bits);
}

void AddIndustry(const CompanyWeights& weights, const CompanyFeatures& a, const CompanyFeatures& b,
                 EvidenceSum& evidence) {
  if (a.industry.empty() || b.industry.empty()) return;
  const IndustryLevel level =
      a.industry == b.industry ? IndustryLevel::kSame : IndustryLevel::kDifferent;
  evidence.Add("industry", level, weights.industry_levels[static_cast<std::size_t>(level)].bits);
}

void AddEmployees(const CompanyWeights& weights, const CompanyFeatures& a, const CompanyFeatures& b,
                  EvidenceSum& evidence) {
  if (a.employees <= 0 || b.employees <= 0) return;
  const double ratio = static_cast<double>(std::max(a.employees, b.employees)) /
                       static_cast<double>(std::min(a.employees, b.employees));
  const EmployeesLevel level = ratio <= 1.2   ? EmployeesLevel::kClose
                               : ratio <= 3.0 ? EmployeesLevel::kSimilar
                                              : EmployeesLevel::kFar;
  evidence.Add("employees", level, weights.employees_levels[static_cast<std::size_t>(level)].bits);
}

}  // namespace

void CompareCompanies(const CompanyWeights& weights, const TermStatistics& all,
                      const CompanyFeatures& a, const CompanyFeatures& b, double least_bits,
                      EvidenceSum& evidence) {
  const StatisticsOfOthers statistics(all, a, b);
  const CompanyNameMatch name = CompareCompanyNames(weights, statistics, a, b, evidence);
  const double share = weights.shared_by_agreement[static_cast<std::size_t>(name.agreement)];
  CompareRegistryIds(weights, statistics, a, b, evidence);
  CompareDomains(weights, statistics, a, b, name, share, evidence);
  AddPhones(weights, statistics, a, b, share, evidence);
  if (evidence.total() + kMostByPlaceAndKind < least_bits) return;
  CompareAddresses(weights, statistics, a.address, b.address, share, evidence);
  AddIndustry(weights, a, b, evidence);
  AddEmployees(weights, a, b, evidence);
}

}  // namespace referee
