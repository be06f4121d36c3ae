#include "src/routing/territory_choice.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "src/base/text.h"
#include "src/normalize/address.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

struct Place {
  std::string country, region, postal, industry;
  Integer employees;
};

// The region of the submission goes before the address of the company: "DE", "DE-BY" or a name.
Place PlaceOf(const Case& the_case) {
  Place place;
  const TableOverrides* overrides = the_case.records.tables().get();
  const Company& company = the_case.party.company;
  const Address& address = company.address.get();
  const std::string& region = the_case.submission.region.get();
  place.country = NormalizeCountry(region, overrides);
  const std::size_t dash = region.find('-');
  if (place.country.empty() && dash != std::string::npos) {
    place.country = NormalizeCountry(region.substr(0, dash), overrides);
    if (!place.country.empty()) place.region = Alphanumeric(region.substr(dash + 1));
  }
  const std::string of_address = NormalizeCountry(address.country.get(), overrides);
  if (place.country.empty()) place.country = of_address;
  if (of_address.empty() || of_address == place.country) {
    if (place.region.empty()) place.region = Alphanumeric(address.region.get());
    place.postal = Alphanumeric(address.postal.get());
  }
  place.industry = Fold(company.industry.get());
  place.employees = company.employees;
  return place;
}

template <typename Holds>
bool AnyOrNone(const TextList& list, Holds holds) {
  return list->empty() || std::any_of(list->begin(), list->end(), holds);
}

bool TakesRegion(const Territory& territory, const Place& place) {
  return AnyOrNone(territory.regions, [&](const std::string& region) {
    const std::string normal = Alphanumeric(region);
    return !place.region.empty() &&
           (normal == place.region || normal == place.country + place.region);
  });
}

bool TakesSize(const Territory& territory, const Place& place) {
  const bool has_bounds = territory.employees_min.has() || territory.employees_max.has();
  if (!has_bounds) return true;
  if (!place.employees.has()) return false;
  return (!territory.employees_min.has() || *place.employees >= *territory.employees_min) &&
         (!territory.employees_max.has() || *place.employees <= *territory.employees_max);
}

bool Takes(const Territory& territory, const Place& place, const TableOverrides* overrides) {
  return AnyOrNone(
             territory.countries,
             [&](const auto& c) { return NormalizeCountry(c, overrides) == place.country; }) &&
         TakesRegion(territory, place) &&
         AnyOrNone(territory.postal_prefixes,
                   [&](const auto& p) {
                     const std::string prefix = Alphanumeric(p);
                     return !place.postal.empty() && place.postal.starts_with(prefix);
                   }) &&
         AnyOrNone(territory.industries,
                   [&](const auto& i) { return Fold(i) == place.industry; }) &&
         TakesSize(territory, place);
}

}  // namespace

const Territory* TerritoryOf(const Case& the_case) {
  const Place place = PlaceOf(the_case);
  if (place.country.empty()) return nullptr;
  const TableOverrides* overrides = the_case.records.tables().get();
  const Territory* best = nullptr;
  for (const auto& territory : the_case.records.ScanTerritories()) {
    if (!Covers(territory->valid, the_case.receipt) || !Takes(*territory, place, overrides))
      continue;
    the_case.records.NoteFound(RecordType::kTerritory, territory->id);
    if (best == nullptr || territory->priority.get() > best->priority.get()) best = territory.get();
  }
  return best;
}

}  // namespace referee
