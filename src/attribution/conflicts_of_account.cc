// What the company already is to the vendor: named account, customer, renewal, relative, patient.

#include <algorithm>
#include <array>
#include <set>

#include "src/attribution/detectors.h"
#include "src/attribution/duration_words.h"
#include "src/attribution/facts.h"
#include "src/attribution/protection.h"
#include "src/attribution/scope.h"
#include "src/base/string_map.h"
#include "src/base/text.h"

namespace referee {
namespace {

RecordRef RefOf(const Account& account) { return {"account", account.id}; }

constexpr std::array<std::string_view, 4> kSeverities = {"low", "medium", "high", "critical"};

// 0 for a severity that is absent.
int RankOf(std::string_view severity) {
  const auto found = std::find(kSeverities.begin(), kSeverities.end(), severity);
  return found == kSeverities.end() ? 0 : static_cast<int>(found - kSeverities.begin()) + 1;
}

bool StopsByKind(const OpenIssue& issue) {
  const std::string kind = FoldedText(issue.kind.get());
  return kind == "churn_risk" || kind == "legal_hold";
}

// Open at receipt: since then, and not closed before.
bool IsOpenAt(const OpenIssue& issue, const Instant& receipt) {
  if (issue.since.has() && issue.since->instant > receipt) return false;
  return !issue.closed_at.has() || issue.closed_at->instant >= receipt;
}

bool IsCustomer(const Account& account) { return account.kind.get() == "customer"; }

void AddSubject(const Hearing& hearing, ConflictBuilder* builder) {
  if (hearing.timeline.Subject() != nullptr) builder->Claims(hearing.timeline.Subject()->claim);
}

// The contract end of the account if it lies between receipt and receipt plus the window.
const Time* RenewalDue(const Hearing& hearing, const Account& account) {
  if (!account.contract_ends_at.has()) return nullptr;
  const Instant& ends = account.contract_ends_at->instant;
  const std::int64_t window = std::int64_t{hearing.parameters.renewal_window_days} * 86400;
  const bool is_due = ends >= hearing.receipt() && Within(ends, hearing.receipt(), window);
  return is_due ? &account.contract_ends_at.get() : nullptr;
}

std::vector<const Opportunity*> OpenRenewals(const Hearing& hearing) {
  std::vector<const Opportunity*> renewals;
  for (const Opportunity* opportunity : hearing.OpenOpportunities()) {
    if (opportunity->opportunity_type.get() == "renewal") renewals.push_back(opportunity);
  }
  return renewals;
}

// The family of the company, without the company itself and accounts created after receipt.
std::vector<const FamilyMember*> Relatives(const Hearing& hearing) {
  StringSet same;
  for (const Account* account : hearing.SameAccounts()) same.insert(account->id);
  std::vector<const FamilyMember*> relatives;
  for (const FamilyMember& member : hearing.the_case.family) {
    const Moment& created = member.account.created_at;
    if (!hearing.IsSame(member.company) || same.contains(member.account.id)) continue;
    if (created.has() && created->instant > hearing.receipt()) continue;
    relatives.push_back(&member);
  }
  return relatives;
}

bool IsOpenRelative(const Hearing& hearing, const Opportunity& opportunity) {
  const Moment& created = opportunity.created_at;
  return hearing.IsOpen(opportunity) && (!created.has() || created->instant <= hearing.receipt());
}

void AddRegistrationsOf(const Hearing& hearing, const FamilyMember& member,
                        ConflictBuilder* builder) {
  for (const DealRegistration& registration : member.registrations) {
    const Time* receipt = ReceiptOf(registration);
    if (receipt == nullptr || receipt->instant > hearing.receipt()) continue;
    if (!registration.partner_id.has() || *registration.partner_id == hearing.partner_id())
      continue;
    if (!SameProgram(registration.program_id.get(), hearing.the_case.submission.program_id.get())) {
      continue;
    }
    const RegistrationState state = StateAt(registration, hearing.receipt());
    const Protection protection =
        ProtectionOf(registration, state, receipt->instant, hearing.receipt(), hearing.parameters);
    const bool granted =
        protection.extension_undecided && hearing.assumption == Assumption::kExtensionsGranted;
    if (state == RegistrationState::kNone) continue;
    if (protection.state != ClaimState::kLive && !granted) continue;
    builder->Add(TextFact("partner_id", *registration.partner_id,
                          {"deal_registration", registration.id}, receipt->text));
  }
}

void AddSubmissionsOf(const Hearing& hearing, const FamilyMember& member,
                      ConflictBuilder* builder) {
  const std::int64_t days = hearing.parameters.protection_window_days;
  for (const PriorSubmission& prior : member.submissions) {
    if (!MakesClaim(prior.submission.intent) || prior.receipt > hearing.receipt()) continue;
    if (prior.partner_id.empty() || prior.partner_id == hearing.partner_id()) continue;
    if (!SameProgram(prior.submission.program_id.get(),
                     hearing.the_case.submission.program_id.get())) {
      continue;
    }
    const Moment& expires = prior.submission.registration->expires_at;
    const bool is_live = expires.has() ? expires->instant >= hearing.receipt()
                                       : Within(prior.receipt, hearing.receipt(), days * 86400);
    if (!is_live) continue;
    builder->Add(TextFact("partner_id", prior.partner_id, SubmissionRef(prior.submission),
                          FormatInstant(prior.receipt)));
  }
}

// What makes this relative matter, if anything does.
void AddRelative(const Hearing& hearing, const FamilyMember& member, ConflictBuilder* builder) {
  if (IsCustomer(member.account)) {
    builder->Add(TextFact("kind", "customer", RefOf(member.account)));
  }
  for (const Opportunity& opportunity : member.opportunities) {
    if (!IsOpenRelative(hearing, opportunity)) continue;
    builder->Add(FlagFact("is_closed", false, {"opportunity", opportunity.id},
                          opportunity.created_at->text));
  }
  AddRegistrationsOf(hearing, member, builder);
  AddSubmissionsOf(hearing, member, builder);
}

}  // namespace

Detection DetectNamedAccount(const Hearing& hearing) {
  ConflictBuilder builder(ConflictKind::kNamedAccount);
  std::string until;
  for (const Account* account : hearing.SameAccounts()) {
    if (!account->named_account.has()) continue;
    const NamedAccount& entry = *account->named_account;
    if (!entry.list_id.has() || !Covers(entry.valid, hearing.receipt())) continue;
    builder.Add(
        TextFact("named_account.list_id", *entry.list_id, RefOf(*account), entry.valid.from->text));
    if (entry.valid.to.has()) {
      builder.Add(Against(TimeFact("named_account.to", *entry.valid.to, RefOf(*account))));
      until = InWords(SecondsBetween(entry.valid.to->instant, hearing.receipt()));
    }
  }
  if (builder.empty()) return {};
  AddSubject(hearing, &builder);
  return builder.Build(until.empty()
                           ? "It would fall away if the account were taken off the list: its entry "
                             "has no end."
                           : "It would fall away if the receipt were " + until +
                                 " later, when the entry ends.");
}

Detection DetectExistingCustomer(const Hearing& hearing) {
  const std::int64_t days = hearing.parameters.new_customer_after_days;
  ConflictBuilder builder(ConflictKind::kExistingCustomer);
  std::int64_t latest = -1;
  for (const Account* account : hearing.SameAccounts()) {
    if (hearing.IsWithinDays(account->last_purchase_at, days)) {
      builder.Add(TimeFact("last_purchase_at", *account->last_purchase_at, RefOf(*account)));
      const std::int64_t age =
          SecondsBetween(hearing.receipt(), account->last_purchase_at->instant);
      latest = latest < 0 ? age : std::min(latest, age);
    }
    if (IsCustomer(*account)) builder.Add(TextFact("kind", "customer", RefOf(*account)));
  }
  if (builder.empty()) return {};
  AddSubject(hearing, &builder);
  return builder.Build(
      latest < 0
          ? "It would fall away if the account were no customer."
          : "It would fall away if the account were no customer and its last purchase were " +
                InWords(days * 86400 - latest + 1) + " older: it is new again after " +
                std::to_string(days) + " d.");
}

Detection DetectRenewalIncumbent(const Hearing& hearing) {
  ConflictBuilder builder(ConflictKind::kRenewalIncumbent);
  const std::vector<const Opportunity*> renewals = OpenRenewals(hearing);
  std::string would_flip = "It would fall away if the open renewal were closed.";
  for (const Account* account : hearing.SameAccounts()) {
    if (!account->partner_of_record.has()) continue;
    if (*account->partner_of_record == hearing.partner_id()) continue;
    const Time* due = RenewalDue(hearing, *account);
    if (due == nullptr && renewals.empty()) continue;
    if (due != nullptr) {
      builder.Add(TimeFact("contract_ends_at", *due, RefOf(*account)));
      const std::int64_t ahead = SecondsBetween(due->instant, hearing.receipt());
      const std::int64_t window = std::int64_t{hearing.parameters.renewal_window_days} * 86400;
      would_flip = "It would fall away if the contract ended " + InWords(window - ahead + 1) +
                   " later: it ends in " + InWords(ahead) + ", the renewal window is " +
                   InWords(window) + ".";
    }
    builder.Add(TextFact("partner_of_record", *account->partner_of_record, RefOf(*account)));
  }
  if (builder.empty()) return {};
  for (const Opportunity* renewal : renewals) {
    builder.Add(TextFact("opportunity_type", "renewal", {"opportunity", renewal->id},
                         renewal->created_at->text));
  }
  AddSubject(hearing, &builder);
  return builder.Build(std::move(would_flip));
}

Detection DetectCorporateFamily(const Hearing& hearing) {
  ConflictBuilder builder(ConflictKind::kCorporateFamily);
  for (const FamilyMember* member : Relatives(hearing)) {
    ConflictBuilder relative(ConflictKind::kCorporateFamily);
    AddRelative(hearing, *member, &relative);
    if (relative.empty()) continue;
    builder.Add(TextFact("ultimate_parent_id", member->ultimate_parent_id, RefOf(member->account)));
    for (Fact& fact : relative.Build({}).facts) builder.Add(std::move(fact));
  }
  if (builder.empty()) return {};
  AddSubject(hearing, &builder);
  return builder.Build(
      "It would fall away if no other account of the family were a customer, had an "
      "open opportunity or carried the live claim of another partner.");
}

Detection DetectRelationshipHold(const Hearing& hearing) {
  const int least = RankOf(hearing.parameters.unresolved_severity);
  ConflictBuilder builder(ConflictKind::kRelationshipHold);
  for (const Account* account : hearing.SameAccounts()) {
    for (const OpenIssue& issue : account->open_issues.get()) {
      const int rank = RankOf(issue.severity.get());
      const bool is_severe = rank > 0 && rank >= least;
      if (!IsOpenAt(issue, hearing.receipt()) || (!is_severe && !StopsByKind(issue))) continue;
      const std::string what = issue.kind.get() + " " + issue.severity.get();
      builder.Add(TextFact("open_issues", std::string(TrimAscii(what)), RefOf(*account),
                           issue.since->text));
    }
  }
  if (builder.empty()) return {};
  AddSubject(hearing, &builder);
  return builder.Build(
      "It would fall away if every open issue were closed, or were neither a churn "
      "risk nor a legal hold and below severity " +
      hearing.parameters.unresolved_severity + ".");
}

}  // namespace referee
