#include "tests/reference/index/scan.h"

#include <algorithm>
#include <vector>

#include "src/normalize/company_name.h"
#include "src/normalize/normalize.h"
#include "src/normalize/person_name.h"

namespace referee::reference {
namespace {

using Texts = std::set<std::string>;

bool Meet(const Texts& a, const Texts& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& text) { return b.contains(text); });
}

bool SameText(const std::string& a, const std::string& b) { return !a.empty() && a == b; }

Texts Ends(const std::vector<PhoneFeature>& phones) {
  Texts out;
  for (const PhoneFeature& phone : phones) {
    out.insert(phone.e164.size() > 9 ? phone.e164.substr(phone.e164.size() - 9) : phone.e164);
  }
  return out;
}

Texts Mailboxes(const PersonFeatures& person) {
  Texts out;
  for (const EmailFeature& email : person.emails) out.insert(email.address);
  return out;
}

bool SamePerson(const Features& x, const Features& y) {
  const PersonFeatures &a = x.person, &b = y.person;
  if (a.empty() || b.empty()) return false;
  if (Meet(Mailboxes(a), Mailboxes(b)) || Meet(Ends(a.phones), Ends(b.phones))) return true;
  if (SameText(a.national_id, b.national_id)) return true;
  if (a.name_tokens.size() > 1 && a.name_tokens == b.name_tokens) return true;
  const bool same_sound = SameText(a.family_phonetic, b.family_phonetic);
  if (same_sound && !a.given.empty() && !b.given.empty() && a.given[0] == b.given[0]) return true;
  const bool share_nickname =
      std::any_of(a.given_groups.begin(), a.given_groups.end(), [&](std::uint32_t group) {
        return std::find(b.given_groups.begin(), b.given_groups.end(), group) !=
               b.given_groups.end();
      });
  if (share_nickname && SameText(a.family, b.family)) return true;
  const CompanyFeatures &at = x.company, &bt = y.company;
  const Texts domains_a(at.domains.begin(), at.domains.end());
  if (same_sound && Meet(domains_a, {bt.domains.begin(), bt.domains.end()})) return true;
  if (same_sound && !at.name_tokens.empty() && !bt.name_tokens.empty() &&
      at.name_tokens[0] == bt.name_tokens[0]) {
    return true;
  }
  return SameText(a.family, b.family) && SameText(at.address.postal, bt.address.postal);
}

// The first four words that tell something.
std::vector<std::string> TellingWords(const CompanyFeatures& company) {
  std::vector<std::string> out;
  for (const std::string& token : company.name_tokens) {
    if (!IsDescriptor(token) && out.size() < 4) out.push_back(token);
  }
  return out;
}

bool MeetInName(const CompanyFeatures& a, const CompanyFeatures& b) {
  if (SameText(a.name, b.name)) return true;
  for (const std::string& x : TellingWords(a)) {
    for (const std::string& y : TellingWords(b)) {
      if (x == y || SameText(PhoneticCode(x), PhoneticCode(y))) return true;
    }
  }
  const auto acronyms = [](const CompanyFeatures& company) {
    Texts out;
    if (!company.acronym.empty()) out.insert(company.acronym);
    if (company.name_tokens.size() == 1) out.insert(company.name_tokens[0]);
    return out;
  };
  return Meet(acronyms(a), acronyms(b));
}

bool SameCompany(const Features& x, const Features& y) {
  const CompanyFeatures &a = x.company, &b = y.company;
  if (a.empty() || b.empty()) return false;
  for (const RegistryFeature& id : a.registry_ids) {
    for (const RegistryFeature& other : b.registry_ids) {
      if (SameText(id.kind, other.kind) && id.value == other.value) return true;
    }
  }
  const auto says_company = [](const Features& f) {
    return !f.domains_from_email || !f.company.name_tokens.empty();
  };
  if (says_company(x) && says_company(y) &&
      Meet({a.domains.begin(), a.domains.end()}, {b.domains.begin(), b.domains.end()})) {
    return true;
  }
  if (MeetInName(a, b) || Meet(Ends(a.phones), Ends(b.phones))) return true;
  const auto place = [](const AddressFeature& address) {
    return address.postal.empty() ? address.city : address.postal;
  };
  return SameText(a.address.street, b.address.street) && place(a.address) == place(b.address) &&
         SameText(a.address.house_number, b.address.house_number);
}

// The ids that a record gives for one kind of reference.
struct TargetsOf {
  Reference reference;
  Texts operator()(const Contact& r) const { return If(Reference::kPersonCompany, r.company_id); }
  Texts operator()(const Lead& r) const { return If(Reference::kPersonCompany, r.company_id); }
  Texts operator()(const Account& r) const {
    Texts out = If(Reference::kAccountParent, r.parent_id);
    out.merge(If(Reference::kAccountParent, r.ultimate_parent_id));
    return out;
  }
  Texts operator()(const Opportunity& r) const {
    if (reference == Reference::kOpportunityPerson) {
      return {r.person_ids.get().begin(), r.person_ids.get().end()};
    }
    return If(Reference::kOpportunityCompany, r.company_id);
  }
  Texts operator()(const DealRegistration& r) const {
    Texts out = If(Reference::kRegistrationCompany, r.company_id);
    out.merge(If(Reference::kRegistrationPartner, r.partner_id));
    return out;
  }
  Texts operator()(const Touch& r) const {
    Texts out = If(Reference::kTouchPerson, r.person_id);
    out.merge(If(Reference::kTouchCompany, r.company_id));
    return out;
  }
  Texts operator()(const Reward& r) const {
    Texts out = If(Reference::kRewardCompany, r.company_id);
    out.merge(If(Reference::kRewardReferral, r.referral_id));
    return out;
  }
  Texts operator()(const Merge& r) const {
    Texts out = If(Reference::kMergeWinner, r.winner_id);
    out.merge(If(Reference::kMergeLoser, r.loser.get().id));
    return out;
  }
  Texts operator()(const Approval& r) const {
    return If(Reference::kApprovalReferral, r.referral_id);
  }
  Texts operator()(const Partner&) const { return {}; }
  Texts operator()(const User&) const { return {}; }
  Texts operator()(const Territory&) const { return {}; }

  Texts If(Reference asked, const Text& id) const {
    return asked == reference && id.has() ? Texts{*id} : Texts();
  }
};

bool IsSearched(RecordType type) {
  return type == RecordType::kAccount || type == RecordType::kContact ||
         type == RecordType::kLead || type == RecordType::kTouch;
}

}  // namespace

bool ShareAValue(const Features& a, const Features& b) {
  return SamePerson(a, b) || SameCompany(a, b);
}

void Scan::Upsert(const Record& record) { records_[{TypeOf(record), IdOf(record)}] = record; }

bool Scan::Remove(RecordType type, const std::string& id) { return records_.erase({type, id}) > 0; }

std::vector<Record> Scan::records() const {
  std::vector<Record> all;
  for (const auto& [identity, record] : records_) all.push_back(record);
  return all;
}

Identities Scan::All(RecordType type) const {
  Identities out;
  for (const auto& [identity, record] : records_) {
    if (identity.first == type) out.insert(identity);
  }
  return out;
}

Identities Scan::Candidates(const Features& query) const {
  Identities out;
  for (const auto& [identity, record] : records_) {
    if (IsSearched(identity.first) && ShareAValue(query, NormalizeRecord(record))) {
      out.insert(identity);
    }
  }
  return out;
}

Identities Scan::Referring(Reference reference, std::string_view target) const {
  Identities out;
  for (const auto& [identity, record] : records_) {
    if (std::visit(TargetsOf{reference}, record).contains(std::string(target))) {
      out.insert(identity);
    }
  }
  return out;
}

}  // namespace referee::reference
