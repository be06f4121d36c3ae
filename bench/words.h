// The words that worlds are made of: names of people, companies and places by rank of frequency.
// A few common ones are listed; the long tail is built of syllables.

#ifndef REFEREE_BENCH_WORDS_H_
#define REFEREE_BENCH_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace referee::bench {

std::string GivenName(std::size_t rank);
std::string FamilyName(std::size_t rank);
// The leading word of a company's name.
std::string BrandName(std::size_t rank);

// What a company does, in its name and as an industry.
struct Trade {
  std::string_view word, industry;
};
const Trade& TradeAt(std::size_t i);
std::size_t TradeCount();

// A country with what its records look like.
struct Country {
  std::string_view code, dial, legal_forms[3], street_suffix;
  std::string_view cities[6];
};
const Country& CountryAt(std::size_t i);
std::size_t CountryCount();

std::string_view TitleAt(std::size_t i);
std::size_t TitleCount();

// Lower-case ASCII letters and digits of a text: what mailboxes and domains are made of.
std::string Slug(std::string_view text);

}  // namespace referee::bench

#endif  // REFEREE_BENCH_WORDS_H_
