// Random people and companies whose parts are drawn from few, so that they agree in some and not in
// others; and near copies of one.

#ifndef REFEREE_TESTS_UNIT_MATCH_RANDOM_PARTIES_H_
#define REFEREE_TESTS_UNIT_MATCH_RANDOM_PARTIES_H_

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/match/example_parties.h"

namespace referee::example {

// Features as a search meets them.
struct Packed {
  explicit Packed(const Features& features) {
    PackFeatures(features, bytes);
    UnpackFeatures(bytes, &view);
  }
  Packed(const Packed&) = delete;
  Packed& operator=(const Packed&) = delete;

  std::string bytes;
  FeaturesView view;
};

class RandomParties {
 public:
  explicit RandomParties(unsigned seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) { return random_() % bound; }

  CompanyFeatures Company() {
    std::string name;
    for (std::size_t words = Below(4); words > 0; --words) {
      if (!name.empty()) name += ' ';
      name += Misspelt(Pick({"falkenried", "nordlicht", "glas",        "huette", "glashuette",
                             "werke",      "systems",   "hotel",       "group",  "holding",
                             "und",        "abc",       "fw",          "fwg",    "officine",
                             "off",        "immob",     "immobiliere", "2000",   "berlin"}));
    }
    CompanyFeatures company = Firm(name, Maybe(Pick({"gmbh", "ag", "ltd"})));
    if (Below(5) == 0) company.place_tokens = {Pick({"berlin", "hamburg"})};
    if (Below(5) == 0) company.numerals = {Pick({"1", "2000"})};
    for (std::size_t n = Below(3); n > 0; --n) {
      company.domains.push_back(Pick({"a.example", "b.example", "c.example", "d.example"}));
    }
    if (Below(3) == 0) {
      company.registry_ids = {RegistryNumber(Pick({"vat", "duns"}), Digits(8))};
    }
    company.phones = Phones();
    company.address = At(Maybe(Pick({"berlin", "hamburg", "hamburk", "koln", "cologne"})),
                         Maybe(Pick({"DE", "AT"})), Maybe(Pick({"10115", "A10115", "20095"})));
    company.address.street = Maybe(Pick({"hauptstrasse", "hauptstrase", "am markt"}));
    company.address.house_number = Maybe(Pick({"1", "2"}));
    company.industry = Maybe(Pick({"steel", "glass"}));
    company.employees = static_cast<std::int32_t>(Below(200)) - 1;
    return company;
  }

  PersonFeatures Person() {
    PersonFeatures person =
        Named(Maybe(Misspelt(Pick({"jonas", "jon", "j", "mette", "luz", "luz adriana", "петр"}))),
              Maybe(Misspelt(Pick({"weber", "webber", "lind", "van der berg", "berg", "jonas"}))));
    person.middle = Below(4) == 0 ? Pick({"jonas", "mette", "j"}) : "";
    person.suffix = Below(4) == 0 ? Pick({"jr", "sr"}) : "";
    if (Below(3) == 0) person.given_groups.push_back(static_cast<std::uint32_t>(Below(3)));
    if (!person.family.empty()) person.family_phonetic = Pick({"WPR", "LNT"});
    for (std::size_t n = Below(3); n > 0; --n) {
      EmailFeature email = Mailbox(Misspelt(Pick({"jonas.weber", "info", "wolfmoon88", "mette"})) +
                                       '@' + Pick({"a.example", "b.example", "mail.example"}),
                                   static_cast<DomainClass>(Below(5)));
      email.is_role = Below(5) == 0;
      email.from_own_name = Below(2) == 0;
      person.emails.push_back(std::move(email));
    }
    person.phones = Phones();
    person.title = Maybe(Pick({"buyer", "head of sales"}));
    person.birth_date = Below(4) == 0 ? Pick({"1980-02-03", "1980-03-02", "1971-12-24"}) : "";
    person.national_id = Below(4) == 0 ? Digits(7) : "";
    person.country = Maybe(Pick({"DE", "AT"}));
    return person;
  }

  // The same but for some parts.
  CompanyFeatures Altered(CompanyFeatures company) {
    const CompanyFeatures other = Company();
    if (Below(3) == 0) company.domains = other.domains;
    if (Below(3) == 0) company.phones = other.phones;
    if (Below(3) == 0) company.registry_ids = other.registry_ids;
    if (Below(3) == 0) company.address = other.address;
    if (Below(2) == 0) {
      company.name = other.name;
      company.name_tokens = other.name_tokens;
      company.acronym = other.acronym;
    }
    return company;
  }
  PersonFeatures Altered(PersonFeatures person) {
    const PersonFeatures other = Person();
    if (Below(2) == 0) person.emails = other.emails;
    if (Below(2) == 0) person.phones = other.phones;
    if (Below(3) == 0) std::swap(person.given, person.family);
    if (Below(3) == 0) person.given = other.given;
    if (Below(3) == 0) person.family = other.family;
    if (Below(2) == 0) person.name_tokens = other.name_tokens;
    return person;
  }

 private:
  std::string Pick(std::initializer_list<std::string_view> words) {
    return std::string(words.begin()[Below(words.size())]);
  }
  std::string Maybe(std::string text) { return Below(3) == 0 ? std::string() : text; }

  std::string Misspelt(std::string word) {
    if (Below(6) != 0 || word.size() < 2) return word;
    std::swap(word[Below(word.size() - 1)], word.back());
    return word;
  }

  // Few digits, so that numbers are near each other.
  std::string Digits(std::size_t size) {
    std::string digits(size, '1');
    digits[Below(size)] = '2';
    return digits;
  }

  std::vector<PhoneFeature> Phones() {
    std::vector<PhoneFeature> phones;
    for (std::size_t n = Below(3); n > 0; --n) {
      PhoneFeature phone = Number(Pick({"+49401234567", "401234567", "0401234567", "+43401234567",
                                        "12345", "2345", "", "+4930555"}));
      phone.is_e164 = phone.e164.starts_with('+');
      phone.extension = Maybe(Pick({"1", "2"}));
      phones.push_back(std::move(phone));
    }
    return phones;
  }

  std::mt19937 random_;
};

}  // namespace referee::example

#endif  // REFEREE_TESTS_UNIT_MATCH_RANDOM_PARTIES_H_
