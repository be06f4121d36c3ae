#include "src/match/address_levels.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "src/match/edit_distance.h"
#include "src/match/jaro_winkler.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

CountryLevel CompareCountries(const AddressFeature& a, const AddressFeature& b) {
  if (a.country.empty() || b.country.empty()) return CountryLevel::kAbsent;
  return a.country == b.country ? CountryLevel::kSame : CountryLevel::kDifferent;
}

PostalLevel ComparePostal(const AddressFeature& a, const AddressFeature& b) {
  if (a.postal.empty() || b.postal.empty()) return PostalLevel::kAbsent;
  return a.postal == b.postal ? PostalLevel::kSame : PostalLevel::kDifferent;
}

// Spelling of a place or a street, long enough for one or two errors.
bool IsNear(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 5) return false;
  return EditDistance(a, b, 1) <= 1 || JaroWinkler(a, b) >= 0.92;
}

}  // namespace

CityLevel CompareCities(const AddressFeature& a, const AddressFeature& b) {
  if (a.city.empty() || b.city.empty()) return CityLevel::kAbsent;
  if (a.city == b.city) return CityLevel::kSame;
  // One postal code in one country is one town, whatever its name: Wien and Vienna.
  const bool same_postal = !a.postal.empty() && a.postal == b.postal &&
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
  if (city == CityLevel::kSame) city_bits = value_bits(weights.city, Term::kCity, a.city);
  // Towns of two countries differ anyway.
  if (country == CountryLevel::kDifferent) city_bits = std::min(city_bits, 0.0) / 2;
  evidence.Add("city", city, scaled(city_bits));

  const PostalLevel postal = ComparePostal(a, b);
  double postal_bits = weights.postal_levels[static_cast<std::size_t>(postal)].bits;
  if (postal == PostalLevel::kSame) {
    postal_bits = value_bits(weights.postal, Term::kPostal, a.postal);
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
