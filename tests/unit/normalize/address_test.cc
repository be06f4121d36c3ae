#include "src/normalize/address.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("normalize/address");

namespace referee {
namespace {

using namespace std::string_literals;

AddressFeature Street(const std::string& line) {
  Address address;
  address.line1 = line;
  return NormalizeAddress(address);
}

TEST_CASE("a street is one street however it is written") {
  struct Case {
    std::string line, street, number, unit;
  };
  const Case cases[] = {
      {"Hafenstr. 1", "hafenstrasse", "1", ""},
      {"Hafenstraße 1", "hafenstrasse", "1", ""},
      {"HAFENSTRASSE 1a", "hafenstrasse", "1a", ""},
      {"1a Harbour Rd.", "harbour road", "1a", ""},
      {"1a Harbour Road", "harbour road", "1a", ""},
      {"12 Mill Ln, 3rd floor", "mill lane floor", "12", "3rd"},
      {"Av. Paulista 1578", "avenue paulista", "1578", ""},
      {"ul. Marszałkowska 10/12", "ulica marszalkowska", "10", "12"},
      {"Hafenplatz", "hafenplatz", "", ""},
      {"7", "", "7", ""},
      {"", "", "", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.line);
    const AddressFeature address = Street(test.line);
    CHECK(address.street == test.street);
    CHECK(address.house_number == test.number);
    CHECK(address.unit == test.unit);
  }
}

TEST_CASE("post codes and cities and regions lose case and punctuation") {
  Address address;
  address.city = " São-Paulo "s;
  address.region = "N.R.W."s;
  address.postal = "n1 9gu"s;
  address.country = "Deutschland"s;
  const AddressFeature normal = NormalizeAddress(address);
  CHECK(normal.city == "sao paulo");
  CHECK(normal.region == "nrw");
  CHECK(normal.postal == "N19GU");
  CHECK(normal.country == "DE");
}

TEST_CASE("a country is its code however it is named") {
  struct Case {
    std::string text, code;
  };
  const Case cases[] = {
      {"DE", "DE"},
      {"de", "DE"},
      {"DEU", "DE"},
      {"Germany", "DE"},
      {"Deutschland", "DE"},
      {"Allemagne", "DE"},
      {"Alemania", "DE"},
      {"UK", "GB"},
      {"United Kingdom", "GB"},
      {"England", "GB"},
      {"U.S.A.", "US"},
      {"United States of America", "US"},
      {"Österreich", "AT"},
      {"Czechia", "CZ"},
      {"Czech Republic", "CZ"},
      {"Côte d'Ivoire", "CI"},
      {"Türkiye", "TR"},
      {"South Korea", "KR"},
      {"Narnia", ""},
      {"", ""},
      {"\xFF", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(NormalizeCountry(test.text) == test.code);
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
