// Frequencies without a company's own copies.
//
// A CRM may hold one company ten thousand times: as accounts, and beside every lead.  Such copies
// are no strangers who happen to share a name, and counting them as such would make the company
// unrecognisable the better it is known.  Records that share name and domain are taken to be one
// company, and of them all but one are left out of the counts of its name, words and domain.

#ifndef REFEREE_SRC_MATCH_STATISTICS_OF_OTHERS_H_
#define REFEREE_SRC_MATCH_STATISTICS_OF_OTHERS_H_

#include <cstdint>
#include <string_view>

#include "src/match/term_statistics.h"
#include "src/normalize/features.h"

namespace referee {

class StatisticsOfOthers final : public TermStatistics {
 public:
  // For the comparison of these two.  Leaves nothing out unless their names and one of their
  // domains are equal.  Borrows `all`.
  StatisticsOfOthers(const TermStatistics& all, const CompanyFeatures& a, const CompanyFeatures& b);

  std::uint64_t Count(Term term, std::string_view value) const override;
  std::uint64_t People() const override { return all_.People(); }
  std::uint64_t Companies() const override { return all_.Companies(); }

 private:
  const TermStatistics& all_;
  std::uint64_t copies_ = 0;  // Beyond the first.
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_STATISTICS_OF_OTHERS_H_
