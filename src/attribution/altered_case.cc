#include "src/attribution/altered_case.h"

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

#include "src/attribution/source_party.h"

namespace referee {
namespace {

bool IsText(const FactValue& value) { return std::holds_alternative<std::string>(value); }
bool IsAbsent(const FactValue& value) { return std::holds_alternative<std::monostate>(value); }
const std::string& TextOf(const FactValue& value) { return std::get<std::string>(value); }

bool Assign(const FactValue& value, Moment* field) {
  if (IsAbsent(value)) {
    *field = Moment();
    return true;
  }
  if (!IsText(value)) return false;
  const auto instant = ParseInstant(TextOf(value));
  if (instant.ok()) *field = Time{*instant, TextOf(value)};
  return instant.ok();
}

bool Assign(const FactValue& value, CalendarDate* field) {
  if (!IsText(value)) return false;
  const auto day = ParseDay(TextOf(value));
  if (day.ok()) *field = Date{*day, TextOf(value)};
  return day.ok();
}

bool Assign(const FactValue& value, Text* field) {
  if (!IsAbsent(value) && !IsText(value)) return false;
  *field = IsAbsent(value) ? Text() : Text(TextOf(value));
  return true;
}

bool Assign(const FactValue& value, Flag* field) {
  const bool* flag = std::get_if<bool>(&value);
  if (flag == nullptr && !IsAbsent(value)) return false;
  *field = flag == nullptr ? Flag() : Flag(*flag);
  return true;
}

bool Assign(const FactValue& value, Integer* field) {
  const auto* number = std::get_if<std::int64_t>(&value);
  if (number == nullptr || *number < INT32_MIN || *number > INT32_MAX) return false;
  *field = static_cast<std::int32_t>(*number);
  return true;
}

bool Assign(const FactValue& value, Money* field) {
  const Amount* amount = std::get_if<Amount>(&value);
  if (amount == nullptr) return false;
  *field = *amount;
  return true;
}

// A list of texts is one text with commas in facts.
bool Assign(const FactValue& value, TextList* field) {
  if (!IsAbsent(value) && !IsText(value)) return false;
  std::vector<std::string> texts;
  std::string_view left = IsAbsent(value) ? std::string_view() : TextOf(value);
  while (!left.empty()) {
    const std::size_t comma = std::min(left.find(", "), left.size());
    texts.emplace_back(left.substr(0, comma));
    left.remove_prefix(std::min(comma + 2, left.size()));
  }
  *field = std::move(texts);
  return true;
}

// Which of several values under one path is meant.
bool IsMeant(const Moment& field, const FactChange& change) {
  return IsAbsent(change.from)
             ? !field.has()
             : field.has() && IsText(change.from) && field->text == TextOf(change.from);
}

// Calls `edit` with every copy of the record that `id` names, and keeps what each was.
template <typename Edit>
class Editing {
 public:
  Editing(const std::string& id, Edit edit, Undo* undo)
      : id_(id), edit_(std::move(edit)), undo_(undo) {}

  template <typename Record>
  void One(Record* record) {
    if (record->id != id_) return;
    undo_->Keep(record);
    edited_ = edit_(record) || edited_;
  }
  template <typename Record>
  void All(std::vector<Record>* records) {
    for (Record& record : *records) One(&record);
  }
  template <typename Record>
  void All(std::vector<Known<Record>>* records) {
    for (Known<Record>& known : *records) One(&known.record);
  }

  bool edited() const { return edited_; }

 private:
  const std::string& id_;
  Edit edit_;
  Undo* undo_;
  bool edited_ = false;
};

template <typename Edit>
bool EditRegistration(Case* c, Editing<Edit> editing) {
  editing.All(&c->registrations);
  editing.All(&c->partner_registrations);
  for (FamilyMember& member : c->family) editing.All(&member.registrations);
  return editing.edited();
}

template <typename Edit>
bool EditOpportunity(Case* c, Editing<Edit> editing) {
  editing.All(&c->opportunities);
  for (FamilyMember& member : c->family) editing.All(&member.opportunities);
  return editing.edited();
}

template <typename Edit>
bool EditAccount(Case* c, Editing<Edit> editing) {
  editing.All(&c->accounts);
  for (FamilyMember& member : c->family) editing.One(&member.account);
  return editing.edited();
}

template <typename Record, typename Edit>
bool EditKnown(std::vector<Known<Record>>* list, Editing<Edit> editing) {
  editing.All(list);
  return editing.edited();
}

bool ChangeRegistration(const FactChange& change, DealRegistration* record) {
  const std::string_view path = change.path;
  if (path == "expires_at") return Assign(change.to, &record->expires_at);
  if (path == "complete_at") return Assign(change.to, &record->complete_at);
  if (path == "submitted_at") return Assign(change.to, &record->submitted_at);
  if (path == "closed_at") return Assign(change.to, &record->closed_at);
  if (path == "status") return Assign(change.to, &record->status);
  if (path == "tender.published_at") {
    return Assign(change.to, &record->tender.mutable_value().published_at);
  }
  const bool is_until = path == "extensions.until";
  if (!is_until && path != "extensions.requested_at") return false;
  bool edited = false;
  for (Extension& extension : record->extensions.mutable_value()) {
    Moment& moment = is_until ? extension.until : extension.requested_at;
    if (IsMeant(moment, change)) edited = Assign(change.to, &moment) || edited;
  }
  return edited;
}

bool ChangeOpportunity(const FactChange& change, Opportunity* record) {
  const std::string_view path = change.path;
  if (path == "is_closed") return Assign(change.to, &record->is_closed);
  if (path == "last_activity_at") return Assign(change.to, &record->last_activity_at);
  if (path == "stage_changed_at") return Assign(change.to, &record->stage_changed_at);
  if (path == "expected_close") return Assign(change.to, &record->expected_close);
  if (path == "owner") return Assign(change.to, &record->owner);
  return false;
}

bool ChangeAccount(const FactChange& change, Account* record) {
  const std::string_view path = change.path;
  if (path == "kind") return Assign(change.to, &record->kind);
  if (path == "last_purchase_at") return Assign(change.to, &record->last_purchase_at);
  if (path == "contract_ends_at") return Assign(change.to, &record->contract_ends_at);
  if (path == "partner_of_record") return Assign(change.to, &record->partner_of_record);
  if (path == "owner") return Assign(change.to, &record->owner);
  if (path == "sensitive") return Assign(change.to, &record->company.sensitive);
  if (path == "named_account.to") {
    return Assign(change.to, &record->named_account.mutable_value().valid.to);
  }
  if (path != "open_issues.closed_at") return false;
  bool edited = false;
  for (OpenIssue& issue : record->open_issues.mutable_value()) {
    edited = Assign(change.to, &issue.closed_at) || edited;
  }
  return edited;
}

template <typename Person>
bool ChangePerson(const FactChange& change, Person* record) {
  const std::string_view path = change.path;
  if (path == "created_at") return Assign(change.to, &record->created_at);
  if (path == "opt_out.email") return Assign(change.to, &record->opt_out.mutable_value().email);
  if (path == "opt_out.phone") return Assign(change.to, &record->opt_out.mutable_value().phone);
  if (path == "opt_out.all") return Assign(change.to, &record->opt_out.mutable_value().all);
  if constexpr (std::is_same_v<Person, Lead>) {
    if (path == "owner") return Assign(change.to, &record->owner);
    if (path == "last_activity_at") return Assign(change.to, &record->last_activity_at);
  }
  return false;
}

bool ChangeTouch(const FactChange& change, Touch* record) {
  if (change.path == "at") return Assign(change.to, &record->at);
  if (change.path == "partner_id") return Assign(change.to, &record->partner_id);
  return false;
}

bool ChangeConsent(const FactChange& change, Consent* consent) {
  const std::string_view path = change.path;
  if (path == "consent.basis") return Assign(change.to, &consent->basis);
  if (path == "consent.withdrawn_at") return Assign(change.to, &consent->withdrawn_at);
  if (path == "consent.share_forward") return Assign(change.to, &consent->share_forward);
  if (path == "consent.contact") return Assign(change.to, &consent->contact);
  if (path == "consent.report_back") return Assign(change.to, &consent->report_back);
  return false;
}

bool ChangeEvidence(const FactChange& change, Submission* record) {
  bool edited = false;
  for (Evidence& evidence : record->evidence.mutable_value()) {
    if (change.path == "evidence.at" && IsMeant(evidence.at, change)) {
      edited = Assign(change.to, &evidence.at) || edited;
    }
    const bool is_hash = change.path == "evidence.hash" && evidence.hash.has() &&
                         IsText(change.from) && *evidence.hash == TextOf(change.from);
    if (is_hash) edited = Assign(change.to, &evidence.hash) || edited;
  }
  return edited;
}

bool ChangeSubmission(const FactChange& change, Submission* record) {
  const std::string_view path = change.path;
  if (path.starts_with("consent.") && record->consent.has()) {
    return ChangeConsent(change, &record->consent.mutable_value());
  }
  if (path.starts_with("evidence.") && record->evidence.has()) {
    return ChangeEvidence(change, record);
  }
  if (path == "received_at") return Assign(change.to, &record->received_at);
  if (path == "sensitive") return Assign(change.to, &record->sensitive);
  if (path == "commitments") return Assign(change.to, &record->commitments);
  if (path == "call.promises") return Assign(change.to, &record->call.mutable_value().promises);
  if (path == "advocacy.approved") {
    return Assign(change.to, &record->advocacy.mutable_value().approved);
  }
  if (path == "amount") {
    const bool is_own = record->amount.has() || !record->registration.has();
    return Assign(change.to,
                  is_own ? &record->amount : &record->registration.mutable_value().amount);
  }
  if (path == "reward" && IsAbsent(change.to)) {
    record->reward = Maybe<Money>();
    return true;
  }
  if (path == "claimed_at") return Assign(change.to, &record->claimed_at);
  if (path == "channel") return Assign(change.to, &record->channel);
  if (path == "submitted_by") return Assign(change.to, &record->submitted_by);
  if (path == "partner_id") return Assign(change.to, &record->partner_id);
  if (path == "region") return Assign(change.to, &record->region);
  if (path == "customer_choice.partner_id") {
    return Assign(change.to, &record->customer_choice.mutable_value().partner_id);
  }
  if (path == "site") return Assign(change.to, &record->registration.mutable_value().site);
  if (path == "project") return Assign(change.to, &record->registration.mutable_value().project);
  if (path == "registration.expires_at") {
    return Assign(change.to, &record->registration.mutable_value().expires_at);
  }
  if (path == "tender.published_at") {
    return Assign(change.to,
                  &record->registration.mutable_value().tender.mutable_value().published_at);
  }
  if (path == "company.name") return Assign(change.to, &record->company.mutable_value().name);
  if (path == "product_families") {
    TextList& own = record->registration.mutable_value().product_families;
    return Assign(change.to, own.has() ? &own : &record->product_interest);
  }
  if (path == "referrer" && IsAbsent(change.to)) {
    record->referrer = Maybe<Referrer>();
    return true;
  }
  if (path != "referrer.full_name") return false;
  return Assign(change.to, &record->referrer.mutable_value().person.mutable_value().full_name);
}

// The submission of the case, and what was derived from it when the case was gathered.
bool ChangeSubmissionInQuestion(const FactChange& change, Case* c, Undo* undo) {
  undo->Keep(&c->submission);
  bool edited = ChangeSubmission(change, &c->submission);
  if (edited && change.path == "received_at") {
    undo->Keep(&c->receipt);
    undo->Keep(&c->receipt_text);
    c->receipt = c->submission.received_at->instant;
    c->receipt_text = c->submission.received_at->text;
  }
  if (change.path == "lead.emails") {
    undo->Keep(&c->addresses);
    c->addresses.lead_mailboxes.clear();
    c->addresses.lead_domains.clear();
    edited = true;
  }
  undo->Keep(&c->source);
  const Band referrer_is_lead = c->source.referrer_is_lead;
  c->source = FindSource(c->records, c->submission, c->receipt);
  if (c->source.referrer_known) c->source.referrer_is_lead = referrer_is_lead;
  return edited;
}

// Every copy of a submission.
bool ChangeSubmissions(const FactChange& change, Case* c, Undo* undo) {
  bool edited = c->submission.id == change.record.id && ChangeSubmissionInQuestion(change, c, undo);
  const auto edit = [&](PriorSubmission* prior) {
    if (prior->submission.id != change.record.id) return;
    undo->Keep(prior);
    if (!ChangeSubmission(change, &prior->submission)) return;
    if (change.path == "received_at") prior->receipt = prior->submission.received_at->instant;
    edited = true;
  };
  for (PriorSubmission& prior : c->prior) edit(&prior);
  for (PriorSubmission& prior : c->same_evidence) edit(&prior);
  for (FamilyMember& member : c->family) {
    for (PriorSubmission& prior : member.submissions) edit(&prior);
  }
  return edited;
}

bool ChangePartner(const FactChange& change, const Instant& receipt, Partner* partner) {
  if (change.path == "payout_identity") return Assign(change.to, &partner->payout_identity);
  bool edited = false;
  if (change.path == "program_status") {
    for (ProgramStatus& entry : partner->program_status.mutable_value()) {
      if (!entry.status.has() || !Covers(entry.valid, receipt)) continue;
      edited = Assign(change.to, &entry.status) || edited;
    }
  } else if (change.path == "certifications.expires") {
    for (Certification& certification : partner->certifications.mutable_value()) {
      const bool is_meant = certification.expires.has() && IsText(change.from) &&
                            certification.expires->text == TextOf(change.from);
      if (is_meant) edited = Assign(change.to, &certification.expires) || edited;
    }
  }
  return edited;
}

// What the case says of the company as a whole: merged from several records, so that it is no
// matter of one of them.
bool ChangeMergedCompany(const FactChange& change, Case* c, Undo* undo) {
  undo->Keep(&c->submission);
  undo->Keep(&c->party.company);
  Company& company = c->party.company;
  if (change.path == "company.address.country") {
    Company& own = c->submission.company.mutable_value();
    if (own.address->country.has()) {
      return Assign(change.to, &own.address.mutable_value().country);
    }
    return Assign(change.to, &company.address.mutable_value().country);
  }
  if (change.path == "company.employees") {
    Integer& own = c->submission.company.mutable_value().employees;
    return (!own.has() || Assign(change.to, &own)) && Assign(change.to, &company.employees);
  }
  Text& own = c->submission.company.mutable_value().industry;
  return Assign(change.to, own.has() ? &own : &company.industry);
}

}  // namespace

AlteredCase::AlteredCase(Case* the_case) : case_(the_case) {}

bool AlteredCase::Apply(const FactChange& change) {
  const std::string& type = change.record.type;
  const std::string& id = change.record.id;
  const auto with = [&](auto edit) { return Editing(id, std::move(edit), &undo_); };
  const auto edit = [&](auto* function) {
    return with([&change, function](auto* record) { return function(change, record); });
  };
  const std::string_view path = change.path;
  if (path.starts_with("company.address.") || path == "company.industry" ||
      path == "company.employees") {
    return ChangeMergedCompany(change, case_, &undo_);
  }
  if (type == "deal_registration") return EditRegistration(case_, edit(ChangeRegistration));
  if (type == "opportunity") return EditOpportunity(case_, edit(ChangeOpportunity));
  if (type == "account") return EditAccount(case_, edit(ChangeAccount));
  if (type == "lead") return EditKnown(&case_->leads, edit(ChangePerson<Lead>));
  if (type == "contact") return EditKnown(&case_->contacts, edit(ChangePerson<Contact>));
  if (type == "touch") return EditKnown(&case_->touches, edit(ChangeTouch));
  if (type == "reward" && change.path == "reward.status") {
    return EditKnown(&case_->rewards,
                     with([&](Reward* record) { return Assign(change.to, &record->status); }));
  }
  if (type == "merge" && change.path == "merge.loser.created_at") {
    return EditKnown(&case_->merges, with([&](Merge* record) {
      return Assign(change.to, &record->loser.mutable_value().created_at);
    }));
  }
  if (type == "submission") return ChangeSubmissions(change, case_, &undo_);
  if (type == "referral" && change.path == "lanes.attribution") {
    undo_.Keep(&case_->attribution_done);
    case_->attribution_done = true;
    return true;
  }
  if (type != "partner" || case_->source.partner == nullptr) return false;
  if (case_->source.partner->id != id) return false;
  undo_.Keep(&case_->source.partner);
  if (case_->source.partner != &partner_) partner_ = *case_->source.partner;
  case_->source.partner = &partner_;
  return ChangePartner(change, case_->receipt, &partner_);
}

}  // namespace referee
