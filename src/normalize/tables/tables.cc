#include "src/normalize/tables/tables.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "src/base/hash.h"

namespace referee::tables {
namespace {

constexpr SuffixRule kSuffixes[] = {
#include "src/normalize/tables/public_suffixes.inc"
};
constexpr std::string_view kFreeMail[] = {
#include "src/normalize/tables/free_mail_domains.inc"
};
constexpr std::string_view kDisposable[] = {
#include "src/normalize/tables/disposable_domains.inc"
};

struct Letter {
  char32_t letter;
  std::string_view ascii;
};
constexpr Letter kLetters[] = {
#include "src/normalize/tables/letters.inc"
};
constexpr Nickname kNicknames[] = {
#include "src/normalize/tables/nicknames.inc"
};
constexpr LegalForm kLegalForms[] = {
#include "src/normalize/tables/legal_forms.inc"
};
constexpr PhoneRegion kPhoneRegions[] = {
#include "src/normalize/tables/phone_regions.inc"
};

struct CountryName {
  std::string_view name, code;
};
constexpr CountryName kCountryNames[] = {
#include "src/normalize/tables/country_names.inc"
};

// The rows whose key equals `key`, in a table sorted by it.
template <typename Row, std::size_t N, typename Key, typename KeyOf>
std::span<const Row> EqualRows(const Row (&rows)[N], const Key& key, KeyOf key_of) {
  const auto first =
      std::lower_bound(std::begin(rows), std::end(rows), key,
                       [&](const Row& row, const Key& wanted) { return key_of(row) < wanted; });
  auto last = first;
  while (last != std::end(rows) && key_of(*last) == key) ++last;
  return {first, last};
}

// A table sorted by a text, found by hash: the long tables are asked several times a record.
template <typename Row>
class HashedTable {
 public:
  using KeyOf = std::string_view (*)(const Row&);

  template <std::size_t N>
  HashedTable(const Row (&rows)[N], KeyOf key_of)
      : rows_(rows), key_of_(key_of), slots_(std::bit_ceil(2 * N)) {
    for (std::size_t i = 0; i < N; ++i) {
      if (i > 0 && key_of(rows[i - 1]) == key_of(rows[i])) continue;
      std::size_t slot = Hash64(key_of(rows[i])) & (slots_.size() - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }

  // The rows of this key, behind each other.
  std::span<const Row> Find(std::string_view key) const {
    std::size_t slot = Hash64(key) & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      const std::size_t first = slots_[slot] - 1;
      if (key_of_(rows_[first]) != key) continue;
      std::size_t last = first + 1;
      while (last < rows_.size() && key_of_(rows_[last]) == key) ++last;
      return rows_.subspan(first, last - first);
    }
    return {};
  }

 private:
  std::span<const Row> rows_;
  KeyOf key_of_;
  std::vector<std::uint32_t> slots_;  // Open addressing; position of the first row + 1, 0 is empty.
};

// The main regions by their calling codes, of which none is the beginning of another.
class CallingCodes {
 public:
  CallingCodes() {
    for (const PhoneRegion& region : kPhoneRegions) {
      if (region.is_main) Of(region.calling_code) = &region;
    }
  }

  const PhoneRegion* Find(std::string_view digits) const {
    for (std::size_t size = 1; size <= std::min(kLongest, digits.size()); ++size) {
      const PhoneRegion* region = by_code_[Place(digits.substr(0, size))];
      if (region != nullptr) return region;
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kLongest = 3;

  // Codes of one, two and three digits behind each other.
  static std::size_t Place(std::string_view code) {
    std::size_t place = 0;
    for (const char digit : code) place = place * 10 + static_cast<std::size_t>(digit - '0') + 1;
    return place;
  }
  const PhoneRegion*& Of(std::string_view code) { return by_code_[Place(code)]; }

  std::array<const PhoneRegion*, 1111> by_code_{};
};

std::string_view Itself(const std::string_view& text) { return text; }

}  // namespace

std::span<const SuffixRule> FindSuffix(std::string_view suffix) {
  static const HashedTable<SuffixRule> table(kSuffixes,
                                             [](const SuffixRule& row) { return row.suffix; });
  return table.Find(suffix);
}

bool IsFreeMail(std::string_view domain) {
  static const HashedTable<std::string_view> table(kFreeMail, Itself);
  return !table.Find(domain).empty();
}

bool IsDisposable(std::string_view domain) {
  static const HashedTable<std::string_view> table(kDisposable, Itself);
  return !table.Find(domain).empty();
}

std::string_view LetterAsAscii(char32_t letter) {
  const auto rows = EqualRows(kLetters, letter, [](const Letter& row) { return row.letter; });
  return rows.empty() ? std::string_view() : rows[0].ascii;
}

std::span<const Nickname> FindNickname(std::string_view name) {
  static const HashedTable<Nickname> table(kNicknames,
                                           [](const Nickname& row) { return row.name; });
  return table.Find(name);
}

const LegalForm* FindLegalForm(std::string_view alias) {
  static const HashedTable<LegalForm> table(kLegalForms,
                                            [](const LegalForm& row) { return row.alias; });
  const auto rows = table.Find(alias);
  return rows.empty() ? nullptr : &rows[0];
}

const PhoneRegion* FindPhoneRegion(std::string_view country) {
  const auto rows =
      EqualRows(kPhoneRegions, country, [](const PhoneRegion& row) { return row.country; });
  return rows.empty() ? nullptr : &rows[0];
}

const PhoneRegion* FindCallingCode(std::string_view digits) {
  static const CallingCodes codes;
  return codes.Find(digits);
}

std::string_view CountryCode(std::string_view folded_name) {
  static const HashedTable<CountryName> table(kCountryNames,
                                              [](const CountryName& row) { return row.name; });
  const auto rows = table.Find(folded_name);
  return rows.empty() ? std::string_view() : rows[0].code;
}

}  // namespace referee::tables
