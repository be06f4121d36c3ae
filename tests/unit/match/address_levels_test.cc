#include "src/match/address_levels.h"

#include <doctest/doctest.h>

#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/address_levels");

namespace referee {
namespace {

double Bits(const AddressFeature& a, const AddressFeature& b) {
  EvidenceSum evidence(nullptr);
  CompareAddresses(Model::Default().weights().company, reference::CountedTerms(100, 100), a, b, 1,
                   evidence);
  return evidence.total();
}

TEST_CASE("a city is known by its foreign name, a typing error or its postal code") {
  using example::At;
  CHECK(CompareCities(At("wien", "AT"), At("vienna", "AT")) == CityLevel::kSame);
  CHECK(CompareCities(At("hamburg", "DE"), At("hamburgh", "DE")) == CityLevel::kNear);
  CHECK(CompareCities(At("favoriten", "AT", "1100"), At("wien", "AT", "A1100")) ==
        CityLevel::kNear);
  CHECK(CompareCities(At("celle", "DE"), At("coburg", "DE")) == CityLevel::kDifferent);
}

TEST_CASE("a street is another at another number") {
  AddressFeature a, b;
  a.street = b.street = "hafenstrasse";
  a.house_number = "1";
  CHECK(CompareStreets(a, b) == StreetLevel::kSameStreet);
  b.house_number = "2";
  CHECK(CompareStreets(a, b) == StreetLevel::kOtherHouse);
  b.house_number = "1";
  CHECK(CompareStreets(a, b) == StreetLevel::kSameHouse);
}

TEST_CASE("postal code and street add to the city only what it does not say") {
  AddressFeature address = example::At("hamburg", "DE");
  const double city = Bits(address, address);
  address.postal = "20457";
  const double postal = Bits(address, address);
  address.street = "hafenstrasse";
  address.house_number = "1";
  const double street = Bits(address, address);
  CHECK(city > 0);
  CHECK(postal > city);
  CHECK(postal < city + 6);
  CHECK(street > postal);
  CHECK(street < postal + 6);
}

TEST_CASE("the main street number one of another town is no evidence for one company") {
  AddressFeature celle = example::At("celle", "DE");
  AddressFeature coburg = example::At("coburg", "DE");
  const double before = Bits(celle, coburg);
  celle.street = coburg.street = "hauptstrasse";
  celle.house_number = coburg.house_number = "1";
  CHECK(Bits(celle, coburg) <= before);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
