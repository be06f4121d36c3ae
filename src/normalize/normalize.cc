#include "src/normalize/normalize.h"

#include <algorithm>

#include "src/normalize/address.h"
#include "src/normalize/company_name.h"
#include "src/normalize/domain.h"
#include "src/normalize/email.h"
#include "src/normalize/person_name.h"
#include "src/normalize/phone.h"
#include "src/normalize/registry_id.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

void AddPhones(const TextList& phones, std::string_view country, const TableOverrides* overrides,
               std::vector<PhoneFeature>* out) {
  for (const std::string& text : phones.get()) {
    PhoneFeature phone = NormalizePhone(text, country, overrides);
    if (!phone.e164.empty()) out->push_back(std::move(phone));
  }
}

void AddRegistrable(std::string domain, DomainClass domain_class, CompanyFeatures* out) {
  std::vector<std::string>& list =
      domain_class == DomainClass::kCorporate ? out->domains : out->shared_domains;
  if (std::find(list.begin(), list.end(), domain) == list.end()) list.push_back(std::move(domain));
}

void AddDomain(std::string_view domain_or_url, const TableOverrides* overrides,
               CompanyFeatures* out) {
  const std::string host = HostOf(domain_or_url);
  // A website mostly repeats the domain that was given before it.
  if (std::find(out->domains.begin(), out->domains.end(), host) != out->domains.end()) return;
  std::string domain = RegistrableDomain(host, overrides);
  if (domain.empty()) return;
  const DomainClass domain_class = ClassifyDomain(domain, overrides);
  AddRegistrable(std::move(domain), domain_class, out);
}

// A host of which HostOf() would leave every letter.
bool IsPlainHost(std::string_view host) {
  return !host.starts_with("www.") && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

void NormalizePersonInto(const Person& person, std::string_view country,
                         const TableOverrides* overrides, PersonFeatures* out) {
  NormalizeName(person, out, overrides);
  for (const std::string& text : person.emails.get()) {
    EmailFeature email = NormalizeEmail(text, overrides);
    if (email.address.empty()) continue;
    email.from_own_name = DerivesFromName(email.local, *out);
    out->emails.push_back(std::move(email));
  }
  AddPhones(person.phones, country, overrides, &out->phones);
  out->title = JoinWords(Words(Fold(person.title.get())));
  if (person.birth_date.has()) out->birth_date = FormatDay(person.birth_date->day);
  out->national_id = Alphanumeric(person.national_id.get());
  out->country = NormalizeCountry(person.country.get(), overrides);
}

void NormalizeCompanyInto(const Company& company, std::string_view country,
                          const TableOverrides* overrides, CompanyFeatures* out) {
  if (company.address.has()) out->address = NormalizeAddress(*company.address, overrides);
  const std::string_view place = out->address.country.empty() ? country : out->address.country;
  const Text& name = company.name.has() ? company.name : company.legal_name;
  NormalizeCompanyName(name.get(), out->address.city, out, overrides);
  if (out->legal_form.empty() && company.legal_name.has()) {
    CompanyFeatures legal;
    NormalizeCompanyName(*company.legal_name, out->address.city, &legal, overrides);
    out->legal_form = legal.legal_form;
  }
  for (const std::string& domain : company.domains.get()) AddDomain(domain, overrides, out);
  if (company.website.has()) AddDomain(*company.website, overrides, out);
  for (const RegistryId& id : company.registry_ids.get()) {
    RegistryFeature feature = NormalizeRegistryId(id.kind.get(), id.value.get());
    if (!feature.value.empty()) out->registry_ids.push_back(std::move(feature));
  }
  AddPhones(company.phones, place, overrides, &out->phones);
  out->industry = JoinWords(Words(Fold(company.industry.get())));
  if (company.employees.has()) out->employees = *company.employees;
}

// The corporate domains of a person's mailboxes stand in where the company names none.
void BorrowDomains(const TableOverrides* overrides, Features* features) {
  if (!features->company.domains.empty()) return;
  for (const EmailFeature& email : features->person.emails) {
    if (email.domain_class != DomainClass::kCorporate) continue;
    // What ships gives the domain of a corporate mailbox back as it is.
    if (overrides == nullptr && IsPlainHost(email.domain)) {
      AddRegistrable(email.domain, DomainClass::kCorporate, &features->company);
    } else {
      AddDomain(email.domain, overrides, &features->company);
    }
  }
  features->domains_from_email = !features->company.domains.empty();
}

// The country that national phone numbers are read in: the company's, the person's, the hint.
std::string CountryOf(const Person* person, const Company* company, std::string_view hint,
                      const TableOverrides* overrides) {
  std::string country;
  if (company != nullptr && company->address.has()) {
    country = NormalizeCountry(company->address->country.get(), overrides);
  }
  if (country.empty() && person != nullptr)
    country = NormalizeCountry(person->country.get(), overrides);
  return country.empty() ? NormalizeCountry(hint, overrides) : country;
}

}  // namespace

Features NormalizeParties(const Person* person, const Company* company,
                          std::string_view country_hint, const TableOverrides* overrides) {
  Features features;
  const std::string country = CountryOf(person, company, country_hint, overrides);
  if (company != nullptr) NormalizeCompanyInto(*company, country, overrides, &features.company);
  if (person != nullptr) {
    NormalizePersonInto(*person, country, overrides, &features.person);
    BorrowDomains(overrides, &features);
  }
  return features;
}

Features NormalizeRecord(const Record& record, std::string_view country_hint,
                         const TableOverrides* overrides) {
  if (const auto* contact = std::get_if<Contact>(&record)) {
    return NormalizeParties(&contact->person, nullptr, country_hint, overrides);
  }
  if (const auto* lead = std::get_if<Lead>(&record)) {
    return NormalizeParties(&lead->person, &lead->company.get(), country_hint, overrides);
  }
  if (const auto* account = std::get_if<Account>(&record)) {
    return NormalizeParties(nullptr, &account->company, country_hint, overrides);
  }
  if (const auto* touch = std::get_if<Touch>(&record)) {
    return NormalizeParties(&touch->person.get(), &touch->company.get(), country_hint, overrides);
  }
  if (const auto* partner = std::get_if<Partner>(&record)) {
    Company company;
    company.name = partner->name;
    company.legal_name = partner->legal_name;
    company.domains = partner->domains;
    return NormalizeParties(nullptr, &company, country_hint, overrides);
  }
  return {};
}

Features NormalizeSubmission(const Submission& submission, const TableOverrides* overrides) {
  return NormalizeParties(&submission.lead.get(), &submission.company.get(),
                          submission.region.get(), overrides);
}

}  // namespace referee
