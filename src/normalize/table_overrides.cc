#include "src/normalize/table_overrides.h"

#include <algorithm>

namespace referee {
namespace {

// What the map says of `text`, where `ships` is what it says without overrides.
std::string_view Changed(const MapChange& change, std::string_view text, std::string_view ships) {
  const auto added = change.added.find(text);
  if (added != change.added.end()) return added->second;
  return change.removed.contains(text) ? std::string_view() : ships;
}

}  // namespace

std::uint8_t SuffixKindsOf(std::string_view suffix, const TableOverrides* overrides) {
  unsigned kinds = 0;
  for (const tables::SuffixRule& rule : tables::FindSuffix(suffix)) {
    kinds |= 1u << static_cast<unsigned>(rule.kind);
  }
  if (overrides == nullptr) return static_cast<std::uint8_t>(kinds);
  for (std::size_t kind = 0; kind < overrides->public_suffixes.size(); ++kind) {
    const SetChange& change = overrides->public_suffixes[kind];
    if (change.removed.contains(suffix)) kinds &= ~(1u << kind);
    if (change.added.contains(suffix)) kinds |= 1u << kind;
  }
  return static_cast<std::uint8_t>(kinds);
}

std::string_view LegalFormOf(std::string_view alias, const TableOverrides* overrides) {
  const tables::LegalForm* form = tables::FindLegalForm(alias);
  const std::string_view ships = form == nullptr ? std::string_view() : form->form;
  return overrides == nullptr ? ships : Changed(overrides->legal_forms, alias, ships);
}

std::string_view CountryCodeOf(std::string_view folded_name, const TableOverrides* overrides) {
  const std::string_view ships = tables::CountryCode(folded_name);
  return overrides == nullptr ? ships : Changed(overrides->country_names, folded_name, ships);
}

const tables::PhoneRegion* PhoneRegionOf(std::string_view country,
                                         const TableOverrides* overrides) {
  if (overrides == nullptr) return tables::FindPhoneRegion(country);
  for (const AddedPhoneRegion& added : overrides->phone_regions.added) {
    if (added.country == country) return &added.region;
  }
  const bool is_removed = overrides->phone_regions.removed.contains(country);
  return is_removed ? nullptr : tables::FindPhoneRegion(country);
}

const tables::PhoneRegion* MainRegionOf(std::string_view digits, const TableOverrides* overrides) {
  if (overrides == nullptr) return tables::FindCallingCode(digits);
  for (const AddedPhoneRegion& added : overrides->phone_regions.added) {
    if (added.region.is_main && digits.starts_with(added.calling_code)) return &added.region;
  }
  const tables::PhoneRegion* region = tables::FindCallingCode(digits);
  const bool is_removed =
      region != nullptr && overrides->phone_regions.removed.contains(region->country);
  return is_removed ? nullptr : region;
}

void AppendNicknameGroups(std::string_view name, const TableOverrides* overrides,
                          std::vector<std::uint32_t>* groups) {
  if (overrides == nullptr || !overrides->nicknames.removed.contains(name)) {
    for (const tables::Nickname& row : tables::FindNickname(name)) groups->push_back(row.group);
  }
  if (overrides == nullptr) return;
  const auto added = overrides->nicknames.added.find(name);
  if (added == overrides->nicknames.added.end()) return;
  groups->insert(groups->end(), added->second.begin(), added->second.end());
}

}  // namespace referee
