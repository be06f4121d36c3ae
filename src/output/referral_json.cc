#include "src/output/referral_json.h"

#include <vector>

namespace referee {
namespace {

using json::Writer;

void WriteTexts(Writer& writer, std::string_view name, const std::vector<std::string>& texts) {
  writer.Key(name).BeginArray();
  for (const std::string& text : texts) writer.String(text);
  writer.EndArray();
}

void WriteText(Writer& writer, std::string_view name, std::string_view text) {
  writer.Key(name);
  if (text.empty()) {
    writer.Null();
  } else {
    writer.String(text);
  }
}

void WriteStates(Writer& writer, const Referral& referral) {
  writer.Key("states").BeginObject();
  for (int i = 0; i < kAspectCount; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    writer.Key(AspectName(aspect)).String(ReferralStateName(referral.state(aspect)));
  }
  writer.EndObject();
}

void WriteParties(Writer& writer, const Referral& referral) {
  WriteTexts(writer, "submissions", referral.submissions);
  writer.Key("partners").BeginArray();
  for (const ReferralPartner& partner : referral.partners) {
    writer.BeginObject().Key("partner_id").String(partner.partner_id);
    WriteTexts(writer, "users", partner.users);
    WriteTexts(writer, "submissions", partner.submissions);
    WriteText(writer, "since", partner.since);
    writer.EndObject();
  }
  writer.EndArray();
  WriteTexts(writer, "barred", referral.barred);
  writer.Key("claims").BeginArray();
  for (const ReferralClaim& claim : referral.claims) {
    writer.BeginObject().Key("id").String(claim.id);
    WriteText(writer, "partner_id", claim.partner_id);
    writer.Key("kind").String(ClaimKindName(claim.kind));
    writer.Key("state").String(ClaimStateName(claim.state)).EndObject();
  }
  writer.EndArray();
  WriteText(writer, "sourced_by", referral.sourced_by);
  WriteTexts(writer, "influenced_by", referral.influenced_by);
  WriteTexts(writer, "open_conflicts", referral.open_conflicts);
}

void WriteReward(Writer& writer, const Amount& reward) {
  writer.Key("reward");
  if (!reward.minor.has()) {
    writer.Null();
    return;
  }
  writer.BeginObject().Key("minor").Integer(*reward.minor);
  WriteText(writer, "currency", reward.currency.get());
  writer.EndObject();
}

void WriteLastDecision(Writer& writer, const Referral& referral) {
  writer.Key("lanes").BeginObject();
  for (int i = 0; i < kLaneCount; ++i) {
    writer.Key(LaneName(static_cast<Lane>(i)));
    writer.String(LaneStateName(referral.lanes[static_cast<std::size_t>(i)]));
  }
  writer.EndObject();
  writer.Key("confidence").String(ConfidenceName(referral.confidence));
  writer.Key("is_disputed").Bool(referral.is_disputed);
  writer.Key("recommendation").String(RecommendationName(referral.recommendation));
  WriteText(writer, "decided_at", referral.decided_at);
  writer.Key("consent").BeginObject();
  writer.Key("share_forward").String(AllowanceName(referral.share_forward));
  writer.Key("contact").String(AllowanceName(referral.contact));
  writer.Key("report_back").String(AllowanceName(referral.report_back)).EndObject();
  WriteReward(writer, referral.reward);
}

void WriteNeeds(Writer& writer, const std::vector<ReferralNeed>& needs) {
  writer.Key("needs").BeginArray();
  for (const ReferralNeed& entry : needs) {
    const ApprovalNeeded& need = entry.need;
    writer.BeginObject().Key("action").String(need.action).Key("role").String(need.role);
    writer.Key("subject_hash").String(need.subject_hash).Key("people").Integer(need.people);
    writer.Key("expires_hours").Integer(need.expires_hours);
    writer.Key("not_submitter").Bool(need.not_submitter);
    writer.Key("is_asked").Bool(entry.is_asked).EndObject();
  }
  writer.EndArray();
}

void WriteOwners(Writer& writer, const Referral& referral) {
  WriteText(writer, "sales_owner", referral.sales_owner);
  WriteText(writer, "partner_owner", referral.partner_owner);
  WriteText(writer, "feedback_owner", referral.feedback_owner);
  WriteText(writer, "partner_manager", referral.partner_manager);
  WriteText(writer, "queue", referral.queue);
  WriteText(writer, "due", referral.due);
  WriteText(writer, "feedback_due", referral.feedback_due);
}

}  // namespace

void WriteApproval(const GivenApproval& given, Writer& writer) {
  const Approval& act = given.act;
  writer.BeginObject().Key("id").String(act.id).Key("action").String(act.action.get());
  writer.Key("subject_hash").String(act.subject_hash.get());
  writer.Key("user").String(act.user.get()).Key("role").String(act.role.get());
  writer.Key("at").String(act.at->text).Key("decision").String(act.decision.get());
  WriteText(writer, "rationale", act.rationale.get());
  WriteText(writer, "expires_at", act.expires_at->text);
  WriteText(writer, "expires",
            given.expires == kDistantFuture ? std::string() : FormatInstant(given.expires));
  writer.Key("is_used").Bool(given.is_used);
  WriteText(writer, "void_reason", given.void_reason);
  WriteText(writer, "voided_at", given.voided_at);
  writer.EndObject();
}

void WriteMove(const ReferralMove& move, Writer& writer) {
  writer.BeginObject();
  WriteText(writer, "id", move.id);
  writer.Key("at").String(move.at);
  WriteText(writer, "by", move.by);
  writer.Key("from").String(ReferralStateCode(move.from));
  writer.Key("to").String(ReferralStateCode(move.to));
  WriteText(writer, "reason", move.reason);
  WriteText(writer, "outcome", move.outcome);
  WriteText(writer, "rationale", move.rationale);
  WriteTexts(writer, "rests_on", move.rests_on);
  writer.EndObject();
}

std::string ReferralJson(const Referral& referral) {
  std::string out;
  Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.referral/1");
  writer.Key("id").String(referral.id);
  WriteText(writer, "program_id", referral.program_id);
  WriteText(writer, "opened_at", referral.opened_at);
  WriteStates(writer, referral);
  WriteParties(writer, referral);
  WriteLastDecision(writer, referral);
  WriteNeeds(writer, referral.needs);
  writer.Key("approvals").BeginArray();
  for (const GivenApproval& given : referral.approvals) WriteApproval(given, writer);
  writer.EndArray();
  writer.Key("history").BeginArray();
  for (const ReferralMove& move : referral.history) WriteMove(move, writer);
  writer.EndArray();
  WriteOwners(writer, referral);
  writer.EndObject();
  return out;
}

}  // namespace referee
