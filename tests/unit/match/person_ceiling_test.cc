#include "src/match/person_ceiling.h"

#include <doctest/doctest.h>

#include <limits>

#include "src/match/score_person.h"
#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/random_parties.h"

TEST_SUITE_BEGIN("match/person_ceiling");

namespace referee {
namespace {

double FullBits(const TermStatistics& statistics, const Features& a, const Features& b) {
  EvidenceSum evidence(nullptr);
  ComparePeople(Model::Default().weights(), statistics, a, b,
                -std::numeric_limits<double>::infinity(), evidence);
  return evidence.total();
}

double Ceiling(const TermStatistics& statistics, const Features& a, const Features& b) {
  const Model::Weights& weights = Model::Default().weights();
  const example::Packed packed(b);
  const NameOutlook names =
      CompanyCeiling(weights.company, statistics, a.company).OutlookOf(packed.view.company);
  return PersonCeiling(weights, statistics, a).Bits(packed.view, names);
}

double SketchedCeiling(const TermStatistics& statistics, const Features& a, const Features& b) {
  const Model::Weights& weights = Model::Default().weights();
  const FeatureSketch sketch = SketchOf(b);
  const NameOutlook names =
      CompanyCeiling(weights.company, statistics, a.company).OutlookOf(sketch);
  return PersonCeiling(weights, statistics, a).Bits(sketch, names);
}

TEST_CASE("no pair of people reaches more bits than its ceiling, and most ceilings are finite") {
  example::RandomParties random(12);
  int finite = 0, told_by_sketch = 0;
  constexpr int kPairs = 20000;
  for (int i = 0; i < kPairs; ++i) {
    Features a, b;
    a.person = random.Person();
    b.person = i % 3 == 0 ? random.Altered(a.person) : random.Person();
    if (random.Below(2) == 0) a.company = random.Company();
    if (random.Below(2) == 0) b.company = random.Company();
    const reference::CountedTerms statistics(random.Below(1000000), random.Below(1000000));
    const double most = Ceiling(statistics, a, b);
    CAPTURE(i);
    CAPTURE(a.person.given);
    CAPTURE(a.person.family);
    CAPTURE(b.person.given);
    CAPTURE(b.person.family);
    REQUIRE(FullBits(statistics, a, b) <= most + 1e-9);
    finite += most < 1000 ? 1 : 0;
    const double most_of_sketch = SketchedCeiling(statistics, a, b);
    REQUIRE(FullBits(statistics, a, b) <= most_of_sketch + 1e-9);
    told_by_sketch += most_of_sketch < 1000 ? 1 : 0;
  }
  CHECK(finite > kPairs / 3);
  CHECK(told_by_sketch > kPairs / 6);
}

TEST_CASE("a namesake by family alone has a low ceiling, the same mailbox none") {
  const reference::CountedTerms statistics(100000, 100000);
  Features a, b;
  a.person = example::Named("jonas", "weber");
  b.person = example::Named("mette", "weber");
  CHECK(Ceiling(statistics, a, b) < 15);
  CHECK(SketchedCeiling(statistics, a, b) < 15);
  a.person.emails = {example::WorkMailbox("weber@falkenried.example")};
  b.person.emails = a.person.emails;
  CHECK(Ceiling(statistics, a, b) > 1000);
  CHECK(SketchedCeiling(statistics, a, b) > 1000);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
