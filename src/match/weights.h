// The numbers behind a Model.  Every level of every comparison has m, how often two records of
// one party agree so, and u, how often two strangers do; it is worth log2(m/u) bits.
//
// Values that anybody can look up in the corpus (names, mailboxes, telephone numbers) have no fixed
// u: the frequency of the very value gives it (src/match/term_bits.h).

#ifndef REFEREE_SRC_MATCH_WEIGHTS_H_
#define REFEREE_SRC_MATCH_WEIGHTS_H_

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "src/match/levels.h"
#include "src/match/model.h"

namespace referee {

// One level with fixed rates.
struct Rate {
  Rate() = default;
  Rate(double agree_if_same, double agree_if_strangers)
      : m(agree_if_same), u(agree_if_strangers), bits(std::log2(m / u)) {}

  double m = 1, u = 1;
  double bits = 0;
};

// Exact agreement on a value whose frequency is known.
struct ValueRate {
  double m = 1;
  // How often a stranger has the value when the corpus has not shown it: the population's mean.
  double typical = 1;
  // Of the further records with this value, the share that belong to other parties.  A further
  // record with the same mailbox is mostly a duplicate; one with the same family name is not.
  double strangers = 1;
};

// Rates by level; the enumerations are in src/match/levels.h.
template <typename Level>
using RateTable = std::array<Rate, static_cast<std::size_t>(Level::kCount)>;

template <typename Level>
double BitsAt(const RateTable<Level>& rates, Level level) {
  return rates[static_cast<std::size_t>(level)].bits;
}

// Of the level that speaks most for one party; silence says nothing.
template <std::size_t kLevels>
double MostBits(const std::array<Rate, kLevels>& rates) {
  double most = 0;
  for (std::size_t i = 1; i < kLevels; ++i) most = std::max(most, rates[i].bits);
  return most;
}

struct PersonWeights {
  // The population that a small corpus is taken to be drawn from.  The prior odds of a pair are
  // 1 : (population + number of people in the corpus).
  double population = 1;
  ValueRate given, family, full_name, email, phone, national_id, birth_date, employer;
  RateTable<NameLevel> given_levels, family_levels, middle_levels;
  RateTable<SuffixLevel> suffix_levels;
  RateTable<WholeNameLevel> whole_name_levels;
  RateTable<EmailLevel> email_levels;
  RateTable<PhoneLevel> phone_levels;
  RateTable<EmployerLevel> employer_levels;
  RateTable<TitleLevel> title_levels;
  RateTable<BirthDateLevel> birth_date_levels;
  RateTable<IdentifierLevel> national_id_levels;
  RateTable<CountryLevel> country_levels;
  // Shares of the bits of common mailboxes, telephone numbers and employers that remain when the
  // names differ: colleagues and families share them.
  double shared_by_others = 1;
  // Unless other fields add at least `least_beyond_name` bits, the odds stay at `most_by_name`.
  double most_by_name = 0, least_beyond_name = 0;
};

struct CompanyWeights {
  double population = 1;
  ValueRate name, token, domain, phone, registry_id, city, postal, street;
  double common_token = 1;    // u of words of trade: systems, services, hotel.
  double place_token = 1;     // u of a place in a name.
  double lone_name_bits = 0;  // What a whole name is worth beyond its rarest word.
  double further_token = 0;   // Share of the bits of each further word: words come together.
  RateTable<CompanyNameLevel> name_levels;
  Rate further_word, further_descriptor;  // One name says more than the other.
  RateTable<LegalFormLevel> legal_form_levels;
  RateTable<NumeralLevel> numeral_levels;
  RateTable<PlaceLevel> place_levels;
  RateTable<DomainLevel> domain_levels;
  RateTable<PhoneLevel> phone_levels;
  RateTable<IdentifierLevel> registry_levels;
  RateTable<CountryLevel> country_levels;
  RateTable<CityLevel> city_levels;
  RateTable<PostalLevel> postal_levels;
  RateTable<StreetLevel> street_levels;
  RateTable<IndustryLevel> industry_levels;
  RateTable<EmployeesLevel> employees_levels;
  // Bits of a domain beside the equal name: branches and sister companies share both.
  double domain_beside_name = 0;
  double acronym_letter = 0;  // Bits of each letter of an acronym.
  // Share of the bits of a failing registry number that remain.
  double failing_check = 1;
  // Shares of the bits of a common domain, telephone number and address that remain, by how far the
  // names agree: sisters, parents and tenants of one building share them.
  std::array<double, static_cast<std::size_t>(NameAgreement::kCount)> shared_by_agreement{};
};

struct Model::Weights {
  PersonWeights person;
  CompanyWeights company;
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_WEIGHTS_H_
