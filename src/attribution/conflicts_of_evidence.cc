// What the papers say against each other: consent, rewards, times and hashes.

#include <algorithm>
#include <array>

#include "src/attribution/detectors.h"
#include "src/attribution/duration_words.h"
#include "src/attribution/facts.h"
#include "src/attribution/scope.h"

namespace referee {
namespace {

struct ConsentFlag {
  std::string_view path;
  Flag Consent::*flag;
};

constexpr std::array<ConsentFlag, 3> kConsentFlags = {
    {{"consent.share_forward", &Consent::share_forward},
     {"consent.contact", &Consent::contact},
     {"consent.report_back", &Consent::report_back}}};

struct OptOutFlag {
  std::string_view path;
  Flag OptOut::*flag;
};

constexpr std::array<OptOutFlag, 3> kOptOutFlags = {{{"opt_out.email", &OptOut::email},
                                                     {"opt_out.phone", &OptOut::phone},
                                                     {"opt_out.all", &OptOut::all}}};

void AddOptOuts(const Maybe<OptOut>& opt_out, const RecordRef& record, ConflictBuilder* builder) {
  for (const OptOutFlag& row : kOptOutFlags) {
    const Flag& flag = opt_out.get().*row.flag;
    if (flag.has() && *flag) builder->Add(FlagFact(row.path, true, record));
  }
}

// The submissions of the referral, this one last.
std::vector<const Submission*> SubmissionsOf(const Hearing& hearing) {
  std::vector<const Submission*> all;
  for (const PriorSubmission& prior : hearing.the_case.prior) {
    const bool would_be =
        hearing.assumption == Assumption::kPossibleIsSame && hearing.IsSame(prior.person);
    if (prior.same_referral || would_be) all.push_back(&prior.submission);
  }
  all.push_back(&hearing.the_case.submission);
  return all;
}

void AddWithdrawals(const std::vector<const Submission*>& all, ConflictBuilder* builder) {
  for (const Submission* submission : all) {
    const Moment& withdrawn = submission->consent->withdrawn_at;
    if (withdrawn.has()) {
      builder->Add(TimeFact("consent.withdrawn_at", *withdrawn, SubmissionRef(*submission)));
    }
  }
}

// The latest yes and the latest no to one question, when there are both.
void AddDisagreements(const std::vector<const Submission*>& all, ConflictBuilder* builder) {
  for (const ConsentFlag& row : kConsentFlags) {
    const Submission* yes = nullptr;
    const Submission* no = nullptr;
    for (const Submission* submission : all) {
      const Flag& flag = submission->consent.get().*row.flag;
      if (flag.has()) (*flag ? yes : no) = submission;
    }
    if (yes == nullptr || no == nullptr) continue;
    builder->Add(FlagFact(row.path, false, SubmissionRef(*no), no->received_at->text));
    builder->Add(Against(FlagFact(row.path, true, SubmissionRef(*yes), yes->received_at->text)));
  }
}

void AddPaidToOthers(const Hearing& hearing, ConflictBuilder* builder) {
  for (const Known<Reward>& known : hearing.the_case.rewards) {
    const Reward& reward = known.record;
    const std::string& status = reward.status.get();
    if (!hearing.IsSame(known.best()) || (status != "approved" && status != "paid")) continue;
    if (!reward.partner_id.has() || *reward.partner_id == hearing.partner_id()) continue;
    if (reward.at.has() && reward.at->instant > hearing.receipt()) continue;
    const RecordRef record = {"reward", reward.id};
    builder->Add(TextFact("reward.status", status, record, reward.at->text));
    builder->Add(TextFact("partner_id", *reward.partner_id, record, reward.at->text));
  }
}

// Dates of the submission itself that lie after its receipt by more than the skew.
void AddLaterThanReceipt(const Hearing& hearing, ConflictBuilder* builder) {
  const Submission& submission = hearing.the_case.submission;
  const RecordRef self = SubmissionRef(submission);
  const Instant limit =
      hearing.receipt().PlusSeconds(std::int64_t{hearing.parameters.clock_skew_minutes} * 60);
  const auto is_later = [&](const Moment& moment) {
    return moment.has() && moment->instant > limit;
  };
  if (is_later(submission.claimed_at)) {
    builder->Add(TimeFact("claimed_at", *submission.claimed_at, self));
  }
  for (const Touch& touch : submission.touches.get()) {
    if (is_later(touch.at)) builder->Add(TimeFact("touches.at", *touch.at, self));
  }
  for (const Evidence& evidence : submission.evidence.get()) {
    if (is_later(evidence.at)) builder->Add(TimeFact("evidence.at", *evidence.at, self));
  }
}

// An old claim needs evidence dated near the time that it claims.
bool IsBackdated(const Hearing& hearing) {
  const Submission& submission = hearing.the_case.submission;
  const std::int64_t window = std::int64_t{hearing.parameters.backdating_days} * 86400;
  if (!submission.claimed_at.has()) return false;
  const Instant& claimed = submission.claimed_at->instant;
  if (claimed >= hearing.receipt() || Within(claimed, hearing.receipt(), window)) return false;
  const auto supports = [&](const Moment& moment) {
    return moment.has() && Within(moment->instant, claimed, window);
  };
  const auto& evidence = submission.evidence.get();
  return std::none_of(evidence.begin(), evidence.end(),
                      [&](const Evidence& item) { return supports(item.at); });
}

void AddChangedHashes(const Hearing& hearing, ConflictBuilder* builder) {
  const Submission& submission = hearing.the_case.submission;
  for (const Evidence& evidence : submission.evidence.get()) {
    if (!evidence.id.has() || !evidence.hash.has()) continue;
    for (const PriorSubmission& prior : hearing.the_case.same_evidence) {
      for (const Evidence& seen : prior.submission.evidence.get()) {
        if (seen.id.get() != *evidence.id || !seen.hash.has()) continue;
        if (FoldedText(*seen.hash) == FoldedText(*evidence.hash)) continue;
        builder->Add(TextFact("evidence.hash", *evidence.hash, SubmissionRef(submission),
                              evidence.at->text));
        builder->Add(Against(
            TextFact("evidence.hash", *seen.hash, SubmissionRef(prior.submission), seen.at->text)));
      }
    }
  }
}

}  // namespace

Detection DetectContestedConsent(const Hearing& hearing) {
  const std::vector<const Submission*> all = SubmissionsOf(hearing);
  ConflictBuilder builder(ConflictKind::kContestedConsent);
  AddWithdrawals(all, &builder);
  for (const Known<Contact>& known : hearing.the_case.contacts) {
    if (!hearing.IsSame(known.person)) continue;
    AddOptOuts(known.record.opt_out, {"contact", known.record.id}, &builder);
  }
  for (const Known<Lead>& known : hearing.the_case.leads) {
    if (!hearing.IsSame(known.person)) continue;
    AddOptOuts(known.record.opt_out, {"lead", known.record.id}, &builder);
  }
  AddDisagreements(all, &builder);
  if (builder.empty()) return {};
  return builder.Build(
      "It would fall away if the person agreed again: no opt-out in the CRM, no "
      "withdrawal, and 1 answer to every question of consent.");
}

Detection DetectRewardConflict(const Hearing& hearing) {
  const Submission& submission = hearing.the_case.submission;
  const RecordRef self = SubmissionRef(submission);
  const bool is_claimed = submission.intent == Intent::kRewardClaim || submission.reward.has();
  ConflictBuilder builder(ConflictKind::kRewardConflict);
  AddPaidToOthers(hearing, &builder);
  if (is_claimed && !hearing.the_case.attribution_done) {
    const bool by_intent = submission.intent == Intent::kRewardClaim;
    builder.Add(TextFact(by_intent ? "intent" : "reward", by_intent ? "reward_claim" : "given",
                         self, hearing.the_case.receipt_text));
    builder.Add(TextFact("lanes.attribution", "not done",
                         {"referral", hearing.the_case.referral_id}, hearing.the_case.as_of_text));
  }
  if (builder.empty()) return {};
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build(
      "It would fall away if a person had approved the attribution and no reward of "
      "the party were approved or paid to another partner.");
}

Detection DetectAlteredEvidence(const Hearing& hearing) {
  const Submission& submission = hearing.the_case.submission;
  ConflictBuilder builder(ConflictKind::kAlteredEvidence);
  AddLaterThanReceipt(hearing, &builder);
  if (IsBackdated(hearing)) {
    builder.Add(TimeFact("claimed_at", *submission.claimed_at, SubmissionRef(submission)));
  }
  AddChangedHashes(hearing, &builder);
  if (builder.empty()) return {};
  builder.Add(
      Against(TimeFact("received_at", hearing.the_case.receipt_text, SubmissionRef(submission))));
  if (hearing.timeline.Subject() != nullptr) builder.Claims(hearing.timeline.Subject()->claim);
  return builder.Build("It would fall away if every time lay at most " +
                       std::to_string(hearing.parameters.clock_skew_minutes) +
                       " min after the receipt, an older claim had evidence dated within " +
                       std::to_string(hearing.parameters.backdating_days) +
                       " d of it, and every hash were the one seen before.");
}

}  // namespace referee
