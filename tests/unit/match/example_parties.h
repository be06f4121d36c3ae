// Hand-made features for tests of matching: short to write, nothing normalised behind the back.

#ifndef REFEREE_TESTS_UNIT_MATCH_EXAMPLE_PARTIES_H_
#define REFEREE_TESTS_UNIT_MATCH_EXAMPLE_PARTIES_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/text.h"
#include "src/normalize/features.h"

namespace referee::example {

// Given and family name.
inline PersonFeatures Named(std::string given, std::string family) {
  PersonFeatures person;
  person.given = std::move(given);
  person.family = std::move(family);
  for (const std::string& part : {person.given, person.family}) {
    for (const std::string_view word : Split(part, ' ')) {
      if (!word.empty()) person.name_tokens.emplace_back(word);
    }
  }
  std::sort(person.name_tokens.begin(), person.name_tokens.end());
  return person;
}

// Not taken from the name.
inline EmailFeature Mailbox(std::string_view address, DomainClass domain_class) {
  EmailFeature email;
  email.address = address;
  email.local = address.substr(0, address.find('@'));
  email.domain = address.substr(address.find('@') + 1);
  email.domain_class = domain_class;
  return email;
}

// Taken from the name, at the company.
inline EmailFeature WorkMailbox(std::string_view address) {
  EmailFeature email = Mailbox(address, DomainClass::kCorporate);
  email.from_own_name = true;
  return email;
}

inline PhoneFeature Number(std::string_view e164) {
  PhoneFeature phone;
  phone.e164 = e164;
  phone.is_e164 = true;
  return phone;
}

inline CompanyFeatures Firm(std::string_view name, std::string legal_form = "") {
  CompanyFeatures company;
  company.name = name;
  for (const std::string_view word : Split(name, ' ')) {
    if (word.empty()) continue;
    company.name_tokens.emplace_back(word);
    company.acronym += word.front();
  }
  if (company.acronym.size() == 1) company.acronym.clear();
  company.legal_form = std::move(legal_form);
  return company;
}

inline RegistryFeature RegistryNumber(std::string kind, std::string value) {
  RegistryFeature id;
  id.kind = std::move(kind);
  id.value = std::move(value);
  return id;
}

inline AddressFeature At(std::string city, std::string country, std::string postal = "") {
  AddressFeature address;
  address.city = std::move(city);
  address.country = std::move(country);
  address.postal = std::move(postal);
  return address;
}

inline Features Company(CompanyFeatures company) {
  Features features;
  features.company = std::move(company);
  return features;
}

inline Features Person(PersonFeatures person) {
  Features features;
  features.person = std::move(person);
  return features;
}

}  // namespace referee::example

#endif  // REFEREE_TESTS_UNIT_MATCH_EXAMPLE_PARTIES_H_
