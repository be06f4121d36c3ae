#include "src/match/score_person.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "src/match/address_levels.h"
#include "src/match/email_levels.h"
#include "src/match/employer_levels.h"
#include "src/match/identifier_levels.h"
#include "src/match/person_name_levels.h"
#include "src/match/phone_levels.h"
#include "src/match/term_bits.h"

namespace referee {
namespace {

// More than employer, title and country can add together.
constexpr double kMostByWork = 20;

class PersonComparison {
 public:
  PersonComparison(const Model::Weights& weights, const TermStatistics& statistics,
                   const Features& a, const Features& b, EvidenceSum& evidence)
      : weights_(weights),
        person_(weights.person),
        statistics_(statistics),
        a_(a),
        b_(b),
        evidence_(evidence) {}

  double Run(double least_bits) {
    name_ = ComparePersonNames(person_, statistics_, a_.person, b_.person, evidence_);
    const double by_name = evidence_.total();
    const EmailMatch email =
        CompareEmails(person_, statistics_, a_.person, b_.person, name_, evidence_);
    AddPhones();
    AddIdentity();
    if (evidence_.total() + kMostByWork < least_bits) return evidence_.total() - by_name;
    AddEmployer(email);
    AddTitle();
    AddCountry();
    return evidence_.total() - by_name;
  }

 private:
  template <typename Level>
  static double BitsOf(const RateTable<Level>& rates, Level level) {
    return rates[static_cast<std::size_t>(level)].bits;
  }

  // What colleagues and families share speaks less for one person when the names differ.
  double Shared(double bits) const {
    return bits > 0 && name_.agreement == NameAgreement::kDiffer ? bits * person_.shared_by_others
                                                                 : bits;
  }

  void AddPhones() {
    const PhoneMatch match =
        ComparePhones(a_.person.phones, b_.person.phones, a_.company.phones, b_.company.phones);
    double bits = BitsOf(person_.phone_levels, match.level);
    if (match.level == PhoneLevel::kExact) {
      bits = ValueBits(person_.phone, person_.population, statistics_.People(),
                       statistics_.Count(Term::kPhone, match.number));
    }
    evidence_.Add("phone", match.level, Shared(bits));
  }

  void AddEmployer(const EmailMatch& email) {
    const EmployerMatch match = CompareEmployers(weights_, statistics_, a_, b_);
    // An equal corporate mailbox has said it.
    const double bits = email.covers_employer && match.bits > 0 ? 0 : match.bits;
    evidence_.Add("employer", match.level, Shared(bits));
  }

  void AddIdentity() {
    const BirthDateLevel born = CompareBirthDates(a_.person.birth_date, b_.person.birth_date);
    double bits = BitsOf(person_.birth_date_levels, born);
    evidence_.Add("birth_date", born, bits);

    const IdentifierLevel id = CompareIdentifiers(a_.person.national_id, b_.person.national_id);
    evidence_.Add("national_id", id, BitsOf(person_.national_id_levels, id));
  }

  void AddTitle() {
    if (a_.person.title.empty() || b_.person.title.empty()) return;
    const TitleLevel level =
        a_.person.title == b_.person.title ? TitleLevel::kExact : TitleLevel::kDifferent;
    evidence_.Add("title", level, Shared(BitsOf(person_.title_levels, level)));
  }

  void AddCountry() {
    const std::string& left = CountryOf(a_);
    const std::string& right = CountryOf(b_);
    if (left.empty() || right.empty()) return;
    const CountryLevel level = left == right ? CountryLevel::kSame : CountryLevel::kDifferent;
    evidence_.Add("country", level, Shared(BitsOf(person_.country_levels, level)));
  }

  static const std::string& CountryOf(const Features& features) {
    return features.person.country.empty() ? features.company.address.country
                                           : features.person.country;
  }

  const Model::Weights& weights_;
  const PersonWeights& person_;
  const TermStatistics& statistics_;
  const Features& a_;
  const Features& b_;
  EvidenceSum& evidence_;
  PersonNameMatch name_;
};

}  // namespace

double ComparePeople(const Model::Weights& weights, const TermStatistics& statistics,
                     const Features& a, const Features& b, double least_bits,
                     EvidenceSum& evidence) {
  return PersonComparison(weights, statistics, a, b, evidence).Run(least_bits);
}

}  // namespace referee
