#include "src/match/address_levels.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "src/match/city_names.h"
#include "src/match/edit_distance.h"
#include "src/match/jaro_winkler.h"
#include "src/match/letter_set.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

CountryLevel CompareCountries(const AddressFeature& a, const AddressFeature& b) {
  if (a.country.empty() || b.country.empty()) return CountryLevel::kAbsent;
  return a.country == b.country ? CountryLevel::kSame : CountryLevel::kDifferent;
}

// "A-1100" for 1100: digits with one or two letters before them.
bool IsWithCountry(std::string_view longer, std::string_view digits) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t prefix = longer.size() - std::min(digits.size(), longer.size());
  return prefix >= 1 && prefix <= 2 && longer.ends_with(digits) &&
         std::all_of(digits.begin(), digits.end(), is_digit) &&
         std::none_of(longer.begin(), longer.begin() + static_cast<std::ptrdiff_t>(prefix),
                      is_digit);
}

PostalLevel ComparePostal(const AddressFeature& a, const AddressFeature& b) {
  if (a.postal.empty() || b.postal.empty()) return PostalLevel::kAbsent;
  const bool same = a.postal == b.postal || IsWithCountry(a.postal, b.postal) ||
                    IsWithCountry(b.postal, a.postal);
  return same ? PostalLevel::kSame : PostalLevel::kDifferent;
}

// Spelling of a place or a street, long enough for one or two errors.
bool IsNear(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) < 5) return false;
  const SpeltWord left(a), right(b);
  if (!MayBeSimilar(left, right, 0.7)) return false;
  return (MayBeWithin(left, right, 1) && EditDistance(a, b, 1) <= 1) ||
         (MayBeSimilar(left, right, 0.92) && JaroWinkler(a, b) >= 0.92);
}

}  // namespace

CityLevel CompareCities(const AddressFeature& a, const AddressFeature& b) {
  if (a.city.empty() || b.city.empty()) return CityLevel::kAbsent;
  if (a.city == b.city || HomeNameOfCity(a.city) == HomeNameOfCity(b.city)) {
    return CityLevel::kSame;
  }
  // One postal code in one country is one town, or its suburb, whatever its name.
  const bool same_postal = ComparePostal(a, b) == PostalLevel::kSame &&
                           (a.country == b.country || a.country.empty() || b.country.empty());
  return same_postal || IsNear(a.city, b.city) ? CityLevel::kNear : CityLevel::kDifferent;
}

StreetLevel CompareStreets(const AddressFeature& a, const AddressFeature& b) {
  if (a.street.empty() || b.street.empty()) return StreetLevel::kAbsent;
  if (a.street != b.street && !IsNear(a.street, b.street)) return StreetLevel::kDifferent;
  if (a.house_number.empty() || b.house_number.empty()) return StreetLevel::kSameStreet;
  return a.house_number == b.house_number ? StreetLevel::kSameHouse : StreetLevel::kOtherHouse;
}

void CompareAddresses(const CompanyWeights& weights, const TermStatistics& statistics,
                      const AddressFeature& a, const AddressFeature& b, double share,
                      EvidenceSum& evidence) {
  const auto scaled = [share](double bits) { return bits > 0 ? bits * share : bits; };
  const auto value_bits = [&](const ValueRate& rate, Term term, const std::string& value) {
    return std::max(
        ValueBits(rate, weights.population, statistics.Companies(), statistics.Count(term, value)),
        0.0);
  };

  const CountryLevel country = CompareCountries(a, b);
  evidence.Add("country", country,
               scaled(weights.country_levels[static_cast<std::size_t>(country)].bits));

  const CityLevel city = CompareCities(a, b);
  double city_bits = weights.city_levels[static_cast<std::size_t>(city)].bits;
  if (city == CityLevel::kSame)
    city_bits = value_bits(weights.city, Term::kCity, std::min(a.city, b.city));
  // Towns of two countries differ anyway.
  if (country == CountryLevel::kDifferent) city_bits = std::min(city_bits, 0.0) / 2;
  evidence.Add("city", city, scaled(city_bits));

  const PostalLevel postal = ComparePostal(a, b);
  double postal_bits = weights.postal_levels[static_cast<std::size_t>(postal)].bits;
  if (postal == PostalLevel::kSame) {
    postal_bits = value_bits(weights.postal, Term::kPostal, std::min(a.postal, b.postal));
    if (city == CityLevel::kSame) postal_bits = std::max(postal_bits - city_bits, 0.0);
    if (country == CountryLevel::kDifferent) postal_bits = 0;
  } else if (city == CityLevel::kDifferent || country == CountryLevel::kDifferent) {
    postal_bits = 0;
  }
  evidence.Add("postal", postal, scaled(postal_bits));

  const StreetLevel street = CompareStreets(a, b);
  double street_bits = weights.street_levels[static_cast<std::size_t>(street)].bits;
  // The street name repeats the town; the same street name in another town is another street.
  if (street_bits > 0 && city == CityLevel::kDifferent) street_bits = 0;
  if (street_bits > 0) {
    street_bits =
        std::max(street_bits - std::max(city_bits, 0.0) - std::max(postal_bits, 0.0), 1.0);
  } else if (city == CityLevel::kDifferent) {
    street_bits = 0;
  }
  evidence.Add("street", street, scaled(street_bits));
}

}  // namespace referee
