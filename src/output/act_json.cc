#include "src/output/act_json.h"

#include "src/adjudicate/approvals.h"
#include "src/base/json_writer.h"
#include "src/output/referral_json.h"

namespace referee {
namespace {

using json::Writer;

void WriteText(Writer& writer, std::string_view name, std::string_view text) {
  writer.Key(name);
  if (text.empty()) {
    writer.Null();
  } else {
    writer.String(text);
  }
}

void WriteHead(Writer& writer, const Referral& referral, std::string_view type, std::string_view id,
               std::string_view by, const StatusTime& as_of) {
  writer.BeginObject().Key("schema").String("referee.act/1").Key("type").String(type);
  writer.Key("id").String(id).Key("referral_id").String(referral.id);
  writer.Key("by").String(by).Key("as_of").String(as_of.text);
}

void BeginEvent(Writer& writer, const Referral& referral, std::string_view code,
                std::string_view at) {
  writer.BeginObject().Key("code").String(code).Key("at").String(at).Key("attributes");
  writer.BeginObject().Key("referral_id").String(referral.id);
  WriteText(writer, "sales_owner", referral.sales_owner);
}

void WriteMoveEvent(Writer& writer, const Referral& referral, const ReferralMove& move) {
  BeginEvent(writer, referral, "state_changed", move.at);
  writer.Key("from").String(ReferralStateCode(move.from));
  writer.Key("to").String(ReferralStateCode(move.to));
  WriteText(writer, "reason", move.reason);
  WriteText(writer, "outcome", move.outcome);
  writer.EndObject().EndObject();
}

}  // namespace

std::string ApprovalActJson(const Referral& referral, const StatusTime& as_of,
                            std::size_t moved_from) {
  const GivenApproval& given = referral.approvals.back();
  const std::string& action = given.act.action.get();
  const bool is_approved = IsApproved(referral, action, as_of.instant);
  std::string out;
  Writer writer(&out);
  WriteHead(writer, referral, "approval", given.act.id, given.act.user.get(), as_of);
  writer.Key("approval");
  WriteApproval(given, writer);
  writer.Key("is_approved").Bool(is_approved);
  WriteText(writer, "still_to_approve",
            is_approved ? std::string() : WhoIsMissing(referral, action, as_of.instant));
  WriteStanding(writer, referral, as_of.instant);
  writer.Key("events").BeginArray();
  const bool approves = given.act.decision.get() == "approve";
  BeginEvent(writer, referral, approves ? "approval_given" : "approval_refused",
             given.act.at->text);
  writer.Key("action").String(action).Key("role").String(given.act.role.get());
  writer.EndObject().EndObject();
  for (std::size_t i = moved_from; i < referral.history.size(); ++i) {
    WriteMoveEvent(writer, referral, referral.history[i]);
  }
  writer.EndArray().EndObject();
  return out;
}

std::string TransitionActJson(const Referral& referral, const StatusTime& as_of) {
  const ReferralMove& move = referral.history.back();
  std::string out;
  Writer writer(&out);
  WriteHead(writer, referral, "transition", move.id, move.by, as_of);
  writer.Key("move");
  WriteMove(move, writer);
  WriteStanding(writer, referral, as_of.instant);
  writer.Key("events").BeginArray();
  WriteMoveEvent(writer, referral, move);
  writer.EndArray().EndObject();
  return out;
}

}  // namespace referee
