#include "src/normalize/normalize.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("normalize/normalize");

namespace referee {
namespace {

using namespace std::string_literals;

std::string Packed(const Features& features) {
  std::string out;
  PackFeatures(features, out);
  return out;
}

Company Falke() {
  Company company;
  company.name = "Falke AG"s;
  company.domains = std::vector<std::string>{"www.falke.example", "FALKE.example", "gmail.com"};
  company.website = "https://falke.example/about"s;
  company.phones = std::vector<std::string>{"040 1234567"};
  company.address.mutable_value().country = "Germany"s;
  company.employees = 420;
  return company;
}

TEST_CASE("a company has its own domains once and shared ones apart") {
  const Company company = Falke();
  const Features features = NormalizeParties(nullptr, &company);
  CHECK(features.company.domains == std::vector<std::string>{"falke.example"});
  CHECK(features.company.shared_domains == std::vector<std::string>{"gmail.com"});
  CHECK(!features.domains_from_email);
  CHECK(features.company.employees == 420);
  CHECK(features.person.empty());
}

TEST_CASE(
    "national phone numbers are read in the company's country then the person's then the hint") {
  Company company = Falke();
  Person person;
  person.phones = std::vector<std::string>{"040 1234568"};
  person.country = "FR"s;
  CHECK(NormalizeParties(&person, &company, "US").person.phones[0].e164 == "+49401234568");
  company.address = Maybe<Address>();
  CHECK(NormalizeParties(&person, &company, "US").person.phones[0].e164 == "+33401234568");
  person.country = Text();
  CHECK(NormalizeParties(&person, &company, "Germany").person.phones[0].e164 == "+49401234568");
  CHECK(!NormalizeParties(&person, &company, "").person.phones[0].is_e164);
}

TEST_CASE("the corporate domain of a mailbox stands in for a company without domains") {
  Person person;
  person.emails = std::vector<std::string>{"jonas@falke.example", "jonas@gmail.com"};
  const Features alone = NormalizeParties(&person, nullptr);
  CHECK(alone.company.domains == std::vector<std::string>{"falke.example"});
  CHECK(alone.domains_from_email);
  const Company company = Falke();
  CHECK(!NormalizeParties(&person, &company).domains_from_email);
  person.emails = std::vector<std::string>{"jonas@gmail.com", "x"};
  CHECK(NormalizeParties(&person, nullptr).company.domains.empty());
  CHECK(!NormalizeParties(&person, nullptr).domains_from_email);
}

TEST_CASE("the legal name serves where the name is missing and lends its form") {
  Company company;
  company.legal_name = "Falke Aktiengesellschaft"s;
  CHECK(NormalizeParties(nullptr, &company).company.name == "falke");
  company.name = "Falke"s;
  const CompanyFeatures both = NormalizeParties(nullptr, &company).company;
  CHECK(both.name == "falke");
  CHECK(both.legal_form == "ag");
}

TEST_CASE("each type of record gives the parties it describes") {
  Contact contact;
  contact.person.last_name = "Weber"s;
  CHECK(NormalizeRecord(contact).person.family == "weber");
  Lead lead;
  lead.person.last_name = "Weber"s;
  lead.company = Falke();
  CHECK(NormalizeRecord(lead).company.name == "falke");
  Account account;
  account.company = Falke();
  CHECK(NormalizeRecord(account).company.name == "falke");
  Partner partner;
  partner.name = "Nova GmbH"s;
  partner.domains = std::vector<std::string>{"nova.example"};
  CHECK(NormalizeRecord(partner).company.domains == partner.domains.get());
  Touch touch;
  CHECK(NormalizeRecord(touch).person.empty());
  touch.person.mutable_value().last_name = "Weber"s;
  CHECK(NormalizeRecord(touch).person.family == "weber");
  CHECK(Packed(NormalizeRecord(Opportunity())) == Packed(Features()));
}

TEST_CASE("a submission is read in its region") {
  Submission submission;
  submission.region = "DE"s;
  submission.lead.mutable_value().phones = std::vector<std::string>{"040 1234568"};
  CHECK(NormalizeSubmission(submission).person.phones[0].e164 == "+49401234568");
}

TEST_CASE("the same record gives the same bytes") {
  const Company company = Falke();
  CHECK(Packed(NormalizeParties(nullptr, &company)) == Packed(NormalizeParties(nullptr, &company)));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
