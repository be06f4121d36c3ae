#include "src/output/codes.h"

#include "src/adjudicate/lifecycle.h"
#include "src/base/json_writer.h"
#include "src/record/referral.h"

namespace referee {
namespace {

using json::Writer;

constexpr Code kActions[] = {
    {"accept", "the referral is accepted"},
    {"reject_message", "the partner is told no, in exactly this text"},
    {"attribute", "exactly this split of credit"},
    {"commission", "exactly this amount for this split, as commission"},
    {"reward", "exactly this amount for this split, as reward"},
    {"commitment", "exactly these commitments to partner or customer"},
    {"advocacy", "a public reference"},
    {"exception", "an exception from the rules for this partner"},
    {"feedback", "the partner is told exactly this text"},
};

constexpr Code kTasks[] = {
    {"sales_owner", "work the referral"},
    {"partner_owner", "speak for the partner's side"},
    {"review", "settle a conflict"},
    {"accept", "approve or refuse acceptance"},
    {"context", "ask for what is missing"},
    {"feedback", "approve and send the answer to the partner"},
};

constexpr Code kEvents[] = {
    {"submission_received", "a submission was adjudicated"},
    {"duplicate_found", "its party is a record that exists"},
    {"conflict_flagged", "two titles cannot both stand"},
    {"context_missing", "answers are missing"},
    {"fit_assessed", "how well it fits"},
    {"confidence_labelled", "how sure the attribution is"},
    {"reward_held", "a reward is asked for and held"},
    {"recommendation_made", "what was recommended"},
    {"approval_given", "a person approved"},
    {"approval_refused", "a person refused"},
    {"state_changed", "an aspect of the referral moved"},
};

std::string_view WhenOf(Rests rests) {
  switch (rests) {
    case Rests::kAlways: return "always";
    case Rests::kIfAsked: return "if_asked";
    case Rests::kIfDisputed: return "if_disputed";
    case Rests::kIfRejected: return "if_rejected";
    case Rests::kUnlessRejected: return "unless_rejected";
  }
  return "always";
}

std::string_view UseOf(ReasonUse use) {
  switch (use) {
    case ReasonUse::kOptional: return "optional";
    case ReasonUse::kRequired: return "required";
    case ReasonUse::kMustReject: return "must_reject";
  }
  return "optional";
}

void WriteCodes(Writer& writer, std::string_view name, std::span<const Code> codes) {
  writer.Key(name).BeginArray();
  for (const Code& code : codes) {
    writer.BeginObject().Key("code").String(code.code);
    writer.Key("meaning").String(code.meaning).EndObject();
  }
  writer.EndArray();
}

void WriteSet(Writer& writer, std::string_view name, StateSet set) {
  writer.Key(name).BeginArray();
  for (int i = 0; i < kReferralStateCount; ++i) {
    const auto state = static_cast<ReferralState>(i);
    if (Has(set, state)) writer.String(ReferralStateCode(state));
  }
  writer.EndArray();
}

void WriteStates(Writer& writer) {
  writer.Key("states").BeginArray();
  for (int i = 0; i < kReferralStateCount; ++i) {
    const auto state = static_cast<ReferralState>(i);
    writer.BeginObject().Key("code").String(ReferralStateCode(state));
    writer.Key("aspect").String(AspectName(AspectOf(state)));
    writer.Key("meaning").String(ReferralStateMeaning(state)).EndObject();
  }
  writer.EndArray();
}

void WriteMoves(Writer& writer) {
  writer.Key("moves").BeginArray();
  for (const Move& move : Moves()) {
    writer.BeginObject().Key("to").String(ReferralStateCode(move.to));
    WriteSet(writer, "from", move.from);
    writer.Key("approvals").BeginArray();
    for (const RequiredApproval& required : move.approvals) {
      if (required.action.empty()) continue;
      writer.BeginObject().Key("action").String(required.action);
      writer.Key("when").String(WhenOf(required.rests)).EndObject();
    }
    writer.EndArray();
    WriteSet(writer, "after", move.others);
    writer.Key("reason").String(UseOf(move.reason)).EndObject();
  }
  writer.EndArray();
}

void WriteReasons(Writer& writer) {
  writer.Key("reasons").BeginArray();
  for (const Reason& reason : Reasons()) {
    writer.BeginObject().Key("code").String(reason.code).Key("meaning").String(reason.meaning);
    writer.Key("rejects").Bool(reason.rejects).Key("by_engine").Bool(reason.by_engine);
    writer.EndObject();
  }
  writer.EndArray();
  writer.Key("outcomes").BeginArray();
  for (const Outcome& outcome : Outcomes()) {
    writer.BeginObject().Key("code").String(outcome.code);
    writer.Key("state").String(ReferralStateCode(outcome.state)).EndObject();
  }
  writer.EndArray();
}

}  // namespace

std::span<const Code> ActionCodes() { return kActions; }
std::span<const Code> TaskCodes() { return kTasks; }
std::span<const Code> EventCodes() { return kEvents; }

std::string CodesJson() {
  std::string out;
  Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.codes/1");
  WriteCodes(writer, "actions", kActions);
  WriteStates(writer);
  WriteMoves(writer);
  WriteReasons(writer);
  WriteCodes(writer, "tasks", kTasks);
  WriteCodes(writer, "events", kEvents);
  writer.EndObject();
  return out;
}

}  // namespace referee
