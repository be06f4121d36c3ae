#include "src/match/company_ceiling.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "src/match/phone_levels.h"
#include "src/match/sketched_words.h"
#include "src/match/term_bits.h"
#include "src/match/token_likeness.h"

namespace referee {
namespace {

constexpr double kCannotTell = std::numeric_limits<double>::infinity();

double Scaled(double bits, double share) { return bits > 0 ? bits * share : bits; }

// Exact agreement on a value that nobody else in the corpus has.
double MostValueBits(const ValueRate& rate, const CompanyWeights& weights,
                     const TermStatistics& statistics) {
  return std::max(ValueBits(rate, weights.population, statistics.Companies(), 1), 0.0);
}

// As company_name_levels.cc has it, of the initials of `longer`.
bool IsAcronym(std::string_view word, std::size_t words, std::string_view initials) {
  if (word.size() == 2) return words == 1 && initials == word;
  return word.size() >= 3 && initials.starts_with(word);
}

bool IsJoined(const SpeltWord& whole, const SpeltWord& first, const SpeltWord& second) {
  return whole.text.size() == first.text.size() + second.text.size() &&
         whole.text.starts_with(first.text) && whole.text.ends_with(second.text);
}

// Whether neighbours of `words` are one word of `other`, which changes what is compared.
template <typename Words>
bool HasCompound(const Words& words, const Words& other) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    for (const auto& whole : other) {
      if (IsJoined(whole.spelt, words[i].spelt, words[i + 1].spelt)) return true;
    }
  }
  return false;
}

// As TokenLikeness(): whether two words may be one.
bool MayBeLike(const WordSketch& a, const WordSketch& b) {
  const WordSketch& shorter = a.size() <= b.size() ? a : b;
  const WordSketch& longer = a.size() <= b.size() ? b : a;
  const bool may_be_short = MayBePartOf(shorter, longer) && a.CommonPrefix(b) > 0;
  if (may_be_short || MayBeTranscriptions(a, b)) return true;
  return shorter.size() >= 4 && MayBeSimilar(a, b, kLeastSimilar) &&
         (MayBeWithin(a, b, AllowedErrors(longer.size())) || MayBeSimilar(a, b, kResembling));
}

bool MayBeJoined(const WordSketch& whole, const WordSketch& first, const WordSketch& second) {
  return MayBePartOf(first, whole) && MayBePartOf(second, whole) && whole.CommonPrefix(first) > 0 &&
         (whole.size() == first.size() + second.size() || whole.size() == WordSketch::kLongest);
}

template <typename Hashes, typename Kept>
bool ShareHash(const Hashes& ours, const Kept& theirs) {
  for (const ShortHash hash : ours) {
    if (hash != 0 && std::find(theirs.begin(), theirs.end(), hash) != theirs.end()) return true;
  }
  return false;
}

}  // namespace

template <typename Company>
CompanyCeiling::Words CompanyCeiling::WordsOf(const Company& company) {
  Words words;
  for (const std::string_view token : company.name_tokens) {
    if (words.size() == kMaxAlignedTokens) break;
    const WordKind kind = KindOfWord(token);
    if (kind != WordKind::kFunction) words.push_back({SpeltWord(token), kind, {}});
  }
  return words;
}

CompanyCeiling::CompanyCeiling(const CompanyWeights& weights, const TermStatistics& statistics,
                               const CompanyFeatures& query)
    : weights_(weights), query_(query), words_(WordsOf(query)) {
  const auto shared = [&](NameAgreement agreement) {
    return weights.shared_by_agreement[static_cast<std::size_t>(agreement)];
  };
  apart_bits_ = std::max(BitsAt(weights.name_levels, CompanyNameLevel::kPartial) +
                             MostBits(weights.legal_form_levels) +
                             MostBits(weights.numeral_levels) + MostBits(weights.place_levels),
                         BitsAt(weights.name_levels, CompanyNameLevel::kDifferent));
  apart_share_ = std::max(shared(NameAgreement::kPartial), shared(NameAgreement::kDiffer));
  registry_bits_ = std::max({BitsAt(weights.registry_levels, IdentifierLevel::kNear),
                             BitsAt(weights.registry_levels, IdentifierLevel::kDifferent), 0.0}) *
                   std::max(weights.failing_check, 1.0) *
                   static_cast<double>(query.registry_ids.size());
  city_bits_ = MostValueBits(weights.city, weights, statistics);
  near_city_bits_ = std::max({BitsAt(weights.city_levels, CityLevel::kNear),
                              BitsAt(weights.city_levels, CityLevel::kDifferent), 0.0});
  postal_bits_ = std::max(MostValueBits(weights.postal, weights, statistics),
                          BitsAt(weights.postal_levels, PostalLevel::kDifferent));
  street_bits_ = MostBits(weights.street_levels);
  for (Word& word : words_) word.sketch = WordSketch(word.spelt.text);
  for (const std::string& domain : query.domains) domains_.push_back(ShortHashOf(domain));
  for (const RegistryFeature& id : query.registry_ids) {
    registry_ids_.push_back(ShortHashOf(id.value));
  }
  for (const PhoneFeature& phone : query.phones) phones_.push_back(ShortHashOfNumber(phone.e164));
  country_ = TinyHashOf(query.address.country);
}

bool CompanyCeiling::MayBeAcronym(const CompanyView& other) const {
  const std::size_t ours = query_.name_tokens.size(), theirs = other.name_tokens.size();
  return (theirs >= 2 && IsAcronym(query_.name_tokens.front(), ours, other.acronym)) ||
         (ours >= 2 && IsAcronym(other.name_tokens.front(), theirs, query_.acronym));
}

NameOutlook CompanyCeiling::OutlookOf(const CompanyView& other) const {
  if (query_.name_tokens.empty() || other.name_tokens.empty()) return NameOutlook::kSilent;
  const Words words = WordsOf(other);
  // A word without a like is further, however the others are aligned.
  std::uint32_t liked = 0;
  bool alone_here = false, distinct_alone = false;
  for (const Word& ours : words_) {
    bool any = false;
    for (std::size_t j = 0; j < words.size(); ++j) {
      if (TokenLikeness(ours.spelt, words[j].spelt) <= 0) continue;
      any = true;
      liked |= 1u << j;
    }
    if (any) continue;
    alone_here = true;
    distinct_alone = distinct_alone || ours.kind != WordKind::kDescriptor;
  }
  if (!alone_here) return NameOutlook::kOpen;
  bool alone_there = false;
  for (std::size_t j = 0; j < words.size(); ++j) {
    if ((liked & 1u << j) != 0) continue;
    alone_there = true;
    distinct_alone = distinct_alone || words[j].kind != WordKind::kDescriptor;
  }
  const bool apart = alone_there && distinct_alone && !MayBeAcronym(other) &&
                     !HasCompound(words_, words) && !HasCompound(words, words_);
  return apart ? NameOutlook::kApart : NameOutlook::kOpen;
}

// The initials of a name are as many as its words at most.
bool CompanyCeiling::MayBeAcronym(const FeatureSketch& other, std::size_t words) const {
  const std::size_t ours = query_.name_tokens.size();
  const auto may_be = [](std::size_t size, std::size_t of_words, std::size_t initials) {
    return size == 2 ? of_words == 1 : size >= 3 && initials >= size;
  };
  const std::size_t front = other.company_words[0].size();
  return (words >= 2 && may_be(query_.name_tokens.front().size(), ours, words)) ||
         (ours >= 2 && may_be(front, words, query_.acronym.size()));
}

NameOutlook CompanyCeiling::OutlookOf(const FeatureSketch& other) const {
  if (query_.name_tokens.empty() || !other.Has(FeatureSketch::kCompanyName)) {
    return NameOutlook::kSilent;
  }
  if (other.Has(FeatureSketch::kMoreWords)) return NameOutlook::kOpen;
  const auto& words = other.company_words;
  std::size_t count = 0;
  while (count < words.size() && !words[count].empty()) ++count;
  std::uint32_t liked = 0;
  bool alone_here = false, distinct_alone = false;
  for (const Word& ours : words_) {
    bool any = false;
    for (std::size_t j = 0; j < count; ++j) {
      if (!MayBeLike(ours.sketch, words[j])) continue;
      any = true;
      liked |= 1u << j;
    }
    if (any) continue;
    alone_here = true;
    distinct_alone = distinct_alone || ours.kind != WordKind::kDescriptor;
  }
  // Of what kind the other words are is not known.
  if (!alone_here || !distinct_alone) return NameOutlook::kOpen;
  bool alone_there = false;
  for (std::size_t j = 0; j < count; ++j) {
    alone_there = alone_there || ((liked & 1u << j) == 0 && !MayBeFunctionWord(words[j]));
  }
  return alone_there && !MayBeAcronym(other, count) && !MayHaveCompound(words, count)
             ? NameOutlook::kApart
             : NameOutlook::kOpen;
}

// Words that stand apart here may be neighbours once a function word between them is left out.
bool CompanyCeiling::MayHaveCompound(
    const std::array<WordSketch, FeatureSketch::kCompanyWords>& words, std::size_t count) const {
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      if (MayBeJoined(words[j], words_[i].sketch, words_[i + 1].sketch)) return true;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      for (const Word& ours : words_) {
        if (MayBeJoined(ours.sketch, words[i], words[j])) return true;
      }
    }
  }
  return false;
}

bool CompanyCeiling::SharesIdentity(const CompanyView& other) const {
  for (const std::string& domain : query_.domains) {
    for (const std::string_view theirs : other.domains) {
      if (domain == theirs) return true;
    }
  }
  for (const RegistryFeature& id : query_.registry_ids) {
    for (const auto& theirs : other.registry_ids) {
      if (id.kind == theirs.kind && id.value == theirs.value) return true;
    }
  }
  return MayShareNumber(query_.phones, other.phones);
}

bool CompanyCeiling::MayShareIdentity(const FeatureSketch& other) const {
  if (!domains_.empty() &&
      (other.Has(FeatureSketch::kMoreDomains) || ShareHash(domains_, other.domains))) {
    return true;
  }
  if (!phones_.empty() &&
      (other.Has(FeatureSketch::kMorePhones) || ShareHash(phones_, other.phones))) {
    return true;
  }
  return !registry_ids_.empty() && (other.Has(FeatureSketch::kMoreRegistryIds) ||
                                    ShareHash(registry_ids_, std::array{other.registry_id}));
}

// Postal code and city, and the street beside them, say one thing twice: see address_levels.cc.
double CompanyCeiling::PlaceBits(const AddressView& other, double share) const {
  const AddressFeature& ours = query_.address;
  double bits = 0;
  if (!ours.country.empty() && !other.country.empty()) {
    const CountryLevel level =
        ours.country == other.country ? CountryLevel::kSame : CountryLevel::kDifferent;
    bits = Scaled(BitsAt(weights_.country_levels, level), share);
  }
  return bits + share * PlaceBits(!ours.city.empty() && !other.city.empty(),
                                  !ours.postal.empty() && !other.postal.empty(),
                                  !ours.street.empty() && !other.street.empty());
}

// Of what both sides say.
double CompanyCeiling::PlaceBits(bool city, bool postal, bool street) const {
  const double postal_bits = postal ? postal_bits_ : 0;
  double place = postal_bits;
  if (city) place = std::max(city_bits_, near_city_bits_ + postal_bits);
  return street ? std::max(place + 1, street_bits_) : place;
}

double CompanyCeiling::KindBits(const CompanyView& other) const {
  double bits = 0;
  if (!query_.industry.empty() && !other.industry.empty()) {
    bits += BitsAt(weights_.industry_levels, query_.industry == other.industry
                                                 ? IndustryLevel::kSame
                                                 : IndustryLevel::kDifferent);
  }
  if (query_.employees > 0 && other.employees > 0) bits += MostBits(weights_.employees_levels);
  return bits;
}

double CompanyCeiling::ShareOf(NameOutlook names) const {
  return names == NameOutlook::kSilent
             ? weights_.shared_by_agreement[static_cast<std::size_t>(NameAgreement::kUnknown)]
             : apart_share_;
}

double CompanyCeiling::NameBits(NameOutlook names) const {
  return (names == NameOutlook::kSilent ? 0 : apart_bits_) + registry_bits_;
}

double CompanyCeiling::Bits(const CompanyView& other, NameOutlook names) const {
  if (names == NameOutlook::kOpen || SharesIdentity(other)) return kCannotTell;
  const double share = ShareOf(names);
  double bits = NameBits(names);
  if (!query_.domains.empty() && !other.domains.empty()) {
    bits += BitsAt(weights_.domain_levels, DomainLevel::kDifferent);
  }
  if (!query_.phones.empty() && !other.phones.empty()) {
    bits += Scaled(BitsAt(weights_.phone_levels, PhoneLevel::kDifferent), share);
  }
  return bits + PlaceBits(other.address, share) + KindBits(other);
}

double CompanyCeiling::Bits(const FeatureSketch& other, NameOutlook names) const {
  if (names == NameOutlook::kOpen || MayShareIdentity(other)) return kCannotTell;
  const double share = ShareOf(names);
  double bits = NameBits(names);
  if (!query_.domains.empty() && other.Has(FeatureSketch::kCompanyDomain)) {
    bits += BitsAt(weights_.domain_levels, DomainLevel::kDifferent);
  }
  if (!query_.phones.empty() && other.Has(FeatureSketch::kCompanyPhone)) {
    bits += Scaled(BitsAt(weights_.phone_levels, PhoneLevel::kDifferent), share);
  }
  if (country_ != 0 && other.country != 0) {
    const CountryLevel level =
        country_ == other.country ? CountryLevel::kSame : CountryLevel::kDifferent;
    bits += Scaled(BitsAt(weights_.country_levels, level), share);
  }
  const AddressFeature& ours = query_.address;
  bits += share * PlaceBits(!ours.city.empty() && other.Has(FeatureSketch::kCity),
                            !ours.postal.empty() && other.Has(FeatureSketch::kPostal),
                            !ours.street.empty() && other.Has(FeatureSketch::kStreet));
  if (!query_.industry.empty() && other.Has(FeatureSketch::kIndustry)) {
    bits += MostBits(weights_.industry_levels);
  }
  if (query_.employees > 0 && other.Has(FeatureSketch::kEmployees)) {
    bits += MostBits(weights_.employees_levels);
  }
  return bits;
}

}  // namespace referee
