#include "src/match/score.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>

#include "tests/reference/match/counted_terms.h"
#include "tests/unit/match/example_parties.h"

TEST_SUITE_BEGIN("match/score");

namespace referee {
namespace {

using reference::CountedTerms;

// Values few enough that every level of every field is met.
class RandomParty {
 public:
  explicit RandomParty(unsigned seed) : random_(seed) {}

  Features Next() {
    Features features;
    PersonFeatures& person = features.person;
    if (Chance(0.9)) {
      person = example::Named(Pick({"jonas", "jona", "j", "maria", "weber"}),
                              Pick({"weber", "webber", "jonas", "kowalczyk"}));
    }
    if (Chance(0.3)) person.middle = Pick({"k", "karl", "otto"});
    if (Chance(0.2)) person.suffix = Pick({"jr", "sr"});
    if (Chance(0.5)) person.given_groups = {Chance(0.5) ? 1u : 2u};
    if (Chance(0.6)) {
      person.emails = {example::WorkMailbox(
          Pick({"jonas.weber@a.example", "j.weber@a.example", "info@b.example"}))};
      person.emails[0].from_own_name = Chance(0.5);
      person.emails[0].is_role = Chance(0.2);
    }
    if (Chance(0.6)) person.phones = {example::Number(Pick({"+4940123456", "+4940123457"}))};
    if (Chance(0.3)) person.birth_date = Pick({"1980-03-12", "1980-12-03", "1961-11-30"});
    if (Chance(0.3)) person.title = Pick({"cto", "cfo"});

    features.company = example::Firm(
        Pick({"falkenried werke", "werke falkenried", "falkenried", "falkenried group", "fw",
              "falkenrid werke", "falkenried werke nord", "hotel central", "qvt"}),
        Pick({"", "ag", "gmbh"}));
    CompanyFeatures& company = features.company;
    if (Chance(0.2)) company = {};
    if (Chance(0.5)) company.domains = {Pick({"a.example", "b.example", "falkenried.example"})};
    if (Chance(0.4)) company.phones = {example::Number(Pick({"+4940123456", "+4940999999"}))};
    if (Chance(0.4)) {
      company.registry_ids = {
          example::RegistryNumber("duns", Pick({"312345678", "312345679", "998877665"}))};
      company.registry_ids[0].check_ok = Chance(0.8);
    }
    if (Chance(0.7)) {
      company.address = example::At(Pick({"hamburg", "hamburgh", "wien", "vienna"}),
                                    Pick({"DE", "AT"}), Pick({"20457", "", "1100"}));
    }
    if (Chance(0.4)) company.address.street = Pick({"hafenstrasse", "hafenstrase", "ring"});
    if (Chance(0.4)) company.address.house_number = Pick({"1", "2"});
    if (Chance(0.3)) company.industry = Pick({"food", "steel"});
    if (Chance(0.3)) company.employees = Chance(0.5) ? 10 : 500;
    if (Chance(0.2)) company.place_tokens = {Pick({"nord", "hamburg"})};
    return features;
  }

 private:
  bool Chance(double probability) {
    return std::uniform_real_distribution<>(0, 1)(random_) < probability;
  }
  template <std::size_t kSize>
  std::string Pick(const char* const (&choices)[kSize]) {
    return choices[std::uniform_int_distribution<std::size_t>(0, kSize - 1)(random_)];
  }

  std::mt19937 random_;
};

using Scorer = AspectMatch (*)(const Model&, const TermStatistics&, const Features&,
                               const Features&, const Effort&);
constexpr std::array<Scorer, 2> kScorers = {ScorePeople, ScoreCompanies};

double SumOf(const std::vector<FieldEvidence>& explanation) {
  double sum = 0;
  for (const FieldEvidence& field : explanation) sum += field.bits;
  return sum;
}

TEST_CASE("a score is the same either way round") {
  const CountedTerms statistics(5000, 3000);
  RandomParty parties(1);
  for (int i = 0; i < 5000; ++i) {
    const Features a = parties.Next();
    const Features b = parties.Next();
    for (const Scorer score : kScorers) {
      const AspectMatch forth = score(Model::Default(), statistics, a, b, Effort{Explain::kYes});
      const AspectMatch back = score(Model::Default(), statistics, b, a, Effort{Explain::kYes});
      CAPTURE(a.company.name);
      CAPTURE(b.company.name);
      REQUIRE(forth.compared == back.compared);
      REQUIRE(forth.bits == doctest::Approx(back.bits).epsilon(1e-12));
    }
  }
}

TEST_CASE("the explanation sums to the bits and does not change them") {
  const CountedTerms statistics(5000, 3000);
  RandomParty parties(2);
  for (int i = 0; i < 5000; ++i) {
    const Features a = parties.Next();
    const Features b = parties.Next();
    for (const Scorer score : kScorers) {
      const AspectMatch match = score(Model::Default(), statistics, a, b, Effort{Explain::kYes});
      if (!match.compared) continue;
      REQUIRE(SumOf(match.explanation) == doctest::Approx(match.bits).epsilon(1e-9));
      REQUIRE(score(Model::Default(), statistics, a, b, Effort{Explain::kNo}).bits == match.bits);
      REQUIRE(match.probability >= 0);
      REQUIRE(match.probability < 1);
    }
  }
}

TEST_CASE("a party is at least as much itself as it is anybody else") {
  const CountedTerms statistics(5000, 3000);
  RandomParty parties(3);
  for (int i = 0; i < 3000; ++i) {
    const Features a = parties.Next();
    const Features b = parties.Next();
    for (const Scorer score : kScorers) {
      const AspectMatch other = score(Model::Default(), statistics, a, b, Effort{Explain::kNo});
      if (!other.compared) continue;
      const double self_a = score(Model::Default(), statistics, a, a, Effort{Explain::kNo}).bits;
      const double self_b = score(Model::Default(), statistics, b, b, Effort{Explain::kNo}).bits;
      CAPTURE(a.company.name);
      CAPTURE(b.company.name);
      REQUIRE(other.bits <= std::max(self_a, self_b) + 1e-9);
    }
  }
}

// Gives both sides the same further value.
struct Addition {
  const char* field;
  void (*add)(Features&);
};

TEST_CASE("one more field that agrees never lowers the bits") {
  const std::array<Addition, 9> additions = {{
      {"phone", [](Features& f) { f.person.phones = {example::Number("+49551")}; }},
      {"email", [](Features& f) { f.person.emails = {example::WorkMailbox("jonas@c.example")}; }},
      {"title", [](Features& f) { f.person.title = "coo"; }},
      {"birth_date", [](Features& f) { f.person.birth_date = "1970-01-02"; }},
      {"national_id", [](Features& f) { f.person.national_id = "1234567"; }},
      {"domain", [](Features& f) { f.company.domains = {"c.example"}; }},
      {"registry_id",
       [](Features& f) { f.company.registry_ids = {example::RegistryNumber("lei", "X1")}; }},
      {"industry", [](Features& f) { f.company.industry = "toys"; }},
      {"employees", [](Features& f) { f.company.employees = 77; }},
  }};
  const CountedTerms statistics(5000, 3000);
  RandomParty parties(4);
  for (int i = 0; i < 2000; ++i) {
    Features a = parties.Next();
    Features b = parties.Next();
    for (Features* f : {&a, &b}) {
      f->person.phones.clear();
      f->person.emails.clear();
      f->person.title.clear();
      f->person.birth_date.clear();
      f->company.domains.clear();
      f->company.registry_ids.clear();
      f->company.industry.clear();
      f->company.employees = -1;
    }
    for (const Addition& addition : additions) {
      CAPTURE(addition.field);
      Features more_a = a, more_b = b;
      addition.add(more_a);
      addition.add(more_b);
      for (const Scorer score : kScorers) {
        const AspectMatch before = score(Model::Default(), statistics, a, b, Effort{Explain::kNo});
        const AspectMatch after =
            score(Model::Default(), statistics, more_a, more_b, Effort{Explain::kNo});
        if (before.compared) REQUIRE(after.bits >= before.bits - 1e-9);
      }
    }
  }
}

TEST_CASE("probability and bits say the same, and no evidence makes a probability one") {
  CHECK(ProbabilityOf(0) == 0.5);
  CHECK(ProbabilityOf(1e6) < 1);
  CHECK(ProbabilityOf(-1e6) >= 0);
  CHECK(BitsOf(ProbabilityOf(6.5)) == doctest::Approx(6.5));
}

TEST_CASE("bands begin at their thresholds") {
  const MatchOptions options;
  CHECK(BandOf(0.99, options) == Band::kSame);
  CHECK(BandOf(0.9899, options) == Band::kPossible);
  CHECK(BandOf(0.80, options) == Band::kPossible);
  CHECK(BandOf(0.7999, options) == Band::kNone);
  MatchOptions strict;
  strict.same_match = 1;
  CHECK(BandOf(ProbabilityOf(1e6), strict) == Band::kPossible);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
