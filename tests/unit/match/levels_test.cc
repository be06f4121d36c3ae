#include "src/match/levels.h"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

TEST_SUITE_BEGIN("match/levels");

namespace referee {
namespace {

template <typename Level>
void CheckNames() {
  std::set<std::string_view> names;
  for (int i = 0; i < static_cast<int>(Level::kCount); ++i) {
    const std::string_view name = LevelName(static_cast<Level>(i));
    CHECK_FALSE(name.empty());
    CHECK(names.insert(name).second);
  }
}

TEST_CASE("every level of every comparison has a name of its own") {
  CheckNames<NameLevel>();
  CheckNames<WholeNameLevel>();
  CheckNames<SuffixLevel>();
  CheckNames<EmailLevel>();
  CheckNames<PhoneLevel>();
  CheckNames<EmployerLevel>();
  CheckNames<TitleLevel>();
  CheckNames<BirthDateLevel>();
  CheckNames<IdentifierLevel>();
  CheckNames<CountryLevel>();
  CheckNames<CityLevel>();
  CheckNames<PostalLevel>();
  CheckNames<StreetLevel>();
  CheckNames<CompanyNameLevel>();
  CheckNames<LegalFormLevel>();
  CheckNames<NumeralLevel>();
  CheckNames<PlaceLevel>();
  CheckNames<DomainLevel>();
  CheckNames<IndustryLevel>();
  CheckNames<EmployeesLevel>();
  CHECK(LevelName(NameLevel::kOneEdit) == "one_edit");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
