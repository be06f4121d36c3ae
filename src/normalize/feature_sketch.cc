#include "src/normalize/feature_sketch.h"

#include <algorithm>
#include <span>
#include <string>

#include "src/base/hash.h"

namespace referee {
namespace {

constexpr std::size_t kNumberDigits = 7;

// Keeps the first few different hashes.  False when there was no room for one.
bool Keep(ShortHash hash, std::span<ShortHash> kept) {
  for (ShortHash& place : kept) {
    if (place == hash) return true;
    if (place == 0) {
      place = hash;
      return true;
    }
  }
  return false;
}

class Sketcher {
 public:
  FeatureSketch Run(const Features& features) {
    SetIf(!features.person.empty(), FeatureSketch::kPerson);
    AddPerson(features.person);
    SetIf(!features.company.empty(), FeatureSketch::kCompany);
    AddCompany(features.company);
    for (const std::string& domain : features.company.domains) {
      Set(FeatureSketch::kCompanyDomain | FeatureSketch::kCorporateDomain);
      AddDomain(domain);
    }
    for (const EmailFeature& email : features.person.emails) {
      if (email.domain_class == DomainClass::kCorporate) Set(FeatureSketch::kCorporateDomain);
      AddDomain(email.domain);
    }
    return sketch_;
  }

 private:
  void Set(std::uint32_t flags) { sketch_.flags |= flags; }
  void SetIf(bool is_set, std::uint32_t flags) {
    if (is_set) Set(flags);
  }

  void AddDomain(std::string_view domain) {
    if (!domain.empty() && !Keep(ShortHashOf(domain), sketch_.domains)) {
      Set(FeatureSketch::kMoreDomains);
    }
  }

  void AddPhones(const std::vector<PhoneFeature>& phones, std::uint32_t flag) {
    for (const PhoneFeature& phone : phones) {
      Set(flag);
      const ShortHash number = ShortHashOfNumber(phone.e164);
      if (number != 0 && !Keep(number, sketch_.phones)) Set(FeatureSketch::kMorePhones);
    }
  }

  void AddPerson(const PersonFeatures& person) {
    sketch_.given = WordSketch(person.given);
    sketch_.family = WordSketch(person.family);
    sketch_.whole_name = ShortHashOfName(person.name_tokens);
    sketch_.phonetic = TinyHashOf(person.family_phonetic);
    sketch_.middle = TinyHashOf(person.middle);
    for (const std::uint32_t group : person.given_groups) {
      sketch_.groups = static_cast<std::uint8_t>(sketch_.groups | 1u << group % 8);
    }
    for (const EmailFeature& email : person.emails) {
      Set(sketch_.Has(FeatureSketch::kMailbox) ? FeatureSketch::kMoreMailboxes
                                               : FeatureSketch::kMailbox);
      SetIf(!email.from_own_name, FeatureSketch::kUnlikeMailbox);
    }
    if (!person.emails.empty()) {
      sketch_.address = ShortHashOf(person.emails[0].address);
      sketch_.local = ShortHashOf(person.emails[0].local);
    }
    AddPhones(person.phones, FeatureSketch::kPersonPhone);
    SetIf(!person.birth_date.empty(), FeatureSketch::kBirthDate);
    SetIf(!person.national_id.empty(), FeatureSketch::kNationalId);
    SetIf(!person.title.empty(), FeatureSketch::kTitle);
    SetIf(!person.suffix.empty(), FeatureSketch::kSuffix);
  }

  void AddCompany(const CompanyFeatures& company) {
    const std::size_t words = std::min(company.name_tokens.size(), FeatureSketch::kCompanyWords);
    for (std::size_t i = 0; i < words; ++i) {
      sketch_.company_words[i] = WordSketch(company.name_tokens[i]);
    }
    SetIf(words > 0, FeatureSketch::kCompanyName);
    SetIf(company.name_tokens.size() > words, FeatureSketch::kMoreWords);
    AddPhones(company.phones, FeatureSketch::kCompanyPhone);
    if (!company.registry_ids.empty()) {
      Set(FeatureSketch::kRegistryId);
      SetIf(company.registry_ids.size() > 1, FeatureSketch::kMoreRegistryIds);
      sketch_.registry_id = ShortHashOf(company.registry_ids[0].value);
    }
    sketch_.country = TinyHashOf(company.address.country);
    SetIf(!company.address.city.empty(), FeatureSketch::kCity);
    SetIf(!company.address.postal.empty(), FeatureSketch::kPostal);
    SetIf(!company.address.street.empty(), FeatureSketch::kStreet);
    SetIf(!company.industry.empty(), FeatureSketch::kIndustry);
    SetIf(company.employees > 0, FeatureSketch::kEmployees);
  }

  FeatureSketch sketch_;
};

}  // namespace

FeatureSketch SketchOf(const Features& features) { return Sketcher().Run(features); }

WordSketch::WordSketch(std::string_view word) {
  unsigned char all = 0;
  for (const char c : word) {
    all |= static_cast<unsigned char>(c);
    letters_ |= 1u << (static_cast<unsigned char>(c) & kLetter);
  }
  for (int i = 0; i < kPrefix && static_cast<std::size_t>(i) < word.size(); ++i) {
    const auto letter = static_cast<unsigned char>(word[static_cast<std::size_t>(i)]);
    rest_ |= (letter & kLetter) << i * kLetterBits;
  }
  rest_ |= std::min(static_cast<std::uint32_t>(word.size()), kLongest) << kSizeShift;
  if (all >= 0x80) rest_ |= 1u << kOtherShift;
}

ShortHash ShortHashOf(std::string_view text) {
  if (text.empty()) return 0;
  const auto hash = static_cast<ShortHash>(Hash64(text));
  return hash == 0 ? 1 : hash;
}

TinyHash TinyHashOf(std::string_view text) {
  if (text.empty()) return 0;
  const auto hash = static_cast<TinyHash>(Hash64(text));
  return hash == 0 ? 1 : hash;
}

ShortHash ShortHashOfNumber(std::string_view e164) {
  return ShortHashOf(e164.size() <= kNumberDigits ? e164
                                                  : e164.substr(e164.size() - kNumberDigits));
}

ShortHash ShortHashOfName(const std::vector<std::string>& sorted_tokens) {
  if (sorted_tokens.empty()) return 0;
  std::uint64_t hash = 0;
  for (const std::string& token : sorted_tokens) hash = Hash64(token, hash);
  const auto low = static_cast<ShortHash>(hash);
  return low == 0 ? 1 : low;
}

}  // namespace referee
