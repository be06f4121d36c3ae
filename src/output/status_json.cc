#include "src/output/status_json.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "src/adjudicate/approvals.h"
#include "src/adjudicate/lifecycle.h"
#include "src/adjudicate/settle.h"
#include "src/base/json_writer.h"
#include "src/output/partner_text.h"
#include "src/output/referral_json.h"
#include "src/output/template.h"

namespace referee {
namespace {

using enum ReferralState;
using json::Writer;

void WriteText(Writer& writer, std::string_view name, std::string_view text) {
  writer.Key(name);
  if (text.empty()) {
    writer.Null();
  } else {
    writer.String(text);
  }
}

// When the status came to what it is; `opened` while it is what it was from the beginning.
const std::string& Since(const Referral& referral, const std::string& opened) {
  for (auto move = referral.history.rbegin(); move != referral.history.rend(); ++move) {
    if (AspectOf(move->to) == Aspect::kStatus) return move->at;
  }
  return opened;
}

// For a partner it began with its own first submission: when others came is not its business.
std::string SinceForPartner(const Referral& referral, const ReferralPartner& partner,
                            ReferralState shown) {
  const std::string& opened = partner.since.empty() ? referral.opened_at : partner.since;
  return shown == referral.state(Aspect::kStatus) ? Since(referral, opened) : opened;
}

// The partner whom the approved split names as the source.  Where it proposed nobody, because it
// was disputed who was first, the receipt decides: claims stand in its order.
std::string_view SourceOf(const Referral& referral) {
  if (!referral.sourced_by.empty()) return referral.sourced_by;
  for (const ReferralClaim& claim : referral.claims) {
    const bool stands = claim.state == ClaimState::kLive || claim.state == ClaimState::kEnded;
    if (stands && claim.kind == ClaimKind::kSource) return claim.partner_id;
  }
  return {};
}

std::string_view CreditWord(const Referral& referral, std::string_view partner_id,
                            const Instant& as_of) {
  const bool is_decided =
      referral.state(Aspect::kCredit) == kCredited && IsApproved(referral, "attribute", as_of);
  if (!is_decided) return "undecided";
  if (SourceOf(referral) == partner_id) return "credited";
  const auto& influences = referral.influenced_by;
  const bool influenced =
      std::find(influences.begin(), influences.end(), partner_id) != influences.end();
  return influenced ? "influence" : "not_credited";
}

// A reward is the business of the partner who is credited.
std::string_view RewardWord(const Referral& referral, std::string_view credit) {
  const ReferralState state = referral.state(Aspect::kReward);
  if (state == kNoReward) return "none";
  if (credit != "credited") return "undecided";
  switch (state) {
    case kRewardApproved: return "approved";
    case kRewardPaid: return "paid";
    case kRewardRefused: return "refused";
    default: return "undecided";
  }
}

std::string_view FeedbackWord(const Referral& referral) {
  switch (referral.state(Aspect::kFeedback)) {
    case kNoFeedback: return "none";
    case kFeedbackSent: return "sent";
    default: return "in_preparation";
  }
}

bool AllDone(const Referral& referral, const Instant& as_of) {
  const auto lanes = LanesNow(referral, as_of);
  return std::all_of(lanes.begin(), lanes.end(),
                     [](LaneState state) { return state == LaneState::kDone; });
}

std::string Answer(const Policy& policy, const Referral& referral, ReferralState shown,
                   const std::string& since, std::string_view credit, std::string_view reward,
                   const Instant& as_of) {
  Slots slots;
  slots.emplace_back("since", since);
  std::string answer;
  const auto add = [&](std::string name) {
    const std::string sentence = Render(policy.text(name), slots);
    if (!answer.empty() && !sentence.empty()) answer += ' ';
    answer += sentence;
  };
  add("status." + std::string(ReferralStateName(shown)));
  add("status.credit." + std::string(credit));
  add("status.reward." + std::string(reward));
  return AllDone(referral, as_of) ? answer : SafeForPartner(policy, std::move(answer));
}

void WriteTexts(Writer& writer, std::string_view name, const std::vector<std::string>& texts) {
  writer.Key(name).BeginArray();
  for (const std::string& text : texts) writer.String(text);
  writer.EndArray();
}

void WriteHead(Writer& writer, const Referral& referral, std::string_view view,
               const StatusTime& as_of) {
  writer.BeginObject().Key("schema").String("referee.status/1").Key("view").String(view);
  writer.Key("referral_id").String(referral.id).Key("as_of").String(as_of.text);
}

void WriteOwners(Writer& writer, const Referral& referral, const Instant& as_of) {
  writer.Key("owners").BeginObject();
  WriteText(writer, "step", OwnerOfStep(referral));
  WriteText(writer, "sales_owner", referral.sales_owner);
  WriteText(writer, "partner_owner", referral.partner_owner);
  WriteText(writer, "feedback_owner", referral.feedback_owner);
  WriteText(writer, "partner_manager", referral.partner_manager);
  WriteText(writer, "queue", referral.queue);
  writer.EndObject();
  WriteText(writer, "due", referral.due);
  const auto due = ParseInstant(referral.due);
  writer.Key("is_overdue").Bool(due.ok() && *due < as_of);
  WriteText(writer, "feedback_due", referral.feedback_due);
}

void WriteStates(Writer& writer, const Referral& referral) {
  const auto name = [&](Aspect aspect) { return ReferralStateName(referral.state(aspect)); };
  writer.Key("state").String(name(Aspect::kStatus));
  writer.Key("since").String(Since(referral, referral.opened_at));
  writer.Key("credit_state").String(name(Aspect::kCredit));
  writer.Key("reward_state").String(name(Aspect::kReward));
  writer.Key("feedback_state").String(name(Aspect::kFeedback));
  writer.Key("commitment_state").String(name(Aspect::kCommitment));
  writer.Key("advocacy_state").String(name(Aspect::kAdvocacy));
  std::vector<std::string> next;
  for (int i = 0; i < kAspectCount; ++i) {
    for (std::string& code : NextStates(referral, static_cast<Aspect>(i))) {
      next.push_back(std::move(code));
    }
  }
  WriteTexts(writer, "next", next);
}

void WriteNeeded(Writer& writer, const Referral& referral, const Instant& as_of) {
  writer.Key("approvals_needed").BeginArray();
  for (const ApprovalNeeded& need : NeededNow(referral, as_of)) {
    writer.BeginObject().Key("action").String(need.action).Key("role").String(need.role);
    writer.Key("subject_hash").String(need.subject_hash);
    writer.Key("people").Integer(need.people).EndObject();
  }
  writer.EndArray();
}

void WriteSubjects(Writer& writer, const Referral& referral, const Instant& as_of) {
  // What may be approved beside that: nobody asks for it, and nothing of it can be reached without.
  writer.Key("subjects").BeginArray();
  for (const ReferralNeed& entry : referral.needs) {
    writer.BeginObject().Key("action").String(entry.need.action);
    writer.Key("role").String(entry.need.role);
    writer.Key("subject_hash").String(entry.need.subject_hash);
    writer.Key("people").Integer(entry.need.people);
    writer.Key("is_asked").Bool(entry.is_asked);
    writer.Key("is_approved").Bool(IsApproved(referral, entry.need.action, as_of)).EndObject();
  }
  writer.EndArray();
  writer.Key("approvals").BeginArray();
  for (const GivenApproval& given : referral.approvals) WriteApproval(given, writer);
  writer.EndArray();
}

void WriteLanes(Writer& writer, const Referral& referral, const Instant& as_of) {
  writer.Key("lanes").BeginObject();
  const auto lanes = LanesNow(referral, as_of);
  for (int i = 0; i < kLaneCount; ++i) {
    writer.Key(LaneName(static_cast<Lane>(i)));
    writer.String(LaneStateName(lanes[static_cast<std::size_t>(i)]));
  }
  writer.EndObject();
  writer.Key("confidence").String(ConfidenceName(ConfidenceNow(referral, as_of)));
}

}  // namespace

void WriteStanding(Writer& writer, const Referral& referral, const Instant& as_of) {
  WriteStates(writer, referral);
  WriteLanes(writer, referral, as_of);
  WriteOwners(writer, referral, as_of);
  WriteNeeded(writer, referral, as_of);
}

ReferralState StateForPartner(const Referral& referral, const Instant& as_of) {
  const ReferralState state = referral.state(Aspect::kStatus);
  const bool was_told = referral.state(Aspect::kFeedback) == kFeedbackSent;
  switch (state) {
    case kDisputed:
    case kDuplicate:
    case kEscalated: return kInReview;
    case kRetried: return kRouted;
    case kAccepted: return IsApproved(referral, "accept", as_of) ? kAccepted : kInReview;
    case kClosed:
    case kRejected: return was_told ? state : kInReview;
    default: return state;
  }
}

std::string PartnerStatusJson(const Policy& policy, const Referral& referral,
                              std::string_view partner_id, const StatusTime& as_of) {
  const ReferralState shown = StateForPartner(referral, as_of.instant);
  const std::string_view credit = CreditWord(referral, partner_id, as_of.instant);
  const std::string_view reward = RewardWord(referral, credit);
  std::string out;
  Writer writer(&out);
  WriteHead(writer, referral, "partner", as_of);
  const auto partner =
      std::find_if(referral.partners.begin(), referral.partners.end(),
                   [&](const ReferralPartner& one) { return one.partner_id == partner_id; });
  const bool is_known = partner != referral.partners.end();
  if (is_known) WriteTexts(writer, "submissions", partner->submissions);
  const std::string since =
      SinceForPartner(referral, is_known ? *partner : ReferralPartner(), shown);
  writer.Key("state").String(ReferralStateName(shown));
  writer.Key("since").String(since);
  writer.Key("credit").String(credit).Key("reward").String(reward);
  writer.Key("feedback").String(FeedbackWord(referral));
  writer.Key("answer");
  writer.String(Answer(policy, referral, shown, since, credit, reward, as_of.instant));
  writer.EndObject();
  return out;
}

std::string InternalStatusJson(const Referral& referral, const StatusTime& as_of) {
  std::string out;
  Writer writer(&out);
  WriteHead(writer, referral, "internal", as_of);
  WriteTexts(writer, "submissions", referral.submissions);
  WriteStanding(writer, referral, as_of.instant);
  writer.Key("recommendation").String(RecommendationName(referral.recommendation));
  WriteTexts(writer, "open_conflicts", referral.open_conflicts);
  writer.Key("claims").BeginArray();
  for (const ReferralClaim& claim : referral.claims) {
    writer.BeginObject().Key("id").String(claim.id);
    WriteText(writer, "partner_id", claim.partner_id);
    writer.Key("kind").String(ClaimKindName(claim.kind));
    writer.Key("state").String(ClaimStateName(claim.state)).EndObject();
  }
  writer.EndArray();
  WriteSubjects(writer, referral, as_of.instant);
  writer.Key("history").BeginArray();
  for (const ReferralMove& move : referral.history) WriteMove(move, writer);
  writer.EndArray();
  writer.EndObject();
  return out;
}

}  // namespace referee
