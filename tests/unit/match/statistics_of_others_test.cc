#include "src/match/statistics_of_others.h"

#include <doctest/doctest.h>

#include "tests/reference/match/counted_terms.h"

TEST_SUITE_BEGIN("match/statistics_of_others");

namespace referee {
namespace {

CompanyFeatures Brightwater() {
  CompanyFeatures company;
  company.name = "brightwater holdings";
  company.domains = {"brightwater.example"};
  return company;
}

reference::CountedTerms Counts() {
  reference::CountedTerms counts(1000, 1000);
  counts.Set(Term::kCompanyName, "brightwater holdings", 100);
  counts.Set(Term::kDomain, "brightwater.example", 95);
  counts.Set(Term::kCompanyToken, "brightwater", 130);
  counts.Set(Term::kCity, "hamburg", 500);
  counts.Set(Term::kNameAndDomain, NameAndDomain("brightwater holdings", "brightwater.example"),
             90);
  return counts;
}

TEST_CASE("a company's own copies are no strangers who share its name") {
  const reference::CountedTerms counts = Counts();
  const StatisticsOfOthers others(counts, Brightwater(), Brightwater());
  CHECK(others.Count(Term::kCompanyName, "brightwater holdings") == 11);
  CHECK(others.Count(Term::kDomain, "brightwater.example") == 6);
  CHECK(others.Count(Term::kCompanyToken, "brightwater") == 41);
  CHECK(others.Count(Term::kCity, "hamburg") == 500);
  CHECK(others.Count(Term::kCompanyName, "unheard of") == 1);
}

TEST_CASE("nothing is left out where the name or the domain differs") {
  const reference::CountedTerms counts = Counts();
  CompanyFeatures other = Brightwater();
  other.domains = {"else.example"};
  CHECK(StatisticsOfOthers(counts, Brightwater(), other)
            .Count(Term::kCompanyName, "brightwater holdings") == 100);
  other = Brightwater();
  other.name = "brightwater labs";
  CHECK(StatisticsOfOthers(counts, Brightwater(), other)
            .Count(Term::kCompanyName, "brightwater holdings") == 100);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
