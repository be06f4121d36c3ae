#include "src/normalize/person_name.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

TEST_SUITE_BEGIN("normalize/person_name");

namespace referee {
namespace {

using namespace std::string_literals;

PersonFeatures FullName(const std::string& name) {
  Person person;
  person.full_name = name;
  PersonFeatures features;
  NormalizeName(person, &features);
  return features;
}

PersonFeatures Parts(const std::string& first, const std::string& last) {
  Person person;
  if (!first.empty()) person.first_name = first;
  if (!last.empty()) person.last_name = last;
  PersonFeatures features;
  NormalizeName(person, &features);
  return features;
}

TEST_CASE("a whole name is given name and middle names and family name and suffix") {
  struct Case {
    std::string text, given, middle, family, suffix;
  };
  const Case cases[] = {
      {"Jonas Weber", "jonas", "", "weber", ""},
      {"Weber, Jonas", "jonas", "", "weber", ""},
      {"WEBER, Jonas K.", "jonas", "k", "weber", ""},
      {"Jonas Karl Maria Weber", "jonas", "karl maria", "weber", ""},
      {"J. Weber", "j", "", "weber", ""},
      {"Dr. Jonas Weber", "jonas", "", "weber", ""},
      {"Herr Prof. Dr. Jonas Weber", "jonas", "", "weber", ""},
      {"Prof. Dr. h.c. mult. Anna Schmidt", "anna", "", "schmidt", ""},
      {"Dr. med. Anna Schmidt", "anna", "", "schmidt", ""},
      {"Dr. rer. nat. Anna Schmidt", "anna", "", "schmidt", ""},
      {"Dr.-Ing. Anna Schmidt", "anna", "", "schmidt", ""},
      {"Dr. Phil Collins", "phil", "", "collins", ""},
      {"Phil Collins", "phil", "", "collins", ""},
      {"Mr. John Smith Jr.", "john", "", "smith", "jr"},
      {"John Smith Sr.", "john", "", "smith", "snr"},
      {"John Smith III", "john", "", "smith", "iii"},
      {"John Smith 3rd", "john", "", "smith", "iii"},
      {"Jane Doe, PhD", "jane", "", "doe", "phd"},
      {"Jane Doe MBA", "jane", "", "doe", "mba"},
      {"Sr. Juan Pérez", "juan", "", "perez", ""},
      {"Mme Léa Dupont", "lea", "", "dupont", ""},
      {"Vincent van Gogh", "vincent", "", "van gogh", ""},
      {"Ludwig Mies van der Rohe", "ludwig", "mies", "van der rohe", ""},
      {"Charles de Gaulle", "charles", "", "de gaulle", ""},
      {"María de los Ángeles", "maria", "", "de los angeles", ""},
      {"Anne-Marie O'Neil", "anne", "marie", "oneil", ""},
      {"Søren Kierkegård", "soren", "", "kierkegard", ""},
      {"Cher", "", "", "cher", ""},
      {"Dr.", "", "", "dr", ""},
      {"王伟", "", "", "王伟", ""},
      {"", "", "", "", ""},
      {"  ,  ", "", "", "", ""},
      {"&", "", "", "", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const PersonFeatures name = FullName(test.text);
    CHECK(name.given == test.given);
    CHECK(name.middle == test.middle);
    CHECK(name.family == test.family);
    CHECK(name.suffix == test.suffix);
  }
}

TEST_CASE("the parts of a record go before its whole name") {
  Person person;
  person.first_name = "Dr. Jonas Karl"s;
  person.last_name = "van Weber jr."s;
  person.full_name = "Somebody Else"s;
  PersonFeatures name;
  NormalizeName(person, &name);
  CHECK(name.given == "jonas");
  CHECK(name.middle == "karl");
  CHECK(name.family == "van weber");
  CHECK(name.suffix == "jr");
  person.middle_name = "X"s;
  person.suffix = "Senior"s;
  person.first_name = "Jonas"s;
  name = {};
  NormalizeName(person, &name);
  CHECK(name.middle == "x");
  CHECK(name.suffix == "snr");
}

TEST_CASE("swapped fields have the same words") {
  CHECK(Parts("Jonas", "Weber").name_tokens == Parts("Weber", "Jonas").name_tokens);
  CHECK(Parts("Jonas", "Weber").name_tokens == FullName("Weber, Jonas").name_tokens);
  CHECK(FullName("Vincent van Gogh").name_tokens == FullName("Gogh Vincent").name_tokens);
}

TEST_CASE("a nickname and its formal name share a group") {
  const auto related = [](const std::string& a, const std::string& b) {
    const std::vector<std::uint32_t> x = NicknameGroups(a), y = NicknameGroups(b);
    return std::any_of(x.begin(), x.end(), [&](std::uint32_t group) {
      return std::find(y.begin(), y.end(), group) != y.end();
    });
  };
  const char* const pairs[][2] = {
      {"bob", "robert"},     {"bill", "william"},    {"liz", "elizabeth"},   {"peggy", "margaret"},
      {"hans", "johannes"},  {"fritz", "friedrich"}, {"jim", "james"},       {"tony", "anthony"},
      {"beppe", "giuseppe"}, {"joe", "josef"},       {"kasia", "katarzyna"}, {"pepe", "jose"}};
  for (const auto& pair : pairs) {
    CAPTURE(pair[0]);
    CHECK(related(pair[0], pair[1]));
  }
  const char* const strangers[][2] = {
      {"bob", "william"}, {"anna", "robert"}, {"martin", "martina"}};
  for (const auto& pair : strangers) {
    CAPTURE(pair[0]);
    CHECK(!related(pair[0], pair[1]));
  }
  CHECK(NicknameGroups("zzyzx").empty());
  CHECK(NicknameGroups("").empty());
}

TEST_CASE("names that sound alike have one code") {
  const char* const pairs[][2] = {{"meyer", "maier"},
                                  {"schmidt", "schmitt"},
                                  {"weber", "webber"},
                                  {"stone", "stoan"},
                                  {"thomson", "tomson"}};
  for (const auto& pair : pairs) {
    const char* const a = pair[0];
    const char* const b = pair[1];
    CAPTURE(a);
    CHECK(PhoneticCode(a) == PhoneticCode(b));
  }
  CHECK(PhoneticCode("weber") != PhoneticCode("king"));
  CHECK(PhoneticCode("").empty());
  CHECK(PhoneticCode("東京").empty());
  CHECK(PhoneticCode("123").empty());
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
