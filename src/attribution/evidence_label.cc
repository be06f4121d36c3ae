#include "src/attribution/evidence_label.h"

#include <utility>

namespace referee {
namespace {

const Title* ApprovedRegistration(const Hearing& hearing) {
  for (const Title& title : hearing.timeline.titles) {
    if (title.IsLive() && title.claim.is_approved &&
        title.claim.partner_id == hearing.partner_id()) {
      return &title;
    }
  }
  return nullptr;
}

bool IsRecent(const Hearing& hearing, const Moment& moment) {
  return hearing.IsWithinDays(moment, hearing.parameters.introduction_lookback_days);
}

// "evidence e-1 (email) of 2026-05-30T12:00:00Z", or "" when none is recent.
std::string RecentEvidence(const Hearing& hearing, const Submission& submission) {
  for (const Evidence& evidence : submission.evidence.get()) {
    if (!IsRecent(hearing, evidence.at)) continue;
    std::string words = "evidence " + evidence.id.get();
    if (evidence.kind.has()) words += " (" + *evidence.kind + ")";
    return words + " of " + evidence.at->text;
  }
  return {};
}

std::string RecentIntroduction(const Hearing& hearing) {
  const auto& touches = hearing.timeline.touches;
  for (auto touch = touches.rbegin(); touch != touches.rend(); ++touch) {
    const std::string& kind = touch->touch->kind.get();
    if (kind != "email_intro" && kind != "call_mention") continue;
    const bool is_of_another =
        !touch->partner_id.empty() && touch->partner_id != hearing.partner_id();
    if (is_of_another || !IsRecent(hearing, touch->touch->at)) continue;
    return kind + " " + touch->touch->id + " of " + touch->touch->at->text;
  }
  return {};
}

struct Strong {
  std::string words;  // "" for none.
  std::string_view rule;
};

// What makes the label high, and by which rule.
Strong StrongEvidence(const Hearing& hearing) {
  const Title* approved = ApprovedRegistration(hearing);
  if (approved != nullptr) {
    return {"approved registration " + approved->claim.source.id + ", protected until " +
                approved->claim.ends_text,
            "high_approved_registration"};
  }
  std::string words = RecentIntroduction(hearing);
  if (!words.empty()) return {std::move(words), "high_introduction"};
  words = RecentEvidence(hearing, hearing.the_case.submission);
  // A query brings no papers of its own: those of the claim that it asks about speak.
  const Title* subject = hearing.timeline.Subject();
  if (words.empty() && subject != nullptr && subject->submission != nullptr) {
    words = RecentEvidence(hearing, *subject->submission);
  }
  return {std::move(words), "high_evidence"};
}

}  // namespace

LabelledEvidence LabelEvidence(const Hearing& hearing) {
  const SourceParty& source = hearing.the_case.source;
  const std::string partner(hearing.partner_id());
  if (partner.empty() && !source.referrer_known) {
    return {EvidenceLabel::kNone, "none_no_source",
            "No known partner, referral code or referrer names a source."};
  }
  const std::string who = partner.empty() ? "The referrer" : "Partner " + partner;
  const Strong strong = StrongEvidence(hearing);
  if (!strong.words.empty()) {
    return {EvidenceLabel::kHigh, strong.rule, who + " is named, with " + strong.words + "."};
  }
  if (source.named_by_link_only) {
    return {EvidenceLabel::kLow, "low_tracked_link",
            who + " is named by a tracked link or code only."};
  }
  return {EvidenceLabel::kMedium, "medium_known_partner",
          who +
              " is known, without an approved registration and without an introduction or "
              "evidence dated within " +
              std::to_string(hearing.parameters.introduction_lookback_days) + " d."};
}

}  // namespace referee
