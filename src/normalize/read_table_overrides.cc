// The document of the schema "referee.tables/1" -> overrides.  An entry is brought into the form in
// which the normalisers ask the table; one that no question could ever have is an error, as it
// would be a silent misspelling.

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/hash.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"
#include "src/normalize/company_name.h"
#include "src/normalize/domain.h"
#include "src/normalize/punycode.h"
#include "src/normalize/table_overrides.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

using json::Kind;
using json::Node;
using Key = absl::StatusOr<std::string>;

constexpr std::uint32_t kFirstAddedGroup = 1u << 31;
// A name finds candidates by each of its groups.
constexpr std::size_t kMostGroupsOfName = 16;
constexpr std::size_t kMostPhoneRegions = 512;
constexpr std::size_t kLongestNumber = 15;  // ITU-T E.164.

absl::Status Expect(const Node& node, Kind kind) {
  if (node.kind == kind) return absl::OkStatus();
  return InvalidKind(json::KindName(kind), json::KindName(node.kind));
}

absl::Status Twice() { return Invalid("stands twice in this list"); }
absl::Status AddedAndRemoved() { return Invalid("is added by this document as well"); }

absl::StatusOr<const Node*> Required(const Node& object, std::string_view name, Kind kind) {
  const Node* member = object.Find(name);
  if (member == nullptr) return InsideOf(name, Invalid("is required"));
  REFEREE_RETURN_IF_ERROR(InsideOf(name, Expect(*member, kind)));
  return member;
}

absl::Status OnlyMembers(const Node& object, std::initializer_list<std::string_view> names) {
  for (const json::Member& member : object.members) {
    if (std::find(names.begin(), names.end(), member.name) == names.end()) {
      return InsideOf(member.name, Invalid("is no member that stands here"));
    }
  }
  return absl::OkStatus();
}

template <typename One>
absl::Status ForEach(const Node& list, One one) {
  REFEREE_RETURN_IF_ERROR(Expect(list, Kind::kArray));
  for (std::size_t i = 0; i < list.elements.size(); ++i) {
    REFEREE_RETURN_IF_ERROR(InsideOf(i, one(list.elements[i])));
  }
  return absl::OkStatus();
}

// {"add": [...], "remove": [...]}: what is added comes first, so that removals can be checked.
template <typename Add, typename Remove>
absl::Status ReadChange(const Node& change, Add add, Remove remove) {
  REFEREE_RETURN_IF_ERROR(Expect(change, Kind::kObject));
  REFEREE_RETURN_IF_ERROR(OnlyMembers(change, {"add", "remove"}));
  if (const Node* list = change.Find("add")) {
    REFEREE_RETURN_IF_ERROR(InsideOf("add", ForEach(*list, add)));
  }
  if (const Node* list = change.Find("remove")) {
    REFEREE_RETURN_IF_ERROR(InsideOf("remove", ForEach(*list, remove)));
  }
  return absl::OkStatus();
}

// The forms in which tables are asked.

Key DomainKey(const Node& node, const TableOverrides& overrides) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kString));
  std::string host = AsciiHost(node.text);
  if (host.empty() || RegistrableDomain(host, &overrides) != host) {
    return Invalid("must be a registrable domain, as \"mail.example\"");
  }
  return host;
}

Key WordKey(const Node& node) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kString));
  std::vector<std::string> words = Words(Fold(node.text));
  if (words.size() != 1 || words[0] == "&" || words[0] == "+") return Invalid("must be one word");
  return std::move(words[0]);
}

Key MailboxKey(const Node& node) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kString));
  std::string local = Fold(node.text);
  if (local.empty() || local.find_first_of(" @<>+:") != std::string::npos) {
    return Invalid("must be what stands before the @ of an address, as \"office\"");
  }
  return local;
}

// One to `most` words with one blank between.
Key PhraseKey(const Node& node, std::size_t most, std::string_view expected) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kString));
  const std::vector<std::string> words = Words(Fold(node.text));
  if (words.empty() || words.size() > most) return Invalid(expected);
  return JoinWords(words);
}

Key AliasKey(const Node& node) {
  return PhraseKey(node, kLongestLegalForm, "must be one to six words, as \"gmbh & co kg\"");
}

Key CountryNameKey(const Node& node) {
  return PhraseKey(node, std::numeric_limits<std::size_t>::max(), "must be a name");
}

Key CountryKey(const Node& node) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kString));
  if (node.text.size() != 2 || tables::CountryCode(LowerAscii(node.text)) != node.text) {
    return Invalid("must be a country of ISO 3166-1, as \"DE\"");
  }
  return std::string(node.text);
}

// A text of `least` to `most` digits.
Key DigitsKey(const Node& node, std::size_t least, std::size_t most) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kString));
  if (node.text.size() < least || node.text.size() > most ||
      !std::all_of(node.text.begin(), node.text.end(), IsAsciiDigit)) {
    return Invalid("must be " + std::to_string(least) + " to " + std::to_string(most) + " digits");
  }
  return std::string(node.text);
}

struct SuffixKey {
  std::string suffix;
  tables::SuffixKind kind = tables::SuffixKind::kPlain;
};

// "co.uk", "*.ck" or "!www.ck", as the Public Suffix List writes rules.
absl::StatusOr<SuffixKey> ReadSuffix(const Node& node) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kString));
  SuffixKey key;
  std::string_view rest = node.text;
  if (rest.starts_with("*.")) {
    key.kind = tables::SuffixKind::kWildcard;
    rest.remove_prefix(2);
  } else if (rest.starts_with('!')) {
    key.kind = tables::SuffixKind::kException;
    rest.remove_prefix(1);
  }
  key.suffix = AsciiHost(rest);
  const std::vector<std::string_view> labels = Split(key.suffix, '.');
  const bool is_host = std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
    return !label.empty() && std::all_of(label.begin(), label.end(), [](char c) {
      return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '-';
    });
  });
  // What is excepted is a registrable domain, so that it has two labels.
  const bool is_short = key.kind == tables::SuffixKind::kException && labels.size() < 2;
  if (!is_host || is_short) {
    return Invalid("must be a rule of the Public Suffix List, as \"co.uk\", \"*.ck\", \"!www.ck\"");
  }
  return key;
}

// The tables, one function a shape.

absl::Status ReadSuffixes(const Node& table, TableOverrides* out) {
  return ReadChange(
      table,
      [&](const Node& node) -> absl::Status {
        REFEREE_ASSIGN_OR_RETURN(SuffixKey key, ReadSuffix(node));
        SetChange& change = out->public_suffixes[static_cast<std::size_t>(key.kind)];
        return change.added.insert(std::move(key.suffix)).second ? absl::OkStatus() : Twice();
      },
      [&](const Node& node) -> absl::Status {
        REFEREE_ASSIGN_OR_RETURN(SuffixKey key, ReadSuffix(node));
        SetChange& change = out->public_suffixes[static_cast<std::size_t>(key.kind)];
        if (change.added.contains(key.suffix)) return AddedAndRemoved();
        return change.removed.insert(std::move(key.suffix)).second ? absl::OkStatus() : Twice();
      });
}

struct SetTable {
  std::string_view name;
  SetChange TableOverrides::*set;
  Key (*key)(const Node& node, const TableOverrides& overrides);
};
constexpr SetTable kSets[] = {
    {"free_mail_domains", &TableOverrides::free_mail_domains, DomainKey},
    {"disposable_domains", &TableOverrides::disposable_domains, DomainKey},
    {"shared_domains", &TableOverrides::shared_domains, DomainKey},
    {"role_mailboxes", &TableOverrides::role_mailboxes,
     [](const Node& node, const TableOverrides&) { return MailboxKey(node); }},
    {"honorifics", &TableOverrides::honorifics,
     [](const Node& node, const TableOverrides&) { return WordKey(node); }}};

absl::Status ReadSet(const Node& table, const SetTable& row, TableOverrides* out) {
  SetChange& change = out->*row.set;
  return ReadChange(
      table,
      [&](const Node& node) -> absl::Status {
        REFEREE_ASSIGN_OR_RETURN(std::string key, row.key(node, *out));
        return change.added.insert(std::move(key)).second ? absl::OkStatus() : Twice();
      },
      [&](const Node& node) -> absl::Status {
        REFEREE_ASSIGN_OR_RETURN(std::string key, row.key(node, *out));
        if (change.added.contains(key)) return AddedAndRemoved();
        return change.removed.insert(std::move(key)).second ? absl::OkStatus() : Twice();
      });
}

// A table of objects of two texts: under which name, and what it means.
struct MapTable {
  std::string_view name;
  MapChange TableOverrides::*map;
  std::string_view key_name, value_name;
  Key (*key)(const Node& node);
  Key (*value)(const Node& node);
};
constexpr MapTable kMaps[] = {
    {"legal_forms", &TableOverrides::legal_forms, "alias", "form", AliasKey, WordKey},
    {"country_names", &TableOverrides::country_names, "name", "country", CountryNameKey,
     CountryKey}};

absl::Status ReadMap(const Node& table, const MapTable& row, TableOverrides* out) {
  MapChange& change = out->*row.map;
  return ReadChange(
      table,
      [&](const Node& node) -> absl::Status {
        REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kObject));
        REFEREE_RETURN_IF_ERROR(OnlyMembers(node, {row.key_name, row.value_name}));
        REFEREE_ASSIGN_OR_RETURN(const Node* name, Required(node, row.key_name, Kind::kString));
        REFEREE_ASSIGN_OR_RETURN(const Node* meant, Required(node, row.value_name, Kind::kString));
        Key key = row.key(*name);
        if (!key.ok()) return InsideOf(row.key_name, key.status());
        Key value = row.value(*meant);
        if (!value.ok()) return InsideOf(row.value_name, value.status());
        const bool is_new = change.added.emplace(std::move(*key), std::move(*value)).second;
        return is_new ? absl::OkStatus() : InsideOf(row.key_name, Twice());
      },
      [&](const Node& node) -> absl::Status {
        REFEREE_ASSIGN_OR_RETURN(std::string key, row.key(node));
        if (change.added.contains(key)) return AddedAndRemoved();
        return change.removed.insert(std::move(key)).second ? absl::OkStatus() : Twice();
      });
}

// One list of names that stand for each other.
absl::Status ReadNames(const Node& names, std::uint32_t group, NicknameChange* change) {
  REFEREE_RETURN_IF_ERROR(Expect(names, Kind::kArray));
  if (names.elements.size() < 2) return Invalid("must have two names or more");
  return ForEach(names, [&](const Node& node) -> absl::Status {
    REFEREE_ASSIGN_OR_RETURN(std::string name, WordKey(node));
    std::vector<std::uint32_t>& groups = change->added[std::move(name)];
    if (!groups.empty() && groups.back() == group) return Twice();
    if (groups.size() == kMostGroupsOfName) return Invalid("must stand in 16 lists at most");
    groups.push_back(group);
    return absl::OkStatus();
  });
}

// Removal is from the groups that ship, so that a name may be put into others instead.
absl::Status ReadNicknames(const Node& table, TableOverrides* out) {
  std::uint32_t group = kFirstAddedGroup;
  return ReadChange(
      table, [&](const Node& node) { return ReadNames(node, group++, &out->nicknames); },
      [&](const Node& node) -> absl::Status {
        REFEREE_ASSIGN_OR_RETURN(std::string name, WordKey(node));
        const bool is_new = out->nicknames.removed.insert(std::move(name)).second;
        return is_new ? absl::OkStatus() : Twice();
      });
}

// An optional text of digits, `otherwise` without it.
Key OptionalDigits(const Node& object, std::string_view name, std::size_t least, std::size_t most,
                   std::string_view otherwise) {
  const Node* member = object.Find(name);
  if (member == nullptr) return std::string(otherwise);
  Key key = DigitsKey(*member, least, most);
  if (!key.ok()) return InsideOf(name, key.status());
  return key;
}

absl::Status ReadLengths(const Node& list, std::uint32_t* lengths) {
  REFEREE_RETURN_IF_ERROR(Expect(list, Kind::kArray));
  if (list.elements.empty()) return Invalid("must have one length or more");
  return ForEach(list, [&](const Node& node) -> absl::Status {
    REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kNumber));
    REFEREE_ASSIGN_OR_RETURN(const std::int64_t digits, json::ToInteger(node, 1, kLongestNumber));
    *lengths |= 1u << digits;
    return absl::OkStatus();
  });
}

absl::Status ReadPhoneRegion(const Node& node, AddedPhoneRegion* out) {
  REFEREE_RETURN_IF_ERROR(Expect(node, Kind::kObject));
  REFEREE_RETURN_IF_ERROR(OnlyMembers(
      node, {"country", "calling_code", "national_prefix", "exit_code", "lengths", "main"}));
  REFEREE_ASSIGN_OR_RETURN(const Node* country, Required(node, "country", Kind::kString));
  REFEREE_ASSIGN_OR_RETURN(const Node* code, Required(node, "calling_code", Kind::kString));
  REFEREE_ASSIGN_OR_RETURN(const Node* lengths, Required(node, "lengths", Kind::kArray));
  Key key = CountryKey(*country);
  if (!key.ok()) return InsideOf("country", key.status());
  out->country = std::move(*key);
  key = DigitsKey(*code, 1, 3);
  if (!key.ok()) return InsideOf("calling_code", key.status());
  out->calling_code = std::move(*key);
  REFEREE_ASSIGN_OR_RETURN(out->national_prefix, OptionalDigits(node, "national_prefix", 0, 4, ""));
  REFEREE_ASSIGN_OR_RETURN(out->exit_code, OptionalDigits(node, "exit_code", 1, 5, "00"));
  std::uint32_t mask = 0;
  REFEREE_RETURN_IF_ERROR(InsideOf("lengths", ReadLengths(*lengths, &mask)));
  bool is_main = true;
  if (const Node* main = node.Find("main")) {
    REFEREE_RETURN_IF_ERROR(InsideOf("main", Expect(*main, Kind::kBool)));
    is_main = main->boolean;
  }
  out->region = {out->country, out->calling_code, out->national_prefix, out->exit_code, mask,
                 is_main};
  return absl::OkStatus();
}

absl::Status ReadPhoneRegions(const Node& table, TableOverrides* out) {
  PhoneRegionChange& change = out->phone_regions;
  StringSet added;
  return ReadChange(
      table,
      [&](const Node& node) -> absl::Status {
        if (change.added.size() == kMostPhoneRegions) return Invalid("is one of too many regions");
        AddedPhoneRegion& region = change.added.emplace_back();
        REFEREE_RETURN_IF_ERROR(ReadPhoneRegion(node, &region));
        change.removed.insert(region.country);
        return added.insert(region.country).second ? absl::OkStatus()
                                                   : InsideOf("country", Twice());
      },
      [&](const Node& node) -> absl::Status {
        REFEREE_ASSIGN_OR_RETURN(std::string country, CountryKey(node));
        if (added.contains(country)) return AddedAndRemoved();
        return change.removed.insert(std::move(country)).second ? absl::OkStatus() : Twice();
      });
}

absl::Status ReadTable(const json::Member& table, TableOverrides* out) {
  if (table.name == "nicknames") return ReadNicknames(table.value, out);
  if (table.name == "phone_regions") return ReadPhoneRegions(table.value, out);
  for (const SetTable& row : kSets) {
    if (row.name == table.name) return ReadSet(table.value, row, out);
  }
  for (const MapTable& row : kMaps) {
    if (row.name == table.name) return ReadMap(table.value, row, out);
  }
  return Invalid("is no table that can be changed");
}

}  // namespace

absl::StatusOr<std::shared_ptr<const TableOverrides>> ReadTableOverrides(std::string_view json) {
  Limits limits;
  limits.max_document_bytes = kMostTableBytes;
  limits.max_elements = kMostTableEntries;
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* root, parser.Parse(json, limits));
  REFEREE_RETURN_IF_ERROR(Expect(*root, Kind::kObject));
  REFEREE_ASSIGN_OR_RETURN(const Node* schema, Required(*root, "schema", Kind::kString));
  if (schema->text != "referee.tables/1") {
    return InsideOf("schema", Invalid("must be referee.tables/1"));
  }
  auto overrides = std::make_shared<TableOverrides>();
  // First, as what a registrable domain is depends on them.
  if (const Node* suffixes = root->Find("public_suffixes")) {
    REFEREE_RETURN_IF_ERROR(InsideOf("public_suffixes", ReadSuffixes(*suffixes, overrides.get())));
  }
  for (const json::Member& table : root->members) {
    if (table.name == "schema" || table.name == "public_suffixes") continue;
    REFEREE_RETURN_IF_ERROR(InsideOf(table.name, ReadTable(table, overrides.get())));
  }
  json::AppendCanonical(*root, overrides->document);
  overrides->hash = Sha256Text(overrides->document);
  return std::shared_ptr<const TableOverrides>(std::move(overrides));
}

}  // namespace referee
