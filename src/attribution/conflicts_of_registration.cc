// Registrations that ran out, that are hoarded, and that a tender overtook.

#include <algorithm>

#include "src/attribution/detectors.h"
#include "src/attribution/duration_words.h"
#include "src/attribution/facts.h"
#include "src/attribution/protection.h"
#include "src/attribution/scope.h"

namespace referee {
namespace {

RecordRef RefOf(const DealRegistration& registration) {
  return {"deal_registration", registration.id};
}

// Its partner submits now, or touched the party after the end.
bool IsActiveAfterEnd(const Hearing& hearing, const Title& title) {
  if (MakesClaim(hearing.the_case.submission.intent) &&
      title.claim.partner_id == hearing.partner_id()) {
    return true;
  }
  return std::any_of(hearing.timeline.touches.begin(), hearing.timeline.touches.end(),
                     [&](const DatedTouch& dated) {
                       return dated.partner_id == title.claim.partner_id &&
                              dated.touch->at->instant > title.claim.ends;
                     });
}

// A registration that ended before receipt, by its window or by its status.
bool HasLapsed(const Title& title) {
  return title.claim.is_registration && title.HasPartner() && !title.claim.extension_undecided &&
         title.claim.state == ClaimState::kEnded;
}

bool IsOpenRegistration(const Hearing& hearing, const DealRegistration& registration) {
  const Time* receipt = ReceiptOf(registration);
  if (receipt == nullptr || receipt->instant > hearing.receipt()) return false;
  const RegistrationState state = StateAt(registration, hearing.receipt());
  if (state != RegistrationState::kPending && state != RegistrationState::kApproved) return false;
  const Protection protection =
      ProtectionOf(registration, state, receipt->instant, hearing.receipt(), hearing.parameters);
  const bool granted =
      protection.extension_undecided && hearing.assumption == Assumption::kExtensionsGranted;
  return protection.state == ClaimState::kLive || granted;
}

// Withdrawals and lapses of this company by this partner within the window.
std::vector<Fact> Resubmissions(const Hearing& hearing) {
  std::vector<Fact> facts;
  for (const Known<DealRegistration>& known : hearing.the_case.registrations) {
    const DealRegistration& registration = known.record;
    if (!hearing.IsSame(known.company)) continue;
    if (registration.partner_id.get() != hearing.partner_id()) continue;
    const Time* receipt = ReceiptOf(registration);
    const RegistrationState state = StateAt(registration, hearing.receipt());
    const Protection protection =
        ProtectionOf(registration, state, receipt == nullptr ? kDistantPast : receipt->instant,
                     hearing.receipt(), hearing.parameters);
    const bool is_undecided =
        protection.extension_undecided && hearing.assumption != Assumption::kExtensionsRefused;
    const bool has_lapsed = protection.state == ClaimState::kEnded && !is_undecided;
    if (!has_lapsed && protection.state != ClaimState::kWithdrawn) continue;
    const Closing closing = ClosingOf(registration, protection);
    if (!closing.is_known || closing.at > hearing.receipt()) continue;
    const std::int64_t window = std::int64_t{hearing.parameters.resubmission_days} * 86400;
    if (!Within(closing.at, hearing.receipt(), window)) continue;
    facts.push_back(TimeFact(closing.path, closing.text, RefOf(registration)));
  }
  return facts;
}

// This partner's registrations of the company that still stand, in order of receipt.
std::vector<const Title*> StandingRegistrations(const Hearing& hearing) {
  std::vector<const Title*> standing;
  for (const Title& title : hearing.timeline.titles) {
    if (title.registration == nullptr || title.submission != nullptr) continue;
    if (title.claim.partner_id != hearing.partner_id() || !title.IsLive()) continue;
    if (Overlaps(title.claim.scope, hearing.scope())) standing.push_back(&title);
  }
  return standing;
}

// The instant by which the partner was registered: its approval, else its receipt.
struct Registered {
  const Time* at = nullptr;  // Null: the receipt of the submission.
  std::string_view path = "received_at";
  RecordRef record;
};

Registered RegisteredAt(const Hearing& hearing, const DealRegistration& registration) {
  const Time* approval = ApprovalOf(registration, hearing.receipt());
  if (approval != nullptr) return {approval, "decided_at", RefOf(registration)};
  return {ReceiptOf(registration), "complete_at", RefOf(registration)};
}

// The standing registration that protects a submission's own tender best: the earliest approved
// one, else the earliest.
Registered BestRegistration(const Hearing& hearing) {
  Registered best;
  for (const Title* title : StandingRegistrations(hearing)) {
    const Registered candidate = RegisteredAt(hearing, *title->registration);
    const bool is_better =
        best.at == nullptr || (title->claim.is_approved && best.path != "decided_at");
    if (is_better) best = candidate;
  }
  return best;
}

// One tender of this partner and when the partner was registered for it.
void AddTender(const Hearing& hearing, const DealRegistration& registration,
               const RecordRef& record, const Registered& registered, ConflictBuilder* builder) {
  const Tender& tender = registration.tender.get();
  if (!tender.is_public.has() || !*tender.is_public || !hearing.IsKnown(tender.published_at))
    return;
  const Instant& limit = registered.at == nullptr ? hearing.receipt() : registered.at->instant;
  if (tender.published_at->instant >= limit) return;
  builder->Add(TimeFact("tender.published_at", *tender.published_at, record));
  if (registered.at == nullptr) {
    builder->Add(TimeFact("received_at", hearing.the_case.receipt_text,
                          SubmissionRef(hearing.the_case.submission)));
  } else {
    builder->Add(TimeFact(registered.path, *registered.at, registered.record));
  }
}

}  // namespace

Detection DetectLapsedRegistration(const Hearing& hearing) {
  const Scope scope = hearing.scope();
  ConflictBuilder builder(ConflictKind::kLapsedRegistration);
  std::int64_t least = -1;
  for (const Title& title : hearing.timeline.titles) {
    if (&title == hearing.timeline.Subject() || !HasLapsed(title)) continue;
    if (!Overlaps(title.claim.scope, scope) || !IsActiveAfterEnd(hearing, title)) continue;
    builder.Claims(title.claim).Add(EndFact(title)).Add(PartnerFact(title.claim));
    const std::int64_t past = SecondsBetween(hearing.receipt(), title.claim.ends);
    least = least < 0 ? past : std::min(least, past);
  }
  if (builder.empty()) return {};
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build("The registration would still stand if it had been extended in time by " +
                       InWords(least) + ".");
}

Detection DetectRegistrationHoarding(const Hearing& hearing) {
  if (hearing.partner_id().empty()) return {};
  const auto& held = hearing.the_case.partner_registrations;
  const auto open = std::count_if(held.begin(), held.end(), [&](const DealRegistration& one) {
    return IsOpenRegistration(hearing, one);
  });
  const RecordRef partner = {"partner", std::string(hearing.partner_id())};
  ConflictBuilder builder(ConflictKind::kRegistrationHoarding);
  const std::int32_t capacity = hearing.parameters.registration_capacity;
  if (open > capacity) builder.Add(CountFact("registration_capacity", open, partner));
  const std::vector<Fact> resubmissions = Resubmissions(hearing);
  const auto count = static_cast<std::int64_t>(resubmissions.size());
  if (count > 0 && count >= hearing.parameters.resubmission_limit) {
    for (const Fact& fact : resubmissions) builder.Add(fact);
  }
  if (builder.empty()) return {};
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(
      open > capacity
          ? "It would fall away if the partner held " + std::to_string(open - capacity) +
                " open registrations fewer: the capacity is " + std::to_string(capacity) + "."
          : "It would fall away if " +
                std::to_string(count - hearing.parameters.resubmission_limit + 1) +
                " of the withdrawals and lapses had happened more than " +
                std::to_string(hearing.parameters.resubmission_days) + " d ago.");
}

Detection DetectPublicTender(const Hearing& hearing) {
  if (hearing.partner_id().empty()) return {};
  ConflictBuilder builder(ConflictKind::kPublicTender);
  for (const Title* title : StandingRegistrations(hearing)) {
    AddTender(hearing, *title->registration, title->claim.source,
              RegisteredAt(hearing, *title->registration), &builder);
  }
  const Registered best = BestRegistration(hearing);
  for (const Title& title : hearing.timeline.titles) {
    if (title.submission == nullptr || title.registration == nullptr) continue;
    if (title.claim.partner_id != hearing.partner_id() || !title.same_referral) continue;
    Registered registered = best;
    const bool is_earlier = &title != hearing.timeline.Subject();
    if (registered.at == nullptr && is_earlier && title.submission->received_at.has()) {
      registered = {&title.submission->received_at.get(), "received_at", title.claim.source};
    }
    AddTender(hearing, *title.registration, title.claim.source, registered, &builder);
  }
  if (builder.empty()) return {};
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(
      "It would fall away if the registration had been approved before the tender "
      "was published.");
}

}  // namespace referee
