#include "src/match/statistics_of_others.h"

#include <algorithm>
#include <string>

#include "src/match/domain_levels.h"

namespace referee {

StatisticsOfOthers::StatisticsOfOthers(const TermStatistics& all, const CompanyFeatures& a,
                                       const CompanyFeatures& b)
    : all_(all) {
  if (a.name.empty() || a.name != b.name) return;
  const std::string_view domain = CommonDomain(a, b);
  if (domain.empty()) return;
  const std::uint64_t count = all.Count(Term::kNameAndDomain, NameAndDomain(a.name, domain));
  copies_ = count > 0 ? count - 1 : 0;
}

std::uint64_t StatisticsOfOthers::Count(Term term, std::string_view value) const {
  const std::uint64_t count = all_.Count(term, value);
  switch (term) {
    case Term::kDomain:
    case Term::kCompanyName:
    case Term::kCompanyToken: break;
    default: return count;
  }
  // An unknown value stays unknown, and the compared record itself is always counted.
  return count == 0 ? 0 : std::max<std::uint64_t>(count - std::min(count, copies_), 1);
}

}  // namespace referee
