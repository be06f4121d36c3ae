#include "src/match/company_ceiling.h"

#include <doctest/doctest.h>

#include <limits>
#include <string_view>

#include "src/match/score_company.h"
#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/random_parties.h"

TEST_SUITE_BEGIN("match/company_ceiling");

namespace referee {
namespace {

double FullBits(const TermStatistics& statistics, const CompanyFeatures& a,
                const CompanyFeatures& b) {
  EvidenceSum evidence(nullptr);
  CompareCompanies(Model::Default().weights().company, statistics, a, b,
                   -std::numeric_limits<double>::infinity(), evidence);
  return evidence.total();
}

TEST_CASE("no pair of companies reaches more bits than its ceiling, and most ceilings are finite") {
  const CompanyWeights& weights = Model::Default().weights().company;
  example::RandomParties random(11);
  int finite = 0, told_by_sketch = 0;
  constexpr int kPairs = 20000;
  for (int i = 0; i < kPairs; ++i) {
    const CompanyFeatures a = random.Company();
    const CompanyFeatures b = i % 3 == 0 ? random.Altered(a) : random.Company();
    const reference::CountedTerms statistics(random.Below(1000000), random.Below(1000000));
    const example::Packed packed(example::Company(b));
    const CompanyCeiling ceiling(weights, statistics, a);
    const NameOutlook names = ceiling.OutlookOf(packed.view.company);
    const double most = ceiling.Bits(packed.view.company, names);
    CAPTURE(a.name);
    CAPTURE(b.name);
    CAPTURE(i);
    REQUIRE(FullBits(statistics, a, b) <= most + 1e-9);
    finite += most < 1000 ? 1 : 0;
    const FeatureSketch sketch = SketchOf(example::Company(b));
    const NameOutlook sketched = ceiling.OutlookOf(sketch);
    REQUIRE((sketched == names || sketched == NameOutlook::kOpen));
    const double most_of_sketch = ceiling.Bits(sketch, sketched);
    REQUIRE(FullBits(statistics, a, b) <= most_of_sketch + 1e-9);
    told_by_sketch += most_of_sketch < 1000 ? 1 : 0;
  }
  CHECK(finite > kPairs / 3);
  CHECK(told_by_sketch > kPairs / 6);
}

NameOutlook Outlook(std::string_view a, std::string_view b) {
  const CompanyFeatures query = example::Firm(a);
  const reference::CountedTerms statistics(1000, 1000);
  const example::Packed packed(example::Company(example::Firm(b)));
  return CompanyCeiling(Model::Default().weights().company, statistics, query)
      .OutlookOf(packed.view.company);
}

TEST_CASE("names stand apart when each has a word of its own that is more than a descriptor") {
  CHECK(Outlook("falkenried werke", "falkenried glashuette") == NameOutlook::kApart);
  CHECK(Outlook("falkenried werke", "nordlicht systems") == NameOutlook::kApart);
  CHECK(Outlook("falkenried werke", "falkenried gruppe") == NameOutlook::kApart);
  CHECK(Outlook("falkenried holding", "falkenried gruppe") == NameOutlook::kOpen);
  CHECK(Outlook("falkenried werke", "falkenried") == NameOutlook::kOpen);
  CHECK(Outlook("falkenried", "") == NameOutlook::kSilent);
}

TEST_CASE("spelling mistakes, compounds and acronyms are left to the comparison") {
  CHECK(Outlook("falkenried werke", "falkenreid werke") == NameOutlook::kOpen);
  CHECK(Outlook("glas huette passau", "glashuette") == NameOutlook::kOpen);
  CHECK(Outlook("mzk wawolnica", "miejskie zaklady komunalne") == NameOutlook::kOpen);
}

NameOutlook SketchedOutlook(std::string_view a, std::string_view b) {
  const CompanyFeatures query = example::Firm(a);
  const reference::CountedTerms statistics(1000, 1000);
  return CompanyCeiling(Model::Default().weights().company, statistics, query)
      .OutlookOf(SketchOf(example::Company(example::Firm(b))));
}

TEST_CASE("a sketch tells words of other letters apart, and leaves to the features what it omits") {
  CHECK(SketchedOutlook("falkenried werke", "nordlicht systems") == NameOutlook::kApart);
  CHECK(SketchedOutlook("falkenried werke", "falkenried glashuette") == NameOutlook::kApart);
  CHECK(SketchedOutlook("falkenried", "") == NameOutlook::kSilent);
  CHECK(SketchedOutlook("falkenried werke", "falkenreid werke") == NameOutlook::kOpen);
  CHECK(SketchedOutlook("falkenried werke", "nord licht glas huette") == NameOutlook::kOpen);
  CHECK(SketchedOutlook("falkenried werke", "falkenried und") == NameOutlook::kOpen);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
