#include <doctest/doctest.h>

#include "src/match/score.h"
#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/score_company");

namespace referee {
namespace {

using example::At;
using example::Company;
using example::Firm;
using example::Number;
using example::RegistryNumber;
using reference::CountedTerms;

AspectMatch Score(const CompanyFeatures& a, const CompanyFeatures& b,
                  const TermStatistics& statistics = CountedTerms(100, 100)) {
  AspectMatch match =
      ScoreCompanies(Model::Default(), statistics, Company(a), Company(b), Effort{Explain::kYes});
  match.band = BandOf(match.probability, MatchOptions{});
  return match;
}

CompanyFeatures Located(std::string_view name, std::string form, std::string city,
                        std::string country) {
  CompanyFeatures company = Firm(name, std::move(form));
  company.address = At(std::move(city), std::move(country));
  return company;
}

TEST_CASE("a name without its legal form in the same city is the same company") {
  const CompanyFeatures known = Located("lario tessuti", "spa", "como", "IT");
  const CompanyFeatures asked = Located("lario tessuti", "", "como", "IT");
  CHECK(Score(known, asked).band == Band::kSame);
}

TEST_CASE("a distinctive name alone is possible, words of trade alone are not") {
  CHECK(Score(Firm("falkenried"), Firm("falkenried")).band == Band::kPossible);
  CHECK(Score(Firm("lario tessuti"), Firm("lario tessuti")).band == Band::kPossible);
  CHECK(Score(Firm("hotel services"), Firm("hotel services")).band == Band::kNone);
}

TEST_CASE("an equal name in another country is another company") {
  CompanyFeatures ohio = Located("northmere optics", "inc", "toledo", "US");
  ohio.domains = {"northmereoptics.example"};
  CompanyFeatures bath = Located("northmere optics", "", "bath", "GB");
  bath.domains = {"northmere-optics-bath.example"};
  CHECK(Score(ohio, bath).band == Band::kNone);
  ohio.domains.clear();
  bath.domains.clear();
  CHECK(Score(ohio, bath).band == Band::kNone);
}

TEST_CASE("an equal name with the same domain is the same company") {
  CompanyFeatures a = Firm("falkenried werke", "ag");
  a.domains = {"falkenried.example"};
  CompanyFeatures b = Firm("falkenried werke");
  b.domains = a.domains;
  CHECK(Score(a, b).band == Band::kSame);
}

TEST_CASE("typing errors do not hide a company with the same domain or telephone number") {
  CompanyFeatures known = Firm("shree vaidyanath precision castings", "pvt ltd");
  CompanyFeatures asked = Firm("shri vaidhyanath precision castng", "pvt ltd");
  known.phones = asked.phones = {Number("+912815550160")};
  CHECK(Score(known, asked).band == Band::kSame);
  known.phones = asked.phones = {};
  known.domains = asked.domains = {"vaidyanathcastings.example"};
  CHECK(Score(known, asked).band == Band::kSame);
}

TEST_CASE("a subsidiary is not its parent though both use one domain") {
  CompanyFeatures parent = Located("nordnes holding", "asa", "oslo", "NO");
  parent.domains = {"nordneshavbruk.example"};
  parent.registry_ids = {RegistryNumber("company_no", "987654320")};
  CompanyFeatures subsidiary = Located("nordnes havbruk tromso", "as", "tromso", "NO");
  subsidiary.domains = parent.domains;
  subsidiary.registry_ids = {RegistryNumber("company_no", "912345670")};
  subsidiary.place_tokens = {"tromso"};
  CHECK(Score(parent, subsidiary).band == Band::kNone);
  parent.registry_ids.clear();
  CHECK(Score(parent, subsidiary).band != Band::kSame);
}

TEST_CASE("a branch with its own city is not the other branch") {
  CompanyFeatures celle = Located("kranichbrunnen apotheke", "ek", "celle", "DE");
  celle.domains = {"kranichbrunnen-celle.example"};
  CompanyFeatures coburg = Located("kranichbrunnen apotheke", "", "coburg", "DE");
  coburg.domains = {"kranichbrunnen-coburg.example"};
  CHECK(Score(celle, coburg).band == Band::kNone);
}

TEST_CASE("names of three letters are whole names") {
  CompanyFeatures qvt = Located("qvt", "nv", "gent", "BE");
  CHECK(Score(qvt, Located("qvl", "bv", "gent", "BE")).band == Band::kNone);
  CHECK(Score(qvt, Located("qvt foods", "ltd", "sligo", "IE")).band == Band::kNone);
  CHECK(Score(qvt, Located("qvt", "", "gent", "BE")).band == Band::kSame);
}

TEST_CASE("two numbers of one registry speak against one company, a failing check digit less") {
  CompanyFeatures a = Located("castellanza aguas", "sa", "zaragoza", "ES");
  CompanyFeatures b = a;
  const double silent = Score(a, b).bits;
  a.registry_ids = {RegistryNumber("vat", "A50555010")};
  b.registry_ids = {RegistryNumber("vat", "B22777020")};
  const double contradicted = Score(a, b).bits;
  CHECK(contradicted < silent - 5);
  b.registry_ids[0].check_ok = false;
  CHECK(Score(a, b).bits > contradicted);
  b.registry_ids = a.registry_ids;
  const double agreed = Score(a, b).bits;
  CHECK(agreed > silent + 15);
  b.registry_ids[0].check_ok = false;
  CHECK(Score(a, b).bits < agreed);
  CHECK(Score(a, b).bits > silent);
}

TEST_CASE("numbers of different registries do not contradict each other") {
  CompanyFeatures a = Firm("castellanza aguas");
  CompanyFeatures b = a;
  const double silent = Score(a, b).bits;
  a.registry_ids = {RegistryNumber("vat", "A50555010")};
  b.registry_ids = {RegistryNumber("duns", "312345678")};
  CHECK(Score(a, b).bits == silent);
}

TEST_CASE("sisters that share a word, a city and a domain are not the same company") {
  CompanyFeatures aguas = Located("castellanza aguas", "sa", "zaragoza", "ES");
  aguas.domains = {"castellanza.example"};
  CompanyFeatures energia = Located("castellanza montajes", "sl", "zaragoza", "ES");
  energia.domains = aguas.domains;
  CHECK(Score(aguas, energia).band != Band::kSame);
}

TEST_CASE("a domain alone finds the company of a mailbox, however many contacts it has") {
  CompanyFeatures account = Firm("falkenried werke", "ag");
  account.domains = {"falkenried.example"};
  CompanyFeatures from_mailbox;
  from_mailbox.domains = account.domains;
  CHECK(Score(account, from_mailbox).band == Band::kSame);
  CountedTerms crowd(5000, 5000);
  crowd.Set(Term::kDomain, "falkenried.example", 31);
  CHECK(Score(account, from_mailbox, crowd).band != Band::kNone);
}

TEST_CASE("another numeral in the name is another entity") {
  CompanyFeatures first = Firm("straits mortgage trust 2007 1");
  first.numerals = {"2007", "1"};
  CompanyFeatures second = Firm("straits mortgage trust 2007 2");
  second.numerals = {"2007", "2"};
  first.domains = second.domains = {"straits.example"};
  CHECK(Score(first, second).band != Band::kSame);
}

TEST_CASE("a city by its foreign name is the same city") {
  CompanyFeatures home = Located("kipferlhaus", "gmbh", "wien", "AT");
  CHECK(Score(home, Located("kipferlhaus", "gmbh", "vienna", "AT")).band == Band::kSame);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
