#include "src/match/identifier_levels.h"

#include <doctest/doctest.h>

#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/identifier_levels");

namespace referee {
namespace {

TEST_CASE("birth dates are near with day and month swapped or one digit wrong") {
  CHECK(CompareBirthDates("1980-03-12", "1980-03-12") == BirthDateLevel::kExact);
  CHECK(CompareBirthDates("1980-03-12", "1980-12-03") == BirthDateLevel::kNear);
  CHECK(CompareBirthDates("1980-03-12", "1980-03-13") == BirthDateLevel::kNear);
  CHECK(CompareBirthDates("1980-03-12", "1961-11-30") == BirthDateLevel::kDifferent);
  CHECK(CompareBirthDates("", "1961-11-30") == BirthDateLevel::kAbsent);
}

TEST_CASE("a long number with one error is near, a short one is another number") {
  CHECK(CompareIdentifiers("312345678", "312345687") == IdentifierLevel::kNear);
  CHECK(CompareIdentifiers("12345", "12346") == IdentifierLevel::kDifferent);
  CHECK(CompareIdentifiers("", "12346") == IdentifierLevel::kAbsent);
}

TEST_CASE("each kind of number speaks once, and one that agrees outweighs others of its kind") {
  CompanyFeatures a, b;
  a.registry_ids = {example::RegistryNumber("vat", "A1"), example::RegistryNumber("vat", "B2"),
                    example::RegistryNumber("duns", "312345678")};
  b.registry_ids = {example::RegistryNumber("vat", "B2"),
                    example::RegistryNumber("lei", "529900T8BM49AURSDO55")};
  std::vector<FieldEvidence> explanation;
  EvidenceSum evidence(&explanation);
  CompareRegistryIds(Model::Default().weights().company, reference::CountedTerms(9, 9), a, b,
                     evidence);
  REQUIRE(explanation.size() == 1);
  CHECK(explanation[0].level == "exact");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
