#include "src/match/person_name_levels.h"

#include <doctest/doctest.h>

#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/person_name_levels");

namespace referee {
namespace {

TEST_CASE("spellings fall into levels") {
  struct Case {
    const char *a, *b;
    NameLevel level;
  };
  for (const Case& c :
       {Case{"weber", "weber", NameLevel::kExact}, Case{"weber", "webber", NameLevel::kOneEdit},
        Case{"alvarez", "alvarez mugica", NameLevel::kPart},
        Case{"mueller-lund", "lund", NameLevel::kPart},
        Case{"lakshmanan", "lakshmananan", NameLevel::kSimilar},
        Case{"kim", "tim", NameLevel::kDifferent}, Case{"anna", "otto", NameLevel::kDifferent},
        Case{"", "otto", NameLevel::kAbsent}}) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(CompareSpelling(c.a, c.b) == c.level);
    CHECK(CompareSpelling(c.b, c.a) == c.level);
  }
}

TEST_CASE("initials, nicknames and middle names stand for given names") {
  PersonFeatures jonas = example::Named("jonas", "weber");
  CHECK(CompareGivenNames(jonas, example::Named("j", "weber")) == NameLevel::kInitial);
  CHECK(CompareGivenNames(jonas, example::Named("k", "weber")) == NameLevel::kDifferent);
  PersonFeatures karl = example::Named("karl", "weber");
  karl.middle = "jonas";
  CHECK(CompareGivenNames(jonas, karl) == NameLevel::kPart);
  PersonFeatures robert = example::Named("robert", "weber");
  PersonFeatures bob = example::Named("bob", "weber");
  robert.given_groups = {3, 9};
  bob.given_groups = {9};
  CHECK(CompareGivenNames(robert, bob) == NameLevel::kNickname);
}

TEST_CASE("two known names of different groups are no typing error of each other") {
  PersonFeatures julia = example::Named("julia", "weber");
  PersonFeatures julian = example::Named("julian", "weber");
  CHECK(CompareGivenNames(julia, julian) == NameLevel::kOneEdit);
  julia.given_groups = {1};
  julian.given_groups = {2};
  CHECK(CompareGivenNames(julia, julian) == NameLevel::kSoundsAlike);
}

TEST_CASE("agreement tells colleagues from namesakes") {
  const reference::CountedTerms statistics(100, 100);
  const auto compare = [&](const PersonFeatures& a, const PersonFeatures& b) {
    EvidenceSum evidence(nullptr);
    return ComparePersonNames(Model::Default().weights().person, statistics, a, b, evidence);
  };
  const PersonFeatures jonas = example::Named("jonas", "weber");
  CHECK(compare(jonas, jonas).agreement == NameAgreement::kAgree);
  CHECK(compare(jonas, example::Named("weber", "jonas")).agreement == NameAgreement::kAgree);
  CHECK(compare(jonas, example::Named("otto", "lind")).agreement == NameAgreement::kDiffer);
  CHECK(compare(jonas, example::Named("otto", "weber")).agreement == NameAgreement::kPartial);
  CHECK(compare(jonas, example::Named("", "weber")).agreement == NameAgreement::kContained);
  CHECK(compare(jonas, PersonFeatures{}).agreement == NameAgreement::kUnknown);
}

TEST_CASE("swapped names are worth nearly what they are in their fields") {
  const reference::CountedTerms statistics(100, 100);
  EvidenceSum straight(nullptr), swapped(nullptr);
  const PersonWeights& weights = Model::Default().weights().person;
  const PersonFeatures ewa = example::Named("ewa", "kowalczyk");
  ComparePersonNames(weights, statistics, ewa, ewa, straight);
  ComparePersonNames(weights, statistics, ewa, example::Named("kowalczyk", "ewa"), swapped);
  CHECK(swapped.total() < straight.total());
  CHECK(swapped.total() > straight.total() - 6);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
