#include <doctest/doctest.h>

#include "src/match/score.h"
#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/score_person");

namespace referee {
namespace {

using example::Named;
using example::Number;
using example::Person;
using example::WorkMailbox;
using reference::CountedTerms;

AspectMatch Score(const Features& a, const Features& b,
                  const TermStatistics& statistics = CountedTerms(100, 100)) {
  AspectMatch match = ScorePeople(Model::Default(), statistics, a, b, Effort{Explain::kYes});
  match.band = BandOf(match.probability, MatchOptions{});
  return match;
}

Features Jonas() {
  Features features = Person(Named("jonas", "weber"));
  features.person.emails = {WorkMailbox("jonas.weber@falkenried.example")};
  return features;
}

TEST_CASE("name and corporate mailbox make one person, in a hundred records and in a million") {
  CHECK(Score(Jonas(), Jonas()).band == Band::kSame);
  CountedTerms million(1'000'000, 200'000);
  CHECK(Score(Jonas(), Jonas(), million).band == Band::kSame);
  million.Set(Term::kGivenName, "jonas", 9000);
  million.Set(Term::kFamilyName, "weber", 4000);
  million.Set(Term::kFullName, "jonas weber", 40);
  million.Set(Term::kDomain, "falkenried.example", 800);
  CHECK(Score(Jonas(), Jonas(), million).band == Band::kSame);
}

TEST_CASE("a name alone is never the same and a common one not even possible") {
  const Features anna = Person(Named("anna", "nowak"));
  CHECK(Score(anna, anna).band == Band::kNone);
  CountedTerms million(1'000'000, 0);
  million.Set(Term::kGivenName, "anna", 20'000);
  million.Set(Term::kFamilyName, "nowak", 5'000);
  CHECK(Score(anna, anna, million).probability < 0.05);
  const Features rare = Person(Named("zbyslawa", "przemykalska"));
  CHECK(Score(rare, rare, CountedTerms(50'000'000, 0)).band != Band::kSame);
}

TEST_CASE("one name in two companies of two countries is two people") {
  Features brno = Person(Named("anna", "nowak"));
  brno.person.emails = {WorkMailbox("nowak@brnopivo.example")};
  brno.company.address.country = "CZ";
  Features krakow = Person(Named("anna", "nowak"));
  krakow.person.emails = {WorkMailbox("anna.nowak@podgorzemedica.example")};
  krakow.company.address.country = "PL";
  CHECK(Score(brno, krakow).probability < 0.05);
}

TEST_CASE("colleagues with one switchboard and one employer are two people") {
  Features odd = Person(Named("odd", "myhrvold"));
  odd.person.phones = {Number("+4732550000")};
  odd.person.emails = {WorkMailbox("odd.myhrvold@treskelion.example")};
  Features birgit = Person(Named("birgit", "haugland"));
  birgit.person.phones = {Number("+4732550000")};
  birgit.person.emails = {WorkMailbox("birgit.haugland@treskelion.example")};
  CHECK(Score(odd, birgit).probability < 0.001);
}

TEST_CASE("two people with one agency's mailbox and number are two people") {
  Features beat = Person(Named("beat", "inderbitzin"));
  beat.person.emails = {example::Mailbox("kontor@lysbureau.example", DomainClass::kCorporate)};
  beat.person.phones = {Number("+4575551060")};
  Features asger = Person(Named("asger", "kjaer"));
  asger.person.emails = beat.person.emails;
  asger.person.phones = beat.person.phones;
  CHECK(Score(beat, asger).probability < 0.05);
}

TEST_CASE("a mailbox alone identifies a person, a desk does not") {
  Features known = Jonas();
  Features unnamed;
  unnamed.person.emails = known.person.emails;
  CHECK(Score(known, unnamed).band == Band::kSame);
  known.person.emails[0].is_role = true;
  unnamed.person.emails[0].is_role = true;
  CHECK(Score(known, unnamed).band == Band::kNone);
}

TEST_CASE("a nickname, a new family name or swapped fields do not hide one mailbox and number") {
  Features robert = Person(Named("robert", "ackroyd"));
  robert.person.given_groups = {7};
  robert.person.phones = {Number("+441135550166")};
  Features bob = Person(Named("bob", "ackroyd"));
  bob.person.given_groups = {7};
  bob.person.phones = robert.person.phones;
  CHECK(Score(robert, bob).band == Band::kSame);
  Features swapped = Person(Named("ackroyd", "robert"));
  swapped.person.phones = robert.person.phones;
  CHECK(Score(robert, swapped).band == Band::kSame);
  Features married = Jonas();
  married.person.family = "lindqvist";
  married.person.phones = {Number("+49401234568")};
  Features single = Jonas();
  single.person.phones = married.person.phones;
  CHECK(Score(married, single).band == Band::kSame);
}

TEST_CASE("a number loses its weight smoothly with everybody who shares it") {
  Features a = Person(Named("ewa", "kowalczyk"));
  a.person.phones = {Number("+48585552210")};
  double last = Score(a, a).bits;
  for (const std::uint64_t sharers : {2u, 10u, 100u, 1000u, 10000u}) {
    CountedTerms statistics(10'000, 1000);
    statistics.Set(Term::kPhone, "+48585552210", sharers);
    const double bits = Score(a, a, statistics).bits;
    CHECK(bits < last);
    last = bits;
  }
  CHECK(ProbabilityOf(last) < 0.99);
}

TEST_CASE("the mailbox taken from a name adds less beside that name than another does") {
  Features derived = Jonas();
  Features other = Jonas();
  other.person.emails[0].from_own_name = false;
  CHECK(Score(derived, derived).bits < Score(other, other).bits - 5);
}

TEST_CASE("a rarer name is worth more") {
  CountedTerms statistics(1'000'000, 0);
  statistics.Set(Term::kFamilyName, "weber", 5000);
  statistics.Set(Term::kFamilyName, "inderbitzin", 3);
  const Features common = Person(Named("jonas", "weber"));
  const Features rare = Person(Named("jonas", "inderbitzin"));
  CHECK(Score(rare, rare, statistics).bits > Score(common, common, statistics).bits + 3);
}

TEST_CASE("other suffixes, birth dates and identity numbers speak against one person") {
  Features a = Jonas();
  Features b = Jonas();
  const double plain = Score(a, b).bits;
  a.person.suffix = "jr";
  b.person.suffix = "sr";
  CHECK(Score(a, b).bits < plain);
  a.person.suffix = b.person.suffix = "";
  a.person.birth_date = "1980-03-12";
  b.person.birth_date = "1961-11-30";
  CHECK(Score(a, b).bits < plain);
  b.person.birth_date = "1980-12-03";
  CHECK(Score(a, b).bits > plain);
  a.person.national_id = "6988048";
  b.person.national_id = "7364009";
  a.person.birth_date = b.person.birth_date = "";
  CHECK(Score(a, b).bits < plain);
}

TEST_CASE("silence on one side is not compared") {
  CHECK_FALSE(Score(Jonas(), Features{}).compared);
  CHECK_FALSE(Score(Features{}, Features{}).compared);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
