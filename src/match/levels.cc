#include "src/match/levels.h"

#include <array>
#include <cstddef>

namespace referee {
namespace {

template <typename Level>
using Names = std::array<std::string_view, static_cast<std::size_t>(Level::kCount)>;

template <typename Level>
std::string_view NameOf(const Names<Level>& names, Level level) {
  return names[static_cast<std::size_t>(level)];
}

}  // namespace

std::string_view LevelName(NameLevel level) {
  static constexpr Names<NameLevel> kNames = {"absent",  "exact",        "nickname",
                                              "part",    "initial",      "one_edit",
                                              "similar", "sounds_alike", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(WholeNameLevel level) {
  static constexpr Names<WholeNameLevel> kNames = {"absent", "swapped", "reordered", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(SuffixLevel level) {
  static constexpr Names<SuffixLevel> kNames = {"absent", "exact", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(EmailLevel level) {
  static constexpr Names<EmailLevel> kNames = {"absent",    "exact",    "role_exact",
                                               "same_desk", "one_edit", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(PhoneLevel level) {
  static constexpr Names<PhoneLevel> kNames = {"absent", "exact", "national", "switchboard",
                                               "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(EmployerLevel level) {
  static constexpr Names<EmployerLevel> kNames = {"absent", "same_domain", "same_name",
                                                  "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(TitleLevel level) {
  static constexpr Names<TitleLevel> kNames = {"absent", "exact", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(BirthDateLevel level) {
  static constexpr Names<BirthDateLevel> kNames = {"absent", "exact", "near", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(IdentifierLevel level) {
  static constexpr Names<IdentifierLevel> kNames = {"absent", "exact", "near", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(CountryLevel level) {
  static constexpr Names<CountryLevel> kNames = {"absent", "same", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(CityLevel level) {
  static constexpr Names<CityLevel> kNames = {"absent", "same", "near", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(PostalLevel level) {
  static constexpr Names<PostalLevel> kNames = {"absent", "same", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(StreetLevel level) {
  static constexpr Names<StreetLevel> kNames = {"absent", "same_house", "same_street",
                                                "other_house", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(CompanyNameLevel level) {
  static constexpr Names<CompanyNameLevel> kNames = {"absent",      "exact",    "reordered",
                                                     "abbreviated", "misspelt", "acronym",
                                                     "contained",   "partial",  "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(LegalFormLevel level) {
  static constexpr Names<LegalFormLevel> kNames = {"absent", "same", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(NumeralLevel level) {
  static constexpr Names<NumeralLevel> kNames = {"absent", "same", "one_sided", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(PlaceLevel level) {
  static constexpr Names<PlaceLevel> kNames = {"absent", "same", "one_sided", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(DomainLevel level) {
  static constexpr Names<DomainLevel> kNames = {"absent", "same", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(IndustryLevel level) {
  static constexpr Names<IndustryLevel> kNames = {"absent", "same", "different"};
  return NameOf(kNames, level);
}

std::string_view LevelName(EmployeesLevel level) {
  static constexpr Names<EmployeesLevel> kNames = {"absent", "close", "similar", "far"};
  return NameOf(kNames, level);
}

}  // namespace referee
