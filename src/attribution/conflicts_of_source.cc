// Who brings the referral and whether that may count: nobody, oneself, a suspended partner, a
// source that a merge erased, a company that nobody can tell.

#include <algorithm>
#include <map>

#include "src/attribution/detectors.h"
#include "src/attribution/facts.h"
#include "src/attribution/scope.h"
#include "src/attribution/source_party.h"
#include "src/base/string_map.h"

namespace referee {
namespace {

bool Contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// True when the host is the domain or lies below it.
bool IsWithinDomain(std::string_view host, std::string_view domain) {
  if (domain.empty() || host.size() < domain.size()) return false;
  if (host.substr(host.size() - domain.size()) != domain) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

// What ties the lead to the partner: a mailbox, a domain, a payout identity or being the referrer.
void AddTies(const Hearing& hearing, ConflictBuilder* builder) {
  const Case& the_case = hearing.the_case;
  const RecordRef self = SubmissionRef(the_case.submission);
  const Partner* partner = hearing.partner();
  const RecordRef partner_ref = {"partner", std::string(hearing.partner_id())};
  for (const std::string& mailbox : the_case.addresses.lead_mailboxes) {
    if (Contains(the_case.addresses.partner_mailboxes, mailbox)) {
      builder->Add(TextFact("lead.emails", "mailbox of a partner user", self));
      builder->Add(TextFact("users.email", "mailbox of the lead", partner_ref));
    }
  }
  for (const std::string& domain : the_case.addresses.lead_domains) {
    for (const std::string& owned : the_case.addresses.partner_domains) {
      if (!IsWithinDomain(domain, owned)) continue;
      builder->Add(TextFact("lead.emails", "domain " + owned, self));
      builder->Add(TextFact("domains", owned, partner_ref));
    }
  }
  if (hearing.IsSame(the_case.source.referrer_is_lead)) {
    builder->Add(TextFact("referrer", "is the lead", self));
  }
  const Text& payout = the_case.source.referrer->payout_identity;
  if (partner != nullptr && partner->payout_identity.has() && payout.has() &&
      *payout == *partner->payout_identity) {
    builder->Add(TextFact("payout_identity", "equal to the referrer's", partner_ref));
  }
}

// Entries of the status history that cover the receipt, the latest to begin last.
const ProgramStatus* StatusAtReceipt(const Hearing& hearing, const Partner& partner) {
  const ProgramStatus* current = nullptr;
  for (const ProgramStatus& entry : partner.program_status.get()) {
    if (!entry.status.has() || !Covers(entry.valid, hearing.receipt())) continue;
    const bool begins_earlier =
        current != nullptr && current->valid.from.has() &&
        (!entry.valid.from.has() || entry.valid.from->instant < current->valid.from->instant);
    if (!begins_earlier) current = &entry;
  }
  return current;
}

// The certification that the policy requires for a family of the scope and that has expired.
// Another one of the same code that still runs heals it.
void AddExpiredCertifications(const Hearing& hearing, const Partner& partner,
                              ConflictBuilder* builder) {
  const Day today = DayOf(hearing.receipt());
  const Scope scope = hearing.scope();
  for (const auto& [family, code] : hearing.parameters.required_certifications) {
    if (!Contains(scope.product_families, FoldedText(family))) continue;
    const Certification* expired = nullptr;
    bool is_certified = false;
    for (const Certification& certification : partner.certifications.get()) {
      if (FoldedText(certification.code.get()) != FoldedText(code)) continue;
      if (certification.expires.has() && certification.expires->day < today) {
        expired = &certification;
      } else {
        is_certified = true;
      }
    }
    if (expired == nullptr || is_certified) continue;
    builder->Add(
        TimeFact("certifications.expires", expired->expires->text, {"partner", partner.id}));
    builder->Add(TextFact("certifications.code", *expired->code, {"partner", partner.id}));
  }
}

// When the record that a merge kept was created: as the CRM has it, or as a later merge recorded
// it when that record was dropped in turn.
class CreationDates {
 public:
  explicit CreationDates(const Case& the_case) {
    for (const auto& known : the_case.leads) Note("lead", known.record.id, known.record.created_at);
    for (const auto& known : the_case.contacts) {
      Note("contact", known.record.id, known.record.created_at);
    }
    for (const auto& known : the_case.accounts) {
      Note("account", known.record.id, known.record.created_at);
    }
    for (const auto& known : the_case.merges) {
      const MergeLoser& loser = known.record.loser.get();
      Note(known.record.of.get(), loser.id.get(), loser.created_at);
    }
    for (const auto& known : the_case.leads) {
      partner_of_.emplace(known.record.id, known.record.partner_id.get());
    }
  }

  const Time* Of(std::string_view type, std::string_view id) const {
    const auto found = created_.find(std::string(type) + ":" + std::string(id));
    return found == created_.end() ? nullptr : found->second;
  }

  // The partner that the kept lead still names; "" for none.
  std::string_view PartnerOf(std::string_view lead_id) const {
    const auto found = partner_of_.find(lead_id);
    return found == partner_of_.end() ? std::string_view() : std::string_view(found->second);
  }

 private:
  void Note(std::string_view type, const std::string& id, const Moment& created) {
    if (created.has()) created_.emplace(std::string(type) + ":" + id, &created.get());
  }

  StringMap<const Time*> created_;
  StringMap<std::string> partner_of_;
};

bool NamedPartner(const MergeLoser& loser) {
  return loser.partner_id.has() || (loser.lead_source.has() && IsPartnerSource(*loser.lead_source));
}

}  // namespace

Detection DetectMissingAttribution(const Hearing& hearing) {
  const SourceParty& source = hearing.the_case.source;
  if (!hearing.partner_id().empty() || source.referrer_known) return {};
  const Submission& submission = hearing.the_case.submission;
  const RecordRef self = SubmissionRef(submission);
  ConflictBuilder builder(ConflictKind::kMissingAttribution);
  builder.Decide(TextFact("partner_id", submission.partner_id.has() ? "unknown" : "absent", self,
                          hearing.the_case.receipt_text));
  builder.Add(TextFact("referral_code", submission.referral_code.has() ? "unknown" : "absent", self,
                       hearing.the_case.receipt_text));
  builder.Add(TextFact("referrer", submission.referrer.has() ? "unknown" : "absent", self,
                       hearing.the_case.receipt_text));
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  Conflict conflict = builder.Build(
      "It would fall away with 1 known partner id, referral code, "
      "partner user or referrer.");
  const Presence given = submission.partner_id.presence();
  conflict.missing.push_back({"submission.partner_id", given == Presence::kPresent
                                                           ? "unknown"
                                                           : std::string(PresenceName(given))});
  return conflict;
}

Detection DetectSelfReferral(const Hearing& hearing) {
  ConflictBuilder builder(ConflictKind::kSelfReferral);
  AddTies(hearing, &builder);
  if (builder.empty()) return {};
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(
      "It would fall away if the lead shared no mailbox, domain or payout identity "
      "with the partner and were not the referrer.");
}

Detection DetectIneligiblePartner(const Hearing& hearing) {
  const Partner* partner = hearing.partner();
  if (partner == nullptr) return {};
  ConflictBuilder builder(ConflictKind::kIneligiblePartner);
  const ProgramStatus* status = StatusAtReceipt(hearing, *partner);
  const RecordRef record = {"partner", partner->id};
  if (status != nullptr && *status->status != "active") {
    builder.Add(TextFact("program_status", *status->status, record, status->valid.from->text));
    if (status->valid.to.has()) {
      builder.Add(Against(TimeFact("program_status.to", *status->valid.to, record)));
    }
  }
  AddExpiredCertifications(hearing, *partner, &builder);
  if (builder.empty()) {
    return status != nullptr ? Detection()
                             : Detection::Undecided("partner.program_status", "absent");
  }
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(
      "It would fall away if the partner had been active, with every certification "
      "that its products require, at " +
      hearing.the_case.receipt_text + ".");
}

Detection DetectMergedSource(const Hearing& hearing) {
  const CreationDates dates(hearing.the_case);
  ConflictBuilder builder(ConflictKind::kMergedSource);
  for (const Known<Merge>& known : hearing.the_case.merges) {
    const Merge& merge = known.record;
    const MergeLoser& loser = merge.loser.get();
    if (!hearing.IsSame(known.best()) || !NamedPartner(loser)) continue;
    if (merge.at.has() && merge.at->instant > hearing.receipt()) continue;
    const Time* winner = dates.Of(merge.of.get(), merge.winner_id.get());
    if (winner == nullptr || !loser.created_at.has()) continue;
    if (loser.created_at->instant >= winner->instant) continue;
    const bool is_kept =
        loser.partner_id.has() && dates.PartnerOf(merge.winner_id.get()) == *loser.partner_id;
    if (is_kept) continue;
    const RecordRef record = {"merge", merge.id};
    const std::string source = loser.partner_id.has() ? *loser.partner_id : *loser.lead_source;
    builder.Add(
        TextFact(loser.partner_id.has() ? "merge.loser.partner_id" : "merge.loser.lead_source",
                 source, record, merge.at->text));
    builder.Add(TimeFact("merge.loser.created_at", *loser.created_at, record));
    builder.Add(Against(TimeFact("created_at", *winner, {merge.of.get(), merge.winner_id.get()})));
  }
  if (builder.empty()) return {};
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(
      "It would fall away if the kept record had been created before the dropped "
      "one, or named its partner.");
}

Detection DetectNoCompanyIdentity(const Hearing& hearing) {
  const Case& the_case = hearing.the_case;
  // A query describes no company of its own: it asks about one that is known.
  const bool is_query = !MakesClaim(the_case.submission.intent);
  const Company& company = is_query ? the_case.party.company : the_case.submission.company.get();
  if (is_query && the_case.referral_id.empty()) return {};
  const auto& ids = company.registry_ids.get();
  const bool has_registry_id =
      std::any_of(ids.begin(), ids.end(), [](const RegistryId& id) { return id.value.has(); });
  if (company.name.has() || company.legal_name.has() || has_registry_id) return {};
  if (the_case.addresses.company_has_domain || (is_query && !company.domains->empty())) return {};
  const RecordRef self = SubmissionRef(the_case.submission);
  ConflictBuilder builder(ConflictKind::kNoCompanyIdentity);
  builder.Decide(TextFact("company.name", "absent", self, the_case.receipt_text));
  builder.Add(TextFact("company.registry_ids", "absent", self, the_case.receipt_text));
  builder.Add(TextFact("company.domains", "none but free-mail or shared ones", self,
                       the_case.receipt_text));
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  Conflict conflict = builder.Build(
      "It would fall away with 1 name, registry id, website or domain "
      "of the company.");
  conflict.missing.push_back(
      {"submission.company.name", std::string(PresenceName(company.name.presence()))});
  return conflict;
}

}  // namespace referee
