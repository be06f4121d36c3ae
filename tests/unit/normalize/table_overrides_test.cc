#include "src/normalize/table_overrides.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "src/base/error_location.h"
#include "src/normalize/address.h"
#include "src/normalize/company_name.h"
#include "src/normalize/domain.h"
#include "src/normalize/email.h"
#include "src/normalize/normalize.h"
#include "src/normalize/person_name.h"
#include "src/normalize/phone.h"

TEST_SUITE_BEGIN("normalize/table_overrides");

namespace referee {
namespace {

using Overrides = std::shared_ptr<const TableOverrides>;

// The tables of a document, given without its schema.
Overrides With(const std::string& tables) {
  const auto read = ReadTableOverrides(R"({"schema":"referee.tables/1",)" + tables + "}");
  REQUIRE_MESSAGE(read.ok(), DescribeError(read.status()));
  return *read;
}

bool AreNamesOfOne(const std::string& a, const std::string& b, const TableOverrides* overrides) {
  const std::vector<std::uint32_t> x = NicknameGroups(a, overrides),
                                   y = NicknameGroups(b, overrides);
  return std::any_of(x.begin(), x.end(), [&](std::uint32_t group) {
    return std::find(y.begin(), y.end(), group) != y.end();
  });
}

std::string FormOf(const std::string& name, const TableOverrides* overrides) {
  CompanyFeatures features;
  NormalizeCompanyName(name, "", &features, overrides);
  return features.name + "/" + features.legal_form;
}

std::string NameOf(const std::string& full_name, const TableOverrides* overrides) {
  Person person;
  person.full_name = full_name;
  PersonFeatures features;
  NormalizeName(person, &features, overrides);
  return features.given + "/" + features.family;
}

TEST_CASE("a domain is of the class that the host says it is") {
  const Overrides tables = With(
      R"("free_mail_domains":{"add":["Mail.Example","bücher.example"],"remove":["gmail.com"]},)"
      R"("disposable_domains":{"add":["trash.example"],"remove":["mailinator.com"]},)"
      R"("shared_domains":{"add":["sites.example"],"remove":["github.com"]})");
  const struct {
    const char* domain;
    DomainClass ships, changed;
  } kDomains[] = {{"mail.example", DomainClass::kCorporate, DomainClass::kFreeMail},
                  {"xn--bcher-kva.example", DomainClass::kCorporate, DomainClass::kFreeMail},
                  {"gmail.com", DomainClass::kFreeMail, DomainClass::kCorporate},
                  {"web.de", DomainClass::kFreeMail, DomainClass::kFreeMail},
                  {"trash.example", DomainClass::kCorporate, DomainClass::kDisposable},
                  {"mailinator.com", DomainClass::kDisposable, DomainClass::kCorporate},
                  {"sites.example", DomainClass::kCorporate, DomainClass::kShared},
                  {"github.com", DomainClass::kShared, DomainClass::kCorporate},
                  {"other.example", DomainClass::kCorporate, DomainClass::kCorporate},
                  {"", DomainClass::kNone, DomainClass::kNone}};
  for (const auto& test : kDomains) {
    CAPTURE(test.domain);
    CHECK(ClassifyDomain(test.domain) == test.ships);
    CHECK(ClassifyDomain(test.domain, tables.get()) == test.changed);
  }
}

TEST_CASE("a domain that is declared free mail gives its people no company") {
  const Overrides tables = With(R"("free_mail_domains":{"add":["falke.example"]})");
  Person person;
  person.emails = std::vector<std::string>{"jonas@falke.example"};
  CHECK(NormalizeParties(&person, nullptr).domains_from_email);
  const Features features = NormalizeParties(&person, nullptr, {}, tables.get());
  CHECK(!features.domains_from_email);
  CHECK(features.company.domains.empty());
}

TEST_CASE("rules of public suffixes are added and removed by their kind") {
  const Overrides tables =
      With(R"("public_suffixes":{"add":["github.io","*.farm.example","!town.farm.example"],)"
           R"("remove":["co.uk","*.ck"]})");
  const struct {
    const char *host, *ships, *changed;
  } kHosts[] = {{"falke.github.io", "github.io", "falke.github.io"},
                {"github.io", "github.io", ""},
                {"a.b.farm.example", "farm.example", "a.b.farm.example"},
                {"b.farm.example", "farm.example", ""},
                {"a.town.farm.example", "farm.example", "town.farm.example"},
                {"a.falke.co.uk", "falke.co.uk", "co.uk"},
                {"a.b.c.ck", "b.c.ck", "c.ck"},
                {"www.falke.de", "falke.de", "falke.de"}};
  for (const auto& test : kHosts) {
    CAPTURE(test.host);
    CHECK(RegistrableDomain(test.host) == test.ships);
    CHECK(RegistrableDomain(test.host, tables.get()) == test.changed);
  }
}

TEST_CASE("an entry may rest on a public suffix of the same document wherever it stands") {
  const Overrides tables = With(R"("shared_domains":{"add":["shops.falke.example"]},)"
                                R"("public_suffixes":{"add":["falke.example"]})");
  CHECK(ClassifyDomain("shops.falke.example", tables.get()) == DomainClass::kShared);
}

TEST_CASE("names of one list stand for each other and a removed name for nobody that ships") {
  const Overrides tables = With(
      R"("nicknames":{"add":[["Zoltán","Zoli","Zolika"],["bob","Bobinho"]],"remove":["bob"]})");
  CHECK(!AreNamesOfOne("zoltan", "zolika", nullptr));
  CHECK(AreNamesOfOne("zoltan", "zolika", tables.get()));
  CHECK(AreNamesOfOne("bob", "robert", nullptr));
  CHECK(!AreNamesOfOne("bob", "robert", tables.get()));
  CHECK(AreNamesOfOne("bob", "bobinho", tables.get()));
  CHECK(!AreNamesOfOne("zoli", "bobinho", tables.get()));
  CHECK(AreNamesOfOne("rob", "robert", tables.get()));
}

TEST_CASE("a legal form is added replaced or left in the name") {
  const Overrides tables =
      With(R"("legal_forms":{"add":[{"alias":"Geschlossene A.G.","form":"AG"},)"
           R"({"alias":"gmbh","form":"ltd"}],"remove":["oy"]})");
  CHECK(FormOf("Falke geschlossene AG", nullptr) == "falke geschlossene/ag");
  CHECK(FormOf("Falke geschlossene AG", tables.get()) == "falke/ag");
  CHECK(FormOf("Falke GmbH", nullptr) == "falke/gmbh");
  CHECK(FormOf("Falke GmbH", tables.get()) == "falke/ltd");
  CHECK(FormOf("Falke Oy", nullptr) == "falke/oy");
  CHECK(FormOf("Falke Oy", tables.get()) == "falke oy/");
}

TEST_CASE("honorifics and mailboxes of a desk are those of the host") {
  const Overrides tables = With(R"("honorifics":{"add":["Oberst."],"remove":["lord"]},)"
                                R"("role_mailboxes":{"add":["Empfang"],"remove":["jobs"]})");
  CHECK(NameOf("Oberst Anna Schmidt", nullptr) == "oberst/schmidt");
  CHECK(NameOf("Oberst Anna Schmidt", tables.get()) == "anna/schmidt");
  CHECK(NameOf("Lord Anna Schmidt", tables.get()) == "lord/schmidt");
  CHECK(NormalizeEmail("empfang@falke.example", tables.get()).is_role);
  CHECK(!NormalizeEmail("empfang@falke.example").is_role);
  CHECK(!NormalizeEmail("jobs@falke.example", tables.get()).is_role);
  CHECK(NormalizeEmail("info@falke.example", tables.get()).is_role);
}

TEST_CASE("a country has the names that the host gives it") {
  const Overrides tables =
      With(R"("country_names":{"add":[{"name":"Bayern","country":"DE"}],"remove":["Germany"]})");
  CHECK(NormalizeCountry("bayern").empty());
  CHECK(NormalizeCountry("Bayern", tables.get()) == "DE");
  CHECK(NormalizeCountry("Germany", tables.get()).empty());
  CHECK(NormalizeCountry("Deutschland", tables.get()) == "DE");
}

TEST_CASE("phone numbers are read by the regions of the host") {
  const Overrides tables =
      With(R"("phone_regions":{"add":[{"country":"DE","calling_code":"999","national_prefix":"0",)"
           R"("lengths":[7,8,9]}],"remove":["FR"]})");
  CHECK(NormalizePhone("040 123456", "DE", tables.get()).e164 == "+99940123456");
  CHECK(NormalizePhone("+999 040 123456", "", tables.get()).e164 == "+99940123456");
  CHECK(!NormalizePhone("+49 40 123456", "", tables.get()).is_e164);
  CHECK(NormalizePhone("+33 1 40123456", "").is_e164);
  CHECK(!NormalizePhone("+33 1 40123456", "", tables.get()).is_e164);
  CHECK(!NormalizePhone("01 40123456", "FR", tables.get()).is_e164);
  CHECK(NormalizePhone("020 7946 0958", "GB", tables.get()).e164 == "+442079460958");
}

TEST_CASE("overrides that change nothing give the features of none") {
  const Overrides tables = With(R"("nicknames":{},"honorifics":{"add":["dr"],"remove":["zzz"]})");
  Person person;
  person.full_name = std::string("Dr. Bob Weber");
  person.emails = std::vector<std::string>{"bob.weber@gmail.com", "info@falke.co.uk"};
  person.phones = std::vector<std::string>{"+49 40 123456", "040 123456"};
  Company company;
  company.name = std::string("Falke GmbH & Co. KG");
  company.address.mutable_value().country = std::string("Germany");
  std::string one, other;
  PackFeatures(NormalizeParties(&person, &company), one);
  PackFeatures(NormalizeParties(&person, &company, {}, tables.get()), other);
  CHECK(one == other);
}

TEST_CASE("the hash is that of the content and not of its order or its blanks") {
  const Overrides one = With(R"("nicknames":{"remove":["al"],"add":[]},"honorifics":{})");
  const Overrides same = With(R"( "honorifics":{}, "nicknames":{"add":[],"remove":["al"]} )");
  const Overrides other = With(R"("nicknames":{"remove":["ali"]})");
  CHECK(one->hash == same->hash);
  CHECK(one->hash != other->hash);
  CHECK(HashOf(one.get()) == one->hash);
  CHECK(HashOf(nullptr).empty());
  const auto again = ReadTableOverrides(one->document);
  REQUIRE(again.ok());
  CHECK((*again)->hash == one->hash);
}

}  // namespace
}  // namespace referee
