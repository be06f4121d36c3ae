#include "src/attribution/source_party.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "src/attribution/scope.h"

namespace referee {
namespace {

struct Named {
  const Partner* partner = nullptr;
  const PartnerUser* user = nullptr;
};

// The one partner whose user this was at receipt.  Two partners that claim the id name nobody,
// even where only one of them was valid: an id is unique or it is no name.
Named FindByUser(const Snapshot& records, std::string_view user_id, const Instant& at) {
  Named found;
  bool is_ambiguous = false;
  const Partner* owner = nullptr;
  for (const auto& partner : records.ScanPartners()) {
    for (const PartnerUser& user : partner->users.get()) {
      if (!user.id.has() || *user.id != user_id) continue;
      records.NoteFound(RecordType::kPartner, partner->id);
      is_ambiguous = is_ambiguous || (owner != nullptr && owner != partner.get());
      owner = partner.get();
      if (Covers(user.valid, at)) found = {partner.get(), &user};
    }
  }
  return is_ambiguous ? Named{} : found;
}

// The partner that codes and tracked touches of the submission name, if they all name one.
const Partner* FindByLink(const Snapshot& records, const Submission& submission,
                          const Instant& receipt) {
  std::vector<const Partner*> named;
  if (submission.referral_code.has()) {
    named.push_back(FindPartnerByCode(records, *submission.referral_code));
  }
  for (const Touch& touch : submission.touches.get()) {
    if (!IsTracked(touch)) continue;
    if (touch.at.has() && touch.at->instant > receipt) continue;
    named.push_back(PartnerOfTouch(records, touch));
  }
  const Partner* found = nullptr;
  for (const Partner* partner : named) {
    if (partner == nullptr) continue;
    if (found != nullptr && found != partner) return nullptr;
    found = partner;
  }
  return found;
}

bool HasNameOrEmail(const Person& person) {
  return person.first_name.has() || person.last_name.has() || person.full_name.has() ||
         (person.emails.has() && !person.emails->empty());
}

}  // namespace

const PartnerUser* FindValidUser(const Partner& partner, std::string_view id, const Instant& at) {
  for (const PartnerUser& user : partner.users.get()) {
    if (user.id.has() && *user.id == id && Covers(user.valid, at)) return &user;
  }
  return nullptr;
}

void FindReferrer(const Snapshot& records, const Submission& submission, SourceParty* source) {
  if (!submission.referrer.has()) return;
  const Referrer& referrer = *submission.referrer;
  if (referrer.person.has()) {
    source->referrer = referrer.person;
    source->referrer_known = HasNameOrEmail(*referrer.person);
  }
  if (!referrer.id.has()) return;
  source->referrer_id = *referrer.id;
  const RecordNo contact = records.Find(RecordType::kContact, *referrer.id);
  if (contact != kNoRecord) {
    source->referrer = std::get<Contact>(records.RecordAt(contact)).person;
    source->referrer_known = true;
    return;
  }
  const RecordNo lead = records.Find(RecordType::kLead, *referrer.id);
  if (lead == kNoRecord) return;
  source->referrer = std::get<Lead>(records.RecordAt(lead)).person;
  source->referrer_known = true;
}

const Partner* FindPartnerByCode(const Snapshot& records, std::string_view code) {
  const std::string wanted = FoldedText(code);
  if (wanted.empty()) return nullptr;
  const Partner* found = nullptr;
  for (const auto& partner : records.ScanPartners()) {
    for (const std::string& known : partner->referral_codes.get()) {
      if (FoldedText(known) != wanted) continue;
      records.NoteFound(RecordType::kPartner, partner->id);
      if (found != nullptr && found != partner.get()) return nullptr;
      found = partner.get();
    }
  }
  return found;
}

const Partner* PartnerOfTouch(const Snapshot& records, const Touch& touch) {
  if (touch.partner_id.has()) {
    const Partner* partner = records.FindPartner(*touch.partner_id);
    if (partner != nullptr) return partner;
  }
  return touch.referral_code.has() ? FindPartnerByCode(records, *touch.referral_code) : nullptr;
}

bool IsTracked(const Touch& touch) {
  const std::string& kind = touch.kind.get();
  return kind == "link_click" || kind == "utm" || kind == "marketplace" ||
         touch.referral_code.has();
}

bool IsPartnerSource(std::string_view lead_source) {
  std::string folded = FoldedText(lead_source);
  std::replace(folded.begin(), folded.end(), ' ', '_');
  return folded == "partner" || folded == "referral" || folded == "partner_referral";
}

SourceParty FindSource(const Snapshot& records, const Submission& submission,
                       const Instant& receipt) {
  SourceParty source;
  if (submission.partner_id.has()) source.partner = records.FindPartner(*submission.partner_id);
  if (submission.submitted_by.has()) {
    if (source.partner != nullptr) {
      source.partner_user = FindValidUser(*source.partner, *submission.submitted_by, receipt);
    } else {
      const Named named = FindByUser(records, *submission.submitted_by, receipt);
      source.partner = named.partner;
      source.partner_user = named.user;
    }
  }
  if (source.partner == nullptr) {
    source.partner = FindByLink(records, submission, receipt);
    source.named_by_link_only = source.partner != nullptr;
  } else if (submission.channel.get() == "link" && source.partner_user == nullptr) {
    source.named_by_link_only = true;
  }
  FindReferrer(records, submission, &source);
  return source;
}

}  // namespace referee
