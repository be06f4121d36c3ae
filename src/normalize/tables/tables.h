// The generated facts of normalisation; see README.md for sources, licences and dates.  The
// tables that are asked for every record are hashed at their first use, the others searched as they
// stand.

#ifndef REFEREE_SRC_NORMALIZE_TABLES_TABLES_H_
#define REFEREE_SRC_NORMALIZE_TABLES_TABLES_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace referee::tables {

enum class SuffixKind : std::uint8_t { kPlain, kWildcard, kException };

struct SuffixRule {
  std::string_view suffix;  // A-labels, without "*." and "!".
  SuffixKind kind;
};

// The rules of this suffix: none, one, or a plain rule and a wildcard.
std::span<const SuffixRule> FindSuffix(std::string_view suffix);

bool IsFreeMail(std::string_view domain);
bool IsDisposable(std::string_view domain);

// The ASCII form of a letter that Unicode folding leaves, or "".
std::string_view LetterAsAscii(char32_t letter);

struct Nickname {
  std::string_view name;
  std::uint32_t group;  // The number of a formal name.
};
std::span<const Nickname> FindNickname(std::string_view name);

struct LegalForm {
  std::string_view alias;  // Folded words, one blank between.
  std::string_view form;   // Canonical: "gmbh".
  std::string_view level;  // limited, stock, partnership, llp, cooperative ...
};
const LegalForm* FindLegalForm(std::string_view alias);

struct PhoneRegion {
  std::string_view country;          // ISO 3166-1 alpha-2.
  std::string_view calling_code;     // "49".
  std::string_view national_prefix;  // "0", or "" where numbers keep theirs.
  std::string_view exit_code;        // "00", "011".
  std::uint32_t lengths;             // Bit n: national numbers of n digits are possible.
  bool is_main;                      // The region that a shared calling code belongs to first.
};
const PhoneRegion* FindPhoneRegion(std::string_view country);
// The main region of the calling code that `digits` begin with, or null.
const PhoneRegion* FindCallingCode(std::string_view digits);

// ISO 3166-1 alpha-2 of a folded country name, alpha-2 or alpha-3 code, or "".
std::string_view CountryCode(std::string_view folded_name);

}  // namespace referee::tables

#endif  // REFEREE_SRC_NORMALIZE_TABLES_TABLES_H_
