// The levels of agreement of each comparison, best first.  kAbsent says that one side is silent:
// it is no evidence either way.

#ifndef REFEREE_SRC_MATCH_LEVELS_H_
#define REFEREE_SRC_MATCH_LEVELS_H_

#include <cstdint>
#include <string_view>

namespace referee {

// A given, middle or family name.
enum class NameLevel : std::uint8_t {
  kAbsent,
  kExact,
  kNickname,  // Bob and Robert.
  kPart,      // One name contains the other: Luz and Luz Adriana.
  kInitial,   // J and Jonas.
  kOneEdit,   // One typing error, in a name long enough for it.
  kSimilar,   // Jaro-Winkler at least 0.92.
  kSoundsAlike,
  kDifferent,
  kCount
};

// The name as a whole, where the parts do not line up.
enum class WholeNameLevel : std::uint8_t { kAbsent, kSwapped, kReordered, kDifferent, kCount };

enum class SuffixLevel : std::uint8_t { kAbsent, kExact, kDifferent, kCount };

enum class EmailLevel : std::uint8_t {
  kAbsent,
  kExact,      // The same mailbox; its frequency decides.
  kRoleExact,  // The same desk: info@, sales@.
  kSameDesk,   // The same local part, not taken from the name, at another domain.
  kOneEdit,    // One typing error.
  kDifferent,
  kCount
};

enum class PhoneLevel : std::uint8_t {
  kAbsent,
  kExact,        // The same number; its frequency decides.
  kNational,     // The same national digits, the country unknown on one side.
  kSwitchboard,  // The same number, but it is the company's or the extensions differ.
  kDifferent,
  kCount
};

enum class EmployerLevel : std::uint8_t { kAbsent, kSameDomain, kSameName, kDifferent, kCount };

enum class TitleLevel : std::uint8_t { kAbsent, kExact, kDifferent, kCount };

enum class BirthDateLevel : std::uint8_t {
  kAbsent,
  kExact,
  kNear,  // Day and month swapped, or one digit wrong.
  kDifferent,
  kCount
};

// A registry number or a national identity number.
enum class IdentifierLevel : std::uint8_t {
  kAbsent,
  kExact,
  kNear,  // One typing error.
  kDifferent,
  kCount
};

enum class CountryLevel : std::uint8_t { kAbsent, kSame, kDifferent, kCount };
enum class CityLevel : std::uint8_t { kAbsent, kSame, kNear, kDifferent, kCount };
enum class PostalLevel : std::uint8_t { kAbsent, kSame, kDifferent, kCount };
enum class StreetLevel : std::uint8_t {
  kAbsent,
  kSameHouse,   // Street and house number.
  kSameStreet,  // One side names no house number.
  kOtherHouse,  // The same street, another number.
  kDifferent,
  kCount
};

enum class CompanyNameLevel : std::uint8_t {
  kAbsent,
  kExact,        // Word for word, without the legal form.
  kReordered,    // The same words in another order, or written together.
  kAbbreviated,  // Every word finds its like, some shortened.
  kMisspelt,     // Every word finds its like, some with typing errors.
  kAcronym,
  kContained,  // All words of one are in the other.
  kPartial,    // Some words are common, each side has others.
  kDifferent,
  kCount
};

enum class LegalFormLevel : std::uint8_t { kAbsent, kSame, kDifferent, kCount };
enum class NumeralLevel : std::uint8_t { kAbsent, kSame, kOneSided, kDifferent, kCount };
enum class PlaceLevel : std::uint8_t { kAbsent, kSame, kOneSided, kDifferent, kCount };

enum class DomainLevel : std::uint8_t { kAbsent, kSame, kDifferent, kCount };
enum class IndustryLevel : std::uint8_t { kAbsent, kSame, kDifferent, kCount };
enum class EmployeesLevel : std::uint8_t { kAbsent, kClose, kSimilar, kFar, kCount };

// How far two names speak for one party: what evidence that others may share is weighed by.
enum class NameAgreement : std::uint8_t { kUnknown, kAgree, kContained, kPartial, kDiffer, kCount };

// The level as an explanation spells it: "one_edit".
std::string_view LevelName(NameLevel level);
std::string_view LevelName(WholeNameLevel level);
std::string_view LevelName(SuffixLevel level);
std::string_view LevelName(EmailLevel level);
std::string_view LevelName(PhoneLevel level);
std::string_view LevelName(EmployerLevel level);
std::string_view LevelName(TitleLevel level);
std::string_view LevelName(BirthDateLevel level);
std::string_view LevelName(IdentifierLevel level);
std::string_view LevelName(CountryLevel level);
std::string_view LevelName(CityLevel level);
std::string_view LevelName(PostalLevel level);
std::string_view LevelName(StreetLevel level);
std::string_view LevelName(CompanyNameLevel level);
std::string_view LevelName(LegalFormLevel level);
std::string_view LevelName(NumeralLevel level);
std::string_view LevelName(PlaceLevel level);
std::string_view LevelName(DomainLevel level);
std::string_view LevelName(IndustryLevel level);
std::string_view LevelName(EmployeesLevel level);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_LEVELS_H_
