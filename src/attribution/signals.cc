#include "src/attribution/signals.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "src/attribution/duration_words.h"
#include "src/attribution/facts.h"
#include "src/attribution/protection.h"
#include "src/base/text.h"

namespace referee {
namespace {

constexpr std::int64_t kDaySeconds = 86400, kHourSeconds = 3600;

RecordRef RefOf(const DealRegistration& registration) {
  return {"deal_registration", registration.id};
}

Signal NewSignal(std::string_view code, const Hearing& hearing) {
  Signal signal;
  signal.code = code;
  signal.partner_id = hearing.partner_id();
  return signal;
}

// Open at receipt, whatever may still become of an extension.
bool IsOpen(const Hearing& hearing, const DealRegistration& registration, const Time& received) {
  const RegistrationState state = StateAt(registration, hearing.receipt());
  if (state != RegistrationState::kPending && state != RegistrationState::kApproved) return false;
  return ProtectionOf(registration, state, received.instant, hearing.receipt(), hearing.parameters)
             .state == ClaimState::kLive;
}

// The latest thing that its partner is known to have done for a registration.
Instant LastEffort(const Hearing& hearing, const DealRegistration& registration,
                   const Time& received) {
  Instant latest = received.instant;
  for (const Milestone& milestone : registration.milestones.get()) {
    if (hearing.IsKnown(milestone.met_at)) latest = std::max(latest, milestone.met_at->instant);
  }
  for (const Extension& extension : registration.extensions.get()) {
    if (hearing.IsKnown(extension.requested_at)) {
      latest = std::max(latest, extension.requested_at->instant);
    }
  }
  return latest;
}

void AddHoarding(const Hearing& hearing, std::vector<Signal>* signals) {
  const SignalThresholds& limits = hearing.parameters.signals;
  Signal signal = NewSignal("hoarding", hearing);
  std::int64_t open = 0, idle = 0;
  for (const DealRegistration& registration : hearing.the_case.partner_registrations) {
    const Time* received = ReceiptOf(registration);
    if (received == nullptr || received->instant > hearing.receipt()) continue;
    if (!IsOpen(hearing, registration, *received)) continue;
    ++open;
    const Instant effort = LastEffort(hearing, registration, *received);
    if (SecondsBetween(hearing.receipt(), effort) < limits.hoarding_idle_days * kDaySeconds) {
      continue;
    }
    ++idle;
    signal.evidence.push_back(TimeFact("submitted_at", *received, RefOf(registration)));
  }
  if (idle < limits.hoarding_idle_count) return;
  signal.numbers = {{"open", open},
                    {"idle", idle},
                    {"idle_days", limits.hoarding_idle_days},
                    {"idle_count", limits.hoarding_idle_count}};
  signal.because = std::to_string(idle) + " of " + std::to_string(open) +
                   " open registrations saw no milestone and no extension for " +
                   std::to_string(limits.hoarding_idle_days) + " d or longer.";
  signals->push_back(std::move(signal));
}

void AddRegisterEverything(const Hearing& hearing, std::vector<Signal>* signals) {
  const SignalThresholds& limits = hearing.parameters.signals;
  Signal signal = NewSignal("register_everything", hearing);
  for (const DealRegistration& registration : hearing.the_case.partner_registrations) {
    const Time* received = ReceiptOf(registration);
    if (received == nullptr || received->instant > hearing.receipt()) continue;
    if (!Within(received->instant, hearing.receipt(), limits.everything_days * kDaySeconds)) {
      continue;
    }
    signal.evidence.push_back(TimeFact("submitted_at", *received, RefOf(registration)));
  }
  const auto count = static_cast<std::int64_t>(signal.evidence.size());
  if (count < limits.everything_count) return;
  signal.numbers = {{"registrations", count},
                    {"days", limits.everything_days},
                    {"count", limits.everything_count}};
  signal.because = std::to_string(count) + " registrations were received within " +
                   std::to_string(limits.everything_days) + " d.";
  signals->push_back(std::move(signal));
}

struct Ending {
  Instant at;
  Fact fact;
};

// Withdrawals and lapses of this company's registrations by the partner within the window, and
// when it came again, each ascending.
struct ComingsAndGoings {
  std::vector<Ending> endings;
  std::vector<Instant> comings;
};

ComingsAndGoings OfThisCompany(const Hearing& hearing) {
  const std::int64_t window = hearing.parameters.signals.resubmission_days * kDaySeconds;
  ComingsAndGoings found;
  for (const Known<DealRegistration>& known : hearing.the_case.registrations) {
    const DealRegistration& registration = known.record;
    if (!hearing.IsSame(known.company)) continue;
    if (registration.partner_id.get() != hearing.partner_id()) continue;
    const Time* received = ReceiptOf(registration);
    if (received == nullptr || received->instant > hearing.receipt()) continue;
    found.comings.push_back(received->instant);
    const Protection protection =
        ProtectionOf(registration, StateAt(registration, hearing.receipt()), received->instant,
                     hearing.receipt(), hearing.parameters);
    if (protection.state != ClaimState::kEnded && protection.state != ClaimState::kWithdrawn) {
      continue;
    }
    const Closing closing = ClosingOf(registration, protection);
    if (!closing.is_known || closing.at > hearing.receipt()) continue;
    if (!Within(closing.at, hearing.receipt(), window)) continue;
    found.endings.push_back(
        {closing.at, TimeFact(closing.path, closing.text, RefOf(registration))});
  }
  for (const Title& title : hearing.timeline.titles) {
    const bool is_submission = title.submission != nullptr;
    if (is_submission && title.claim.partner_id == hearing.partner_id()) {
      found.comings.push_back(title.claim.received);
    }
  }
  std::sort(found.comings.begin(), found.comings.end());
  std::stable_sort(found.endings.begin(), found.endings.end(),
                   [](const Ending& a, const Ending& b) { return a.at < b.at; });
  return found;
}

// A cycle is an ending after which the partner came again; each coming answers one ending.
void AddWithdrawResubmit(const Hearing& hearing, std::vector<Signal>* signals) {
  const SignalThresholds& limits = hearing.parameters.signals;
  const ComingsAndGoings found = OfThisCompany(hearing);
  Signal signal = NewSignal("withdraw_resubmit", hearing);
  auto coming = found.comings.begin();
  for (const Ending& ending : found.endings) {
    coming = std::upper_bound(coming, found.comings.end(), ending.at);
    if (coming == found.comings.end()) break;
    ++coming;
    signal.evidence.push_back(ending.fact);
  }
  const auto cycles = static_cast<std::int64_t>(signal.evidence.size());
  if (cycles < limits.resubmission_count) return;
  signal.numbers = {
      {"cycles", cycles}, {"days", limits.resubmission_days}, {"count", limits.resubmission_count}};
  signal.because = std::to_string(cycles) + " times within " +
                   std::to_string(limits.resubmission_days) +
                   " d a registration of this company ended and the partner came again.";
  signals->push_back(std::move(signal));
}

bool IsEvent(const DatedTouch& dated) {
  const std::string& kind = dated.touch->kind.get();
  return dated.partner_id.empty() && (kind == "event" || kind == "webinar");
}

bool IsIntroduction(const Touch& touch) {
  return touch.kind.get() == "email_intro" || touch.kind.get() == "call_mention";
}

// Evidence of the partner's own that is older than the event.
bool WasIntroducedBefore(const Hearing& hearing, const Instant& event) {
  const auto is_before = [&](const Moment& moment) {
    return moment.has() && moment->instant <= event;
  };
  const Submission& submission = hearing.the_case.submission;
  const auto& evidence = submission.evidence.get();
  if (std::any_of(evidence.begin(), evidence.end(),
                  [&](const Evidence& item) { return is_before(item.at); })) {
    return true;
  }
  const auto& touches = hearing.timeline.touches;
  return std::any_of(touches.begin(), touches.end(), [&](const DatedTouch& dated) {
    return dated.partner_id == hearing.partner_id() && IsIntroduction(*dated.touch) &&
           is_before(dated.touch->at);
  });
}

void AddClaimAfterEvent(const Hearing& hearing, std::vector<Signal>* signals) {
  const SignalThresholds& limits = hearing.parameters.signals;
  const Title* own = hearing.timeline.Subject();
  if (own == nullptr || own->submission != &hearing.the_case.submission) return;
  Signal signal = NewSignal("claim_after_event", hearing);
  const Touch* latest = nullptr;
  for (const DatedTouch& dated : hearing.timeline.touches) {
    if (!IsEvent(dated)) continue;
    if (!Within(dated.touch->at->instant, hearing.receipt(), limits.event_hours * kHourSeconds)) {
      continue;
    }
    latest = dated.touch;
    signal.evidence.push_back(TimeFact("at", *dated.touch->at, {"touch", dated.touch->id}));
  }
  const auto count = static_cast<std::int64_t>(signal.evidence.size());
  if (latest == nullptr || count < limits.event_count) return;
  if (WasIntroducedBefore(hearing, latest->at->instant)) return;
  const std::int64_t after = SecondsBetween(hearing.receipt(), latest->at->instant);
  signal.numbers = {{"events", count},
                    {"seconds_after", after},
                    {"hours", limits.event_hours},
                    {"count", limits.event_count}};
  signal.because = "The claim came " + InWords(after) + " after an event of the vendor (" +
                   latest->kind.get() + "), without evidence from before it.";
  signals->push_back(std::move(signal));
}

bool SharesMailbox(const Partner& a, const Partner& b) {
  for (const PartnerUser& mine : a.users.get()) {
    if (!mine.email.has()) continue;
    for (const PartnerUser& theirs : b.users.get()) {
      if (theirs.email.has() && LowerAscii(*mine.email) == LowerAscii(*theirs.email)) return true;
    }
  }
  return false;
}

// What ties another claimant to this one; "" for nothing.
std::string_view TieBetween(const Partner& a, const Partner& b) {
  const bool one_pocket = a.payout_identity.has() && b.payout_identity.has() &&
                          *a.payout_identity == *b.payout_identity;
  if (one_pocket) return "payout_identity";
  return SharesMailbox(a, b) ? "users.email" : std::string_view();
}

void AddSelfReferralRing(const Hearing& hearing, std::vector<Signal>* signals) {
  const SignalThresholds& limits = hearing.parameters.signals;
  const Partner* own = hearing.partner();
  if (own == nullptr) return;
  std::vector<std::string_view> claimants;
  for (const Title& title : hearing.timeline.titles) {
    if (title.HasPartner()) claimants.push_back(title.claim.partner_id);
  }
  std::sort(claimants.begin(), claimants.end());
  claimants.erase(std::unique(claimants.begin(), claimants.end()), claimants.end());
  Signal signal = NewSignal("self_referral_ring", hearing);
  for (const std::string_view id : claimants) {
    const Partner* other = hearing.the_case.records.FindPartner(id);
    if (other == nullptr || other->id == own->id) continue;
    const std::string_view tie = TieBetween(*own, *other);
    if (tie.empty()) continue;
    signal.evidence.push_back(TextFact(tie, "shared with " + own->id, {"partner", other->id}));
  }
  const auto partners = static_cast<std::int64_t>(signal.evidence.size()) + 1;
  if (partners < 2 || partners < limits.ring_partners) return;
  signal.numbers = {{"partners", partners}, {"count", limits.ring_partners}};
  signal.because =
      std::to_string(partners) + " claimants of this party share a payout identity or a mailbox.";
  signals->push_back(std::move(signal));
}

}  // namespace

std::vector<Signal> FindSignals(const Hearing& hearing) {
  std::vector<Signal> signals;
  if (!hearing.parameters.signals.is_set || hearing.partner_id().empty()) return signals;
  AddClaimAfterEvent(hearing, &signals);
  AddHoarding(hearing, &signals);
  AddRegisterEverything(hearing, &signals);
  AddSelfReferralRing(hearing, &signals);
  AddWithdrawResubmit(hearing, &signals);
  return signals;
}

}  // namespace referee
