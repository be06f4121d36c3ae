// The weights that ship.  Sources: m of names, dates and identifiers are of the order that
// expectation maximisation finds on public linkage sets (FEBRL, Splink's demonstrations); u of
// names are collision probabilities of census tables; the rest are judgements about CRM data,
// stated beside each number.  None was fitted to one data set.

#include <cmath>
#include <memory>

#include "src/match/weights.h"

namespace referee {
namespace {

// 1 in 2^bits.
double OneIn(double bits) { return std::exp2(-bits); }

// By level, in the order of src/match/levels.h; the first level is silence, which says nothing.

PersonWeights People() {
  PersonWeights weights;
  // A quarter of a million people are who could have been referred: at this size an average full
  // name alone is an even bet, and a mailbox is decisive.
  weights.population = std::exp2(18);

  weights.given = {0.90, OneIn(7.5), 1};  // Sum of squared census frequencies, mixed countries.
  weights.family = {0.92, OneIn(11), 1};  // The same.
  weights.full_name = {0.85, OneIn(18.5), 1};  // The product of both: correlations show in counts.
  weights.email = {0.70, OneIn(26.5), 0.01};   // One owner; a second record is a duplicate.
  weights.phone = {0.60, OneIn(24), 0.5};      // Half of all shared numbers are a desk or a family.
  weights.national_id = {0.95, OneIn(28), 0.01};
  weights.birth_date = {0.95, OneIn(14.5), 1};  // 60 years of days, unevenly filled.
  weights.employer = {0.75, OneIn(10), 1};      // Colleagues are strangers to each other here.

  // Exact names are worth what their frequency says; their rates here serve only where no value
  // is compared.  A nickname group holds about four names; an initial leaves a twentieth.
  weights.given_levels = {Rate(1, 1),        Rate(0.90, OneIn(7.5)), Rate(0.05, 0.016),
                          Rate(0.05, 0.012), Rate(0.08, 0.06),       Rate(0.03, 0.008),
                          Rate(0.03, 0.012), Rate(0.01, 0.008),      Rate(0.012, 0.96)};
  weights.family_levels = {Rate(1, 1),         Rate(0.92, OneIn(11)), Rate(0.01, 0.004),
                           Rate(0.03, 0.002),  Rate(0.02, 0.06),      Rate(0.04, 0.003),
                           Rate(0.02, 0.0025), Rate(0.01, 0.003),     Rate(0.02, 0.98)};
  // A middle name repeats the given name's circle; two that differ are two people.
  weights.middle_levels = {Rate(1, 1),       Rate(0.60, 0.03), Rate(0.05, 0.03),
                           Rate(0.1, 0.05),  Rate(0.25, 0.07), Rate(0.05, 0.02),
                           Rate(0.05, 0.03), Rate(0.02, 0.02), Rate(0.05, 0.80)};
  weights.suffix_levels = {Rate(1, 1), Rate(0.9, 0.4), Rate(0.02, 0.6)};
  // Names in each other's fields: one form in fifty; as telling as the names are rare, which the
  // frequencies of both say.  Reordered: the same words, divided otherwise into given and family
  // name.
  weights.whole_name_levels = {Rate(1, 1), Rate(0.02, 0.04), Rate(0.02, 0.12),
                               // Both names differ: not even marriage explains it.
                               Rate(0.02, 0.9)};

  weights.email_levels = {Rate(1, 1),           Rate(0.7, OneIn(26.5)), Rate(0.3, 0.05),
                          Rate(0.02, OneIn(9)), Rate(0.02, OneIn(9)),   Rate(0.25, 0.95)};
  // People have several numbers: another one says little.
  weights.phone_levels = {Rate(1, 1), Rate(0.6, OneIn(24)), Rate(0.2, OneIn(17)), Rate(0.2, 0.02),
                          Rate(0.4, 0.98)};
  // People change employers, yet most CRM pairs are of one time.
  weights.employer_levels = {Rate(1, 1), Rate(0.75, OneIn(10)), Rate(0.7, OneIn(9)),
                             Rate(0.06, 0.98)};
  weights.title_levels = {Rate(1, 1), Rate(0.4, 0.06), Rate(0.6, 0.94)};
  weights.birth_date_levels = {Rate(1, 1), Rate(0.95, OneIn(14.5)), Rate(0.03, OneIn(10)),
                               Rate(0.015, 1)};
  weights.national_id_levels = {Rate(1, 1), Rate(0.95, OneIn(28)), Rate(0.03, OneIn(18)),
                                Rate(0.01, 1)};
  weights.country_levels = {Rate(1, 1), Rate(0.95, 0.4), Rate(0.05, 0.6)};
  weights.shared_by_others = 0.3;
  weights.most_by_name = 5.5;     // 0.978: possible, never the same.
  weights.least_beyond_name = 3;  // A third of an employer.
  return weights;
}

CompanyWeights Companies() {
  CompanyWeights weights;
  weights.population = std::exp2(16);

  // A whole name: a distinctive one recurs once in half a million, so that it alone just reaches
  // `possible`; half of the further bearers are other firms.
  weights.name = {0.60, OneIn(19), 0.05};
  weights.token = {0.90, OneIn(13), 0.25};
  weights.common_token = OneIn(5);
  weights.place_token = OneIn(8);
  weights.lone_name_bits = 6;
  weights.further_token = 0.5;
  // A domain has one owner; the contacts of that owner make its count grow, so a further record
  // is a stranger once in two thousand.
  weights.domain = {0.85, OneIn(23.5), 0.0005};
  weights.phone = {0.60, OneIn(22), 0.1};
  weights.registry_id = {0.97, OneIn(30), 0.001};
  weights.city = {0.80, OneIn(6.5), 1};
  weights.postal = {0.70, OneIn(10), 1};
  weights.street = {0.60, OneIn(12), 0.5};

  // m of each level, as a factor on what the words in common are worth; of words that speak against
  // one party, m/u.
  weights.name_levels = {Rate(1, 1), Rate(0.6, 1), Rate(0.5, 1), Rate(0.25, 1), Rate(0.12, 1),
                         Rate(0.05, 1), Rate(0.1, 1),
                         // Sisters and neighbours share a word: strangers with a rare word in
                         // common are seldom one party.
                         Rate(0.04, 0.12), Rate(0.008, 0.85)};
  // What one more word of one name costs: another line of business or another site, or only another
  // way to call the whole (group, company).
  weights.further_word = Rate(0.12, 0.96);
  weights.further_descriptor = Rate(0.3, 0.6);
  weights.legal_form_levels = {Rate(1, 1), Rate(0.9, 0.35), Rate(0.10, 0.65)};
  weights.numeral_levels = {Rate(1, 1), Rate(0.95, 0.2), Rate(0.1, 0.5), Rate(0.002, 0.9)};
  weights.place_levels = {Rate(1, 1), Rate(0.9, 0.3), Rate(0.08, 0.5), Rate(0.004, 0.9)};
  weights.domain_levels = {Rate(1, 1), Rate(0.85, OneIn(23.5)), Rate(0.12, 0.99)};
  weights.phone_levels = {Rate(1, 1), Rate(0.6, OneIn(22)), Rate(0.3, OneIn(15)),
                          Rate(0.5, OneIn(10)), Rate(0.4, 0.98)};
  weights.registry_levels = {Rate(1, 1), Rate(0.97, OneIn(30)), Rate(0.01, OneIn(4)),
                             Rate(0.003, 1)};
  weights.country_levels = {Rate(1, 1), Rate(0.97, 0.3), Rate(0.03, 0.7)};
  weights.city_levels = {Rate(1, 1), Rate(0.8, OneIn(6.5)), Rate(0.05, 0.02), Rate(0.12, 0.97)};
  weights.postal_levels = {Rate(1, 1), Rate(0.7, OneIn(10)), Rate(0.15, 0.9)};
  weights.street_levels = {Rate(1, 1), Rate(0.6, OneIn(14)), Rate(0.2, OneIn(9)), Rate(0.04, 0.06),
                           Rate(0.12, 0.95)};
  // Industries are typed by hand from lists that differ.
  weights.industry_levels = {Rate(1, 1), Rate(0.7, 0.2), Rate(0.3, 0.6)};
  weights.employees_levels = {Rate(1, 1), Rate(0.6, 0.2), Rate(0.25, 0.2), Rate(0.08, 0.4)};
  // One in sixty bearers of a name under one domain is another site.
  weights.domain_beside_name = 6;
  // Initials of words are fewer than letters.
  weights.acronym_letter = 3;
  weights.failing_check = 0.6;
  weights.shared_by_agreement = {1, 1, 0.7, 0.35, 0.25};
  return weights;
}

}  // namespace

Model Model::Default() {
  static const auto weights =
      std::make_shared<const Model::Weights>(Model::Weights{People(), Companies()});
  return Model(weights);
}

}  // namespace referee
