// What a host changes in the tables of normalisation: additions to and removals from the tables
// that ship, read from one JSON document of the schema "referee.tables/1".
//
//   {"schema": "referee.tables/1",
//    "free_mail_domains": {"add": ["mail.example"], "remove": ["falke.example"]},
//    "nicknames": {"add": [["sascha", "alexander"]], "remove": ["al"]},
//    "legal_forms": {"add": [{"alias": "geschlossene ag", "form": "ag"}]}}
//
// src/normalize/tables/README.md describes every table.  The normalisers take the overrides as an
// argument, null for none: they stay pure, and two corpora of one process may differ.

#ifndef REFEREE_SRC_NORMALIZE_TABLE_OVERRIDES_H_
#define REFEREE_SRC_NORMALIZE_TABLE_OVERRIDES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/string_map.h"
#include "src/normalize/tables/tables.h"

namespace referee {

// A set of texts that ships, changed.
struct SetChange {
  StringSet added, removed;
};

// A map of texts that ships, changed.  What is added replaces what ships under the same text.
struct MapChange {
  StringMap<std::string> added;
  StringSet removed;
};

// Names that stand for each other share a group.
struct NicknameChange {
  StringMap<std::vector<std::uint32_t>> added;  // Numbers that no group that ships has.
  StringSet removed;                            // From all groups that ship.
};

// A region with texts of its own; `region` borrows from them.
struct AddedPhoneRegion {
  std::string country, calling_code, national_prefix, exit_code;
  tables::PhoneRegion region;
};

struct PhoneRegionChange {
  std::deque<AddedPhoneRegion> added;  // Elements stay where they are, as views into them must.
  StringSet removed;                   // Countries, those of `added` included.
};

// Immutable once read, and shared.
struct TableOverrides {
  TableOverrides() = default;
  TableOverrides(const TableOverrides&) = delete;
  TableOverrides& operator=(const TableOverrides&) = delete;

  SetChange free_mail_domains, disposable_domains, shared_domains, role_mailboxes, honorifics;
  std::array<SetChange, 3> public_suffixes;  // By tables::SuffixKind.
  MapChange legal_forms;                     // Alias -> canonical form.
  MapChange country_names;                   // Folded name -> ISO 3166-1 alpha-2.
  NicknameChange nicknames;
  PhoneRegionChange phone_regions;

  std::string document;  // Canonical: equal content gives equal bytes.
  std::string hash;      // "sha256:..." of the document.
};

// Bounds of the document: long lists of domains are what it is for.
inline constexpr std::size_t kMostTableBytes = 8u << 20;
inline constexpr std::size_t kMostTableEntries = 1u << 18;  // Of one list.

// Fails with kInvalidArgument, and the JSON pointer of the place, for a document that is not of the
// schema: another kind of value, a member or a table that does not exist, an entry that the table
// could never be asked for, stands twice, or is both added and removed.  kResourceExhausted beyond
// the bounds.  Removing what does not ship changes nothing.
absl::StatusOr<std::shared_ptr<const TableOverrides>> ReadTableOverrides(std::string_view json);

// The hash, "" for none.
inline std::string_view HashOf(const TableOverrides* overrides) {
  return overrides == nullptr ? std::string_view() : std::string_view(overrides->hash);
}

// Whether the set holds `text`, where `ships` says whether it does without overrides.
inline bool Holds(const TableOverrides* overrides, SetChange TableOverrides::*set,
                  std::string_view text, bool ships) {
  if (overrides == nullptr) return ships;
  const SetChange& change = overrides->*set;
  return ships ? !change.removed.contains(text) : change.added.contains(text);
}

// The tables as the overrides change them; each as its namesake in tables/tables.h.
// A bit a tables::SuffixKind.
std::uint8_t SuffixKindsOf(std::string_view suffix, const TableOverrides* overrides);
std::string_view LegalFormOf(std::string_view alias, const TableOverrides* overrides);  // Or "".
std::string_view CountryCodeOf(std::string_view folded_name, const TableOverrides* overrides);
const tables::PhoneRegion* PhoneRegionOf(std::string_view country, const TableOverrides* overrides);
const tables::PhoneRegion* MainRegionOf(std::string_view digits, const TableOverrides* overrides);
void AppendNicknameGroups(std::string_view name, const TableOverrides* overrides,
                          std::vector<std::uint32_t>* groups);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_TABLE_OVERRIDES_H_
