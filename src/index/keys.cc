#include "src/index/keys.h"

#include <algorithm>
#include <array>
#include <string>

#include "src/base/hash.h"
#include "src/normalize/company_name.h"
#include "src/normalize/person_name.h"

namespace referee {
namespace {

// Seeds keep the families and kinds of keys apart.
constexpr std::uint64_t kIdentitySeed = 0x1000;
constexpr std::uint64_t kReferenceSeed = 0x2000;
constexpr std::uint64_t kBlockingSeed = 0x3000;
constexpr std::uint64_t kTermSeed = 0x4000;

constexpr std::size_t kPhoneDigits = 9;
// Tokens that name a company; more say little and cost space.
constexpr std::size_t kMostTokens = 4;

class KeyWriter {
 public:
  explicit KeyWriter(std::vector<BlockingKey>* out) : out_(out) {}

  void Add(KeyKind kind, std::string_view value) {
    if (!value.empty()) out_->push_back({kind, Hash64(value, Seed(kind))});
  }
  // A conjunction; nothing when one part is missing.
  void Add(KeyKind kind, std::string_view first, std::string_view second) {
    if (first.empty() || second.empty()) return;
    out_->push_back({kind, Hash64(second, Hash64(first, Seed(kind)))});
  }

 private:
  static std::uint64_t Seed(KeyKind kind) {
    return kBlockingSeed + static_cast<std::uint64_t>(kind);
  }
  std::vector<BlockingKey>* out_;
};

std::string_view LastDigits(std::string_view number) {
  return number.size() <= kPhoneDigits ? number : number.substr(number.size() - kPhoneDigits);
}

void AddPersonKeys(const Features& features, KeyWriter& writer) {
  const PersonFeatures& person = features.person;
  const CompanyFeatures& company = features.company;
  for (const EmailFeature& email : person.emails) writer.Add(KeyKind::kEmail, email.address);
  for (const PhoneFeature& phone : person.phones) {
    writer.Add(KeyKind::kPhone, LastDigits(phone.e164));
  }
  writer.Add(KeyKind::kNationalId, person.national_id);
  if (person.name_tokens.size() > 1) {
    std::string full;
    for (const std::string& token : person.name_tokens) full += token + ' ';
    writer.Add(KeyKind::kFullName, full);
  }
  if (!person.given.empty()) {
    writer.Add(KeyKind::kInitialAndSound, std::string_view(person.given).substr(0, 1),
               person.family_phonetic);
    for (const std::uint32_t group : person.given_groups) {
      writer.Add(KeyKind::kNicknameAndFamily, std::to_string(group), person.family);
    }
  }
  for (const std::string& domain : company.domains) {
    writer.Add(KeyKind::kDomainAndSound, domain, person.family_phonetic);
  }
  if (!company.name_tokens.empty()) {
    writer.Add(KeyKind::kSoundAndCompany, person.family_phonetic, company.name_tokens[0]);
  }
  writer.Add(KeyKind::kFamilyAndPostal, person.family, company.address.postal);
}

void AddCompanyNameKeys(const CompanyFeatures& company, KeyWriter& writer) {
  writer.Add(KeyKind::kCompanyName, company.name);
  std::size_t used = 0;
  for (const std::string& token : company.name_tokens) {
    if (IsDescriptor(token) || used == kMostTokens) continue;
    ++used;
    writer.Add(KeyKind::kCompanyToken, token);
    writer.Add(KeyKind::kCompanySound, PhoneticCode(token));
    writer.Add(KeyKind::kCompanyTokenAndCity, token, company.address.city);
  }
  writer.Add(KeyKind::kAcronym, company.acronym);
  if (company.name_tokens.size() == 1) writer.Add(KeyKind::kAcronym, company.name_tokens[0]);
}

void AddCompanyKeys(const Features& features, KeyWriter& writer) {
  const CompanyFeatures& company = features.company;
  for (const RegistryFeature& id : company.registry_ids) {
    writer.Add(KeyKind::kRegistryId, id.kind, id.value);
  }
  // A person's mailbox alone does not make the record one of the company's.
  const bool is_company = !features.domains_from_email || !company.name_tokens.empty();
  if (is_company) {
    for (const std::string& domain : company.domains) writer.Add(KeyKind::kCompanyDomain, domain);
  }
  AddCompanyNameKeys(company, writer);
  for (const PhoneFeature& phone : company.phones) {
    writer.Add(KeyKind::kCompanyPhone, LastDigits(phone.e164));
  }
  const AddressFeature& address = company.address;
  // A house number without a street is no place.
  if (!address.street.empty()) {
    writer.Add(KeyKind::kStreetAndNumber,
               address.street + ' ' + (address.postal.empty() ? address.city : address.postal),
               address.house_number);
  }
}

// Collects the references of the record types.
struct ReferenceWriter {
  std::vector<std::uint64_t>* out;

  void Add(Reference reference, const Text& target) const {
    if (target.has()) out->push_back(ReferenceKey(reference, *target));
  }
  void operator()(const Contact& r) const { Add(Reference::kPersonCompany, r.company_id); }
  void operator()(const Lead& r) const { Add(Reference::kPersonCompany, r.company_id); }
  void operator()(const Account& r) const {
    Add(Reference::kAccountParent, r.parent_id);
    if (!(r.parent_id == r.ultimate_parent_id)) {
      Add(Reference::kAccountParent, r.ultimate_parent_id);
    }
  }
  void operator()(const Opportunity& r) const {
    Add(Reference::kOpportunityCompany, r.company_id);
    for (const std::string& person : r.person_ids.get()) {
      Add(Reference::kOpportunityPerson, Text(person));
    }
  }
  void operator()(const DealRegistration& r) const {
    Add(Reference::kRegistrationCompany, r.company_id);
    Add(Reference::kRegistrationPartner, r.partner_id);
  }
  void operator()(const Touch& r) const {
    Add(Reference::kTouchPerson, r.person_id);
    Add(Reference::kTouchCompany, r.company_id);
  }
  void operator()(const Reward& r) const {
    Add(Reference::kRewardCompany, r.company_id);
    Add(Reference::kRewardReferral, r.referral_id);
  }
  void operator()(const Merge& r) const {
    Add(Reference::kMergeWinner, r.winner_id);
    Add(Reference::kMergeLoser, r.loser->id);
  }
  void operator()(const Approval& r) const { Add(Reference::kApprovalReferral, r.referral_id); }
  void operator()(const Partner&) const {}
  void operator()(const User&) const {}
  void operator()(const Territory&) const {}
};

// The company's own domains; where a person is described who works there, else the domain of the
// person's corporate mailboxes.
std::vector<std::string> DomainsOf(const Features& features) {
  if (!features.company.domains.empty()) return features.company.domains;
  std::vector<std::string> domains;
  for (const EmailFeature& email : features.person.emails) {
    if (email.domain_class == DomainClass::kCorporate) domains.push_back(email.domain);
  }
  return domains;
}

}  // namespace

void AppendBlockingKeys(const Features& features, std::vector<BlockingKey>* out) {
  KeyWriter writer(out);
  if (!features.person.empty()) AddPersonKeys(features, writer);
  if (!features.company.empty()) AddCompanyKeys(features, writer);
  // Two tokens may sound alike: each key once.
  std::sort(out->begin(), out->end(), [](const BlockingKey& a, const BlockingKey& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.kind < b.kind;
  });
  out->erase(
      std::unique(out->begin(), out->end(),
                  [](const BlockingKey& a, const BlockingKey& b) { return a.hash == b.hash; }),
      out->end());
}

bool IsNeverSkipped(KeyKind kind) {
  return kind == KeyKind::kCompanyDomain || kind == KeyKind::kCompanyName;
}

std::string_view KeyKindName(KeyKind kind) {
  constexpr std::array<std::string_view, 18> kNames = {"email",
                                                       "phone",
                                                       "full_name",
                                                       "initial_and_sound",
                                                       "nickname_and_family",
                                                       "domain_and_sound",
                                                       "sound_and_company",
                                                       "family_and_postal",
                                                       "national_id",
                                                       "registry_id",
                                                       "company_domain",
                                                       "company_name",
                                                       "company_token",
                                                       "company_sound",
                                                       "company_token_and_city",
                                                       "acronym",
                                                       "street_and_number",
                                                       "company_phone"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::uint64_t IdentityKey(RecordType type, std::string_view id) {
  return Hash64(id, kIdentitySeed + static_cast<std::uint64_t>(type));
}

std::uint64_t ReferenceKey(Reference reference, std::string_view target) {
  return Hash64(target, kReferenceSeed + static_cast<std::uint64_t>(reference));
}

std::uint64_t TermKey(Term term, std::string_view value) {
  return Hash64(value, kTermSeed + static_cast<std::uint64_t>(term));
}

void AppendReferenceKeys(const Record& record, std::vector<std::uint64_t>* out) {
  std::visit(ReferenceWriter{out}, record);
}

void AppendReferenceKeys(const Submission& submission, std::string_view referral_id,
                         std::vector<std::uint64_t>* out) {
  if (!referral_id.empty()) {
    out->push_back(ReferenceKey(Reference::kSubmissionReferral, referral_id));
  }
  ReferenceWriter{out}.Add(Reference::kSubmissionPartner, submission.partner_id);
  for (const Evidence& evidence : submission.evidence.get()) {
    ReferenceWriter{out}.Add(Reference::kEvidence, evidence.id);
  }
}

void AppendTermKeys(const Features& features, std::vector<std::uint64_t>* out) {
  const std::size_t first = out->size();
  const auto add = [&](Term term, std::string_view value) {
    if (!value.empty()) out->push_back(TermKey(term, value));
  };
  const PersonFeatures& person = features.person;
  const CompanyFeatures& company = features.company;
  add(Term::kGivenName, person.given);
  add(Term::kFamilyName, person.family);
  if (!person.given.empty() && !person.family.empty()) {
    add(Term::kFullName, person.given + ' ' + person.family);
  }
  for (const EmailFeature& email : person.emails) add(Term::kEmail, email.address);
  for (const PhoneFeature& phone : person.phones) add(Term::kPhone, phone.e164);
  for (const PhoneFeature& phone : company.phones) add(Term::kPhone, phone.e164);
  for (const std::string& domain : company.domains) add(Term::kDomain, domain);
  add(Term::kCompanyName, company.name);
  if (!company.name.empty()) {
    for (const std::string& domain : DomainsOf(features)) {
      add(Term::kNameAndDomain, NameAndDomain(company.name, domain));
    }
  }
  for (const std::string& token : company.name_tokens) add(Term::kCompanyToken, token);
  add(Term::kStreet, company.address.street);
  add(Term::kPostal, company.address.postal);
  add(Term::kCity, company.address.city);
  for (const RegistryFeature& id : company.registry_ids) add(Term::kRegistryId, id.value);
  const auto begin = out->begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(begin, out->end());
  out->erase(std::unique(begin, out->end()), out->end());
}

}  // namespace referee
