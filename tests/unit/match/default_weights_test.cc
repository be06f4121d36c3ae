#include <doctest/doctest.h>

#include <cstddef>

#include "src/match/weights.h"

TEST_SUITE_BEGIN("match/default_weights");

namespace referee {
namespace {

// Silence first and worth nothing; the last level speaks against one party; rates are rates.
template <typename Table>
void CheckTable(const Table& table) {
  CHECK(table.front().bits == 0);
  CHECK(table.back().bits < 0);
  for (const Rate& rate : table) {
    CHECK(rate.m > 0);
    CHECK(rate.m <= 1);
    CHECK(rate.u > 0);
    CHECK(rate.u <= 1);
  }
}

TEST_CASE("every comparison of people has a level for and one against") {
  const PersonWeights& weights = Model::Default().weights().person;
  CheckTable(weights.given_levels);
  CheckTable(weights.family_levels);
  CheckTable(weights.middle_levels);
  CheckTable(weights.suffix_levels);
  CheckTable(weights.whole_name_levels);
  CheckTable(weights.email_levels);
  CheckTable(weights.phone_levels);
  CheckTable(weights.employer_levels);
  CheckTable(weights.title_levels);
  CheckTable(weights.birth_date_levels);
  CheckTable(weights.national_id_levels);
  CheckTable(weights.country_levels);
}

TEST_CASE("every comparison of companies has a level for and one against") {
  const CompanyWeights& weights = Model::Default().weights().company;
  CheckTable(weights.name_levels);
  CheckTable(weights.legal_form_levels);
  CheckTable(weights.numeral_levels);
  CheckTable(weights.place_levels);
  CheckTable(weights.domain_levels);
  CheckTable(weights.phone_levels);
  CheckTable(weights.registry_levels);
  CheckTable(weights.country_levels);
  CheckTable(weights.city_levels);
  CheckTable(weights.postal_levels);
  CheckTable(weights.street_levels);
  CheckTable(weights.industry_levels);
  CheckTable(weights.employees_levels);
}

TEST_CASE("the more of a name agrees the better its level") {
  const RateTable<NameLevel>& family = Model::Default().weights().person.family_levels;
  const auto bits = [&](NameLevel level) { return family[static_cast<std::size_t>(level)].bits; };
  CHECK(bits(NameLevel::kExact) > bits(NameLevel::kOneEdit));
  CHECK(bits(NameLevel::kOneEdit) > bits(NameLevel::kSoundsAlike));
  CHECK(bits(NameLevel::kSoundsAlike) > bits(NameLevel::kDifferent));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
