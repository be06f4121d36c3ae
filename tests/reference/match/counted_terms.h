// Term statistics by counting in a list of features: the oracle of the index, and what tests
// without an index use.

#ifndef REFEREE_TESTS_REFERENCE_MATCH_COUNTED_TERMS_H_
#define REFEREE_TESTS_REFERENCE_MATCH_COUNTED_TERMS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/match/term_statistics.h"

namespace referee::reference {

class CountedTerms final : public TermStatistics {
 public:
  // A corpus of `people` and `companies` records that bear none of the values, unless Set says so.
  CountedTerms(std::uint64_t people, std::uint64_t companies)
      : people_(people), companies_(companies) {}

  void Set(Term term, std::string_view value, std::uint64_t count) {
    counts_[{term, std::string(value)}] = count;
  }

  std::uint64_t Count(Term term, std::string_view value) const override {
    const auto found = counts_.find({term, std::string(value)});
    return found == counts_.end() ? 1 : found->second;
  }
  std::uint64_t People() const override { return people_; }
  std::uint64_t Companies() const override { return companies_; }

 private:
  std::map<std::pair<Term, std::string>, std::uint64_t> counts_;
  std::uint64_t people_, companies_;
};

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_MATCH_COUNTED_TERMS_H_
