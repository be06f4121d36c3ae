#include "src/match/person_ceiling.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include "src/match/person_name_levels.h"
#include "src/match/phone_levels.h"
#include "src/match/sketched_words.h"
#include "src/match/term_bits.h"
#include "src/match/transcription.h"

namespace referee {
namespace {

constexpr double kCannotTell = std::numeric_limits<double>::infinity();

// At most, of names that are not equal.
double MostBitsBelowExact(const RateTable<NameLevel>& rates) {
  double most = 0;
  for (std::size_t i = static_cast<std::size_t>(NameLevel::kExact) + 1; i < rates.size(); ++i) {
    most = std::max(most, rates[i].bits);
  }
  return most;
}

bool IsInitialOf(std::string_view initial, std::string_view name) {
  return initial.size() == 1 && name.front() == initial.front();
}

bool ShareGroup(const PersonFeatures& a, const PersonView& b) {
  return std::any_of(a.given_groups.begin(), a.given_groups.end(), [&](std::uint32_t group) {
    return std::find(b.given_groups.begin(), b.given_groups.end(), group) != b.given_groups.end();
  });
}

bool MayBeTypingError(const EmailFeature& a, const EmailView& b) {
  const std::size_t longer = std::max(a.address.size(), b.address.size());
  const std::size_t shorter = std::min(a.address.size(), b.address.size());
  // A letter beyond ASCII has up to four bytes.
  return longer - shorter <= 4 && !a.from_own_name && !b.from_own_name;
}

bool HasCorporateDomain(const FeaturesView& features) {
  return !features.company.domains.empty() ||
         std::any_of(
             features.person.emails.begin(), features.person.emails.end(),
             [](const EmailView& email) { return email.domain_class == DomainClass::kCorporate; });
}

bool WorksUnder(const FeaturesView& features, std::string_view domain) {
  const auto& domains = features.company.domains;
  if (std::find(domains.begin(), domains.end(), domain) != domains.end()) return true;
  return std::any_of(features.person.emails.begin(), features.person.emails.end(),
                     [&](const EmailView& email) { return email.domain == domain; });
}

}  // namespace

PersonCeiling::PersonCeiling(const Model::Weights& weights, const TermStatistics& statistics,
                             const Features& query)
    : weights_(weights.person),
      person_(query.person),
      given_(query.person.given),
      family_(query.person.family) {
  const auto exact_bits = [&](const ValueRate& rate, Term term, std::string_view value) {
    return ValueBits(rate, weights_.population, statistics.People(), statistics.Count(term, value));
  };
  if (!person_.given.empty()) {
    given_bits_ = exact_bits(weights_.given, Term::kGivenName, person_.given);
  }
  if (!person_.family.empty()) {
    family_bits_ = exact_bits(weights_.family, Term::kFamilyName, person_.family);
  }
  given_near_bits_ = MostBitsBelowExact(weights_.given_levels);
  family_near_bits_ = MostBitsBelowExact(weights_.family_levels);
  const auto add_employer = [&](std::string_view domain) {
    const double bits = exact_bits(weights_.employer, Term::kDomain, domain);
    employers_.push_back({domain, std::max(bits, 0.0), ShortHashOf(domain)});
  };
  for (const std::string& domain : query.company.domains) add_employer(domain);
  for (const EmailFeature& email : person_.emails) {
    if (email.domain_class == DomainClass::kCorporate) add_employer(email.domain);
    mailboxes_.push_back(
        {ShortHashOf(email.address), ShortHashOf(email.local), ShortHashOf(email.domain)});
  }
  for (const PhoneFeature& phone : person_.phones) {
    phones_.push_back(ShortHashOfNumber(phone.e164));
  }
  sketch_ = SketchOf(query);
  middle_ = WordSketch(person_.middle);
  given_hash_ = TinyHashOf(person_.given);
}

bool PersonCeiling::SharesIdentity(const PersonView& other) const {
  for (const EmailFeature& ours : person_.emails) {
    for (const EmailView& theirs : other.emails) {
      if (ours.address == theirs.address) return true;
      if (ours.local == theirs.local && ours.domain == theirs.domain) return true;
    }
  }
  return MayShareNumber(person_.phones, other.phones);
}

// In whatever order or fields.
bool PersonCeiling::SharesWholeName(const PersonView& other) const {
  if (person_.given == other.given && person_.family == other.family) return true;
  if (person_.given == other.family && person_.family == other.given) return true;
  return std::equal(person_.name_tokens.begin(), person_.name_tokens.end(),
                    other.name_tokens.begin(), other.name_tokens.end());
}

double PersonCeiling::GivenBits(const PersonView& other, bool* is_different) const {
  if (person_.given.empty() || other.given.empty()) return 0;
  if (person_.given == other.given || AreTranscriptions(person_.given, other.given)) {
    return given_bits_;
  }
  const bool may_be_alike = IsInitialOf(person_.given, other.given) ||
                            IsInitialOf(other.given, person_.given) || ShareGroup(person_, other) ||
                            person_.given == other.middle || other.given == person_.middle ||
                            MayBeSpeltAlike(given_, SpeltWord(other.given));
  *is_different = !may_be_alike;
  return may_be_alike ? given_near_bits_ : BitsAt(weights_.given_levels, NameLevel::kDifferent);
}

double PersonCeiling::FamilyBits(const PersonView& other, bool* is_different) const {
  if (person_.family.empty() || other.family.empty()) return 0;
  if (person_.family == other.family || AreTranscriptions(person_.family, other.family)) {
    return family_bits_;
  }
  const bool may_be_alike = person_.family_phonetic == other.family_phonetic ||
                            MayBeSpeltAlike(family_, SpeltWord(other.family));
  *is_different = !may_be_alike;
  return may_be_alike ? family_near_bits_ : BitsAt(weights_.family_levels, NameLevel::kDifferent);
}

double PersonCeiling::NameBits(const PersonView& other) const {
  bool given_differs = false, family_differs = false;
  double bits = GivenBits(other, &given_differs) + FamilyBits(other, &family_differs);
  const double neither = BitsAt(weights_.whole_name_levels, WholeNameLevel::kDifferent);
  bits += given_differs && family_differs ? neither : std::max(neither, 0.0);
  if (!person_.middle.empty() && !other.middle.empty()) bits += MostBits(weights_.middle_levels);
  if (!person_.suffix.empty() && !other.suffix.empty()) bits += MostBits(weights_.suffix_levels);
  return bits;
}

double PersonCeiling::EmailBits(const PersonView& other) const {
  if (person_.emails.empty() || other.emails.empty()) return 0;
  double bits = BitsAt(weights_.email_levels, EmailLevel::kDifferent);
  for (const EmailFeature& ours : person_.emails) {
    for (const EmailView& theirs : other.emails) {
      if (ours.local == theirs.local) {
        bits = std::max(bits, BitsAt(weights_.email_levels, EmailLevel::kSameDesk));
      }
      if (MayBeTypingError(ours, theirs)) {
        bits = std::max(bits, BitsAt(weights_.email_levels, EmailLevel::kOneEdit));
      }
    }
  }
  return bits;
}

// Of companies that are not known to share a domain.
double PersonCeiling::OtherEmployerBits(bool has_domain, NameOutlook companies) const {
  const double differs = BitsAt(weights_.employer_levels, EmployerLevel::kDifferent);
  if (companies == NameOutlook::kOpen) {
    const double same = BitsAt(weights_.employer_levels, EmployerLevel::kSameName);
    return std::max({same, differs, 0.0});
  }
  const bool both_have_one = has_domain && sketch_.Has(FeatureSketch::kCorporateDomain);
  return companies == NameOutlook::kApart || both_have_one ? differs : 0;
}

double PersonCeiling::EmployerBits(const FeaturesView& other, NameOutlook companies) const {
  double shared = -1;
  for (const Employer& employer : employers_) {
    if (WorksUnder(other, employer.domain)) shared = std::max(shared, employer.bits);
  }
  return shared >= 0 ? shared : OtherEmployerBits(HasCorporateDomain(other), companies);
}

double PersonCeiling::RestBits(const FeaturesView& other) const {
  const PersonView& theirs = other.person;
  double bits = 0;
  if (!person_.phones.empty() && !theirs.phones.empty()) {
    bits += BitsAt(weights_.phone_levels, PhoneLevel::kDifferent);
  }
  if (!person_.birth_date.empty() && !theirs.birth_date.empty()) {
    bits += MostBits(weights_.birth_date_levels);
  }
  if (!person_.national_id.empty() && !theirs.national_id.empty()) {
    bits += MostBits(weights_.national_id_levels);
  }
  if (!person_.title.empty() && !theirs.title.empty()) {
    bits += person_.title == theirs.title ? MostBits(weights_.title_levels)
                                          : BitsAt(weights_.title_levels, TitleLevel::kDifferent);
  }
  return bits + MostBits(weights_.country_levels);
}

double PersonCeiling::Bits(const FeaturesView& other, NameOutlook companies) const {
  if (SharesIdentity(other.person) || SharesWholeName(other.person)) return kCannotTell;
  return NameBits(other.person) + EmailBits(other.person) + EmployerBits(other, companies) +
         RestBits(other);
}

bool PersonCeiling::MayShareIdentity(const FeatureSketch& other) const {
  const auto has = [](const auto& hashes, ShortHash hash) {
    return hash != 0 && std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
  };
  if (!mailboxes_.empty() && other.Has(FeatureSketch::kMoreMailboxes)) return true;
  for (const Mailbox& ours : mailboxes_) {
    if (other.Has(FeatureSketch::kMailbox) && ours.address == other.address) return true;
    if (ours.local == other.local && has(other.domains, ours.domain)) return true;
  }
  if (phones_.empty()) return false;
  return other.Has(FeatureSketch::kMorePhones) ||
         std::any_of(phones_.begin(), phones_.end(),
                     [&](ShortHash phone) { return has(other.phones, phone); });
}

bool PersonCeiling::MayShareWholeName(const FeatureSketch& other) const {
  return sketch_.whole_name == other.whole_name ||
         (sketch_.given == other.given && sketch_.family == other.family) ||
         (sketch_.given == other.family && sketch_.family == other.given);
}

double PersonCeiling::GivenBits(const FeatureSketch& other, bool* is_different) const {
  const WordSketch& ours = sketch_.given;
  const WordSketch& theirs = other.given;
  if (ours.empty() || theirs.empty()) return 0;
  if (ours == theirs || MayBeTranscriptions(ours, theirs)) {
    return std::max(given_bits_, given_near_bits_);
  }
  const bool has_initial = ours.size() == 1 || theirs.size() == 1;
  const bool may_be_alike = (has_initial && ours.CommonPrefix(theirs) > 0) ||
                            (sketch_.groups & other.groups) != 0 || given_hash_ == other.middle ||
                            theirs == middle_ || MayBeSpeltAlike(ours, theirs);
  *is_different = !may_be_alike;
  return may_be_alike ? given_near_bits_ : BitsAt(weights_.given_levels, NameLevel::kDifferent);
}

double PersonCeiling::FamilyBits(const FeatureSketch& other, bool* is_different) const {
  const WordSketch& ours = sketch_.family;
  const WordSketch& theirs = other.family;
  if (ours.empty() || theirs.empty()) return 0;
  if (ours == theirs || MayBeTranscriptions(ours, theirs)) {
    return std::max(family_bits_, family_near_bits_);
  }
  const bool may_be_alike = sketch_.phonetic == other.phonetic || MayBeSpeltAlike(ours, theirs);
  *is_different = !may_be_alike;
  return may_be_alike ? family_near_bits_ : BitsAt(weights_.family_levels, NameLevel::kDifferent);
}

double PersonCeiling::EmailBits(const FeatureSketch& other) const {
  if (mailboxes_.empty() || !other.Has(FeatureSketch::kMailbox)) return 0;
  double bits = BitsAt(weights_.email_levels, EmailLevel::kDifferent);
  const auto shares_local = [&](const Mailbox& ours) { return ours.local == other.local; };
  if (std::any_of(mailboxes_.begin(), mailboxes_.end(), shares_local)) {
    bits = std::max(bits, BitsAt(weights_.email_levels, EmailLevel::kSameDesk));
  }
  if (sketch_.Has(FeatureSketch::kUnlikeMailbox) && other.Has(FeatureSketch::kUnlikeMailbox)) {
    bits = std::max(bits, BitsAt(weights_.email_levels, EmailLevel::kOneEdit));
  }
  return bits;
}

double PersonCeiling::EmployerBits(const FeatureSketch& other, NameOutlook companies) const {
  double bits = OtherEmployerBits(other.Has(FeatureSketch::kCorporateDomain), companies);
  for (const Employer& employer : employers_) {
    if (other.Has(FeatureSketch::kMoreDomains) || employer.hash == other.domains[0] ||
        employer.hash == other.domains[1]) {
      bits = std::max(bits, employer.bits);
    }
  }
  return bits;
}

double PersonCeiling::RestBits(const FeatureSketch& other) const {
  const std::uint32_t both = sketch_.flags & other.flags;
  double bits = MostBits(weights_.country_levels);
  if ((both & FeatureSketch::kPersonPhone) != 0) {
    bits += BitsAt(weights_.phone_levels, PhoneLevel::kDifferent);
  }
  if ((both & FeatureSketch::kBirthDate) != 0) bits += MostBits(weights_.birth_date_levels);
  if ((both & FeatureSketch::kNationalId) != 0) bits += MostBits(weights_.national_id_levels);
  if ((both & FeatureSketch::kTitle) != 0) bits += MostBits(weights_.title_levels);
  return bits;
}

double PersonCeiling::Bits(const FeatureSketch& other, NameOutlook companies) const {
  if (MayShareIdentity(other) || MayShareWholeName(other)) return kCannotTell;
  bool given_differs = false, family_differs = false;
  double bits = GivenBits(other, &given_differs) + FamilyBits(other, &family_differs);
  const double neither = BitsAt(weights_.whole_name_levels, WholeNameLevel::kDifferent);
  bits += given_differs && family_differs ? neither : std::max(neither, 0.0);
  if (!middle_.empty() && other.middle != 0) bits += MostBits(weights_.middle_levels);
  if ((sketch_.flags & other.flags & FeatureSketch::kSuffix) != 0) {
    bits += MostBits(weights_.suffix_levels);
  }
  return bits + EmailBits(other) + EmployerBits(other, companies) + RestBits(other);
}

}  // namespace referee
