#include "src/output/subjects.h"

#include "src/base/hash.h"
#include "src/base/json_writer.h"

namespace referee {
namespace {

using json::Writer;

void WriteCredit(Writer& writer, const Credit& credit) {
  writer.BeginObject().Key("partner_id").String(credit.partner_id);
  writer.Key("claim_id").String(credit.claim_id).Key("record");
  writer.BeginObject().Key("type").String(credit.record.type);
  writer.Key("id").String(credit.record.id).EndObject().EndObject();
}

// Time alone does not change a split: a live claim and the same claim ended are one subject.
std::string_view SubjectState(ClaimState state) {
  const bool stands = state == ClaimState::kLive || state == ClaimState::kEnded;
  return stands ? "stands" : ClaimStateName(state);
}

void WriteSplit(Writer& writer, const Decision& decision) {
  const CreditSplit& split = decision.attribution.split;
  writer.Key("sourced_by");
  if (split.sourced_by.has_value()) {
    WriteCredit(writer, *split.sourced_by);
  } else {
    writer.Null();
  }
  writer.Key("influenced_by").BeginArray();
  for (const Credit& credit : split.influenced_by) WriteCredit(writer, credit);
  writer.EndArray();
  writer.Key("claims").BeginArray();
  for (const Claim& claim : decision.attribution.claims) {
    writer.BeginObject().Key("id").String(claim.id).Key("kind").String(ClaimKindName(claim.kind));
    writer.Key("partner_id").String(claim.partner_id);
    writer.Key("state").String(SubjectState(claim.state)).EndObject();
  }
  writer.EndArray();
}

void WriteAmount(Writer& writer, const Money& money) {
  if (!money.has() || !money->minor.has()) {
    writer.Null();
    return;
  }
  writer.BeginObject().Key("minor").Integer(*money->minor);
  writer.Key("currency").String(money->currency.get()).EndObject();
}

void WriteMoneySubject(Writer& writer, const Decision& decision, const Submission& submission) {
  writer.Key("amount");
  WriteAmount(writer, submission.reward.has() ? *submission.reward : submission.amount);
  WriteSplit(writer, decision);
}

void WriteCommitments(Writer& writer, const Submission& submission) {
  writer.Key("commitments").BeginArray();
  for (const std::string& text : submission.commitments.get()) writer.String(text);
  for (const std::string& text : submission.call->promises.get()) writer.String(text);
  writer.EndArray();
}

}  // namespace

std::string_view BoundHash(std::string_view action, const Decision& decision) {
  for (const ApprovalNeeded& approval : decision.approvals_needed) {
    if (approval.action == action && !approval.subject_hash.empty()) return approval.subject_hash;
  }
  return {};
}

std::string SubjectHash(std::string_view action, const Decision& decision,
                        const Submission& submission) {
  std::string document;
  Writer writer(&document);
  writer.BeginObject().Key("action").String(action);
  writer.Key("referral_id").String(decision.referral_id);
  if (action == "reject_message") {
    writer.Key("text").String(decision.outputs.rejection_draft);
  } else if (action == "feedback") {
    writer.Key("text").String(decision.outputs.feedback_draft);
  } else if (action == "attribute") {
    WriteSplit(writer, decision);
  } else if (action == "commission" || action == "reward") {
    WriteMoneySubject(writer, decision, submission);
  } else if (action == "commitment") {
    WriteCommitments(writer, submission);
  } else {
    writer.Key("submission_id").String(decision.submission_id);
    writer.Key("recommendation").String(RecommendationName(decision.recommendation));
    writer.Key("policy").String(decision.policy_hash);
    if (!decision.tables_hash.empty()) writer.Key("tables").String(decision.tables_hash);
  }
  writer.EndObject();
  return Sha256Text(document);
}

}  // namespace referee
