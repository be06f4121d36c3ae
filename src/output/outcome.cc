#include "src/output/outcome.h"

#include <algorithm>
#include <string_view>

#include "src/base/json_writer.h"
#include "src/output/json_parts.h"

namespace referee {
namespace {

using json::Writer;

// What only a person's approval may change: never written back by a tool.
constexpr std::string_view kProtected[] = {"attribution", "consent", "reward", "acceptance"};

bool Escalates(const Decision& decision) {
  constexpr std::string_view kCodes[] = {"strategic_or_sensitive", "enterprise_lead",
                                         "existing_opportunity", "duplicate_account"};
  return std::any_of(decision.findings.begin(), decision.findings.end(), [&](const Finding& f) {
    return f.verdict == Verdict::kStop &&
           std::find(std::begin(kCodes), std::end(kCodes), f.code) != std::end(kCodes);
  });
}

std::string Disposition(const Policy& policy, const Decision& decision) {
  const bool escalates = decision.recommendation == Recommendation::kReview && Escalates(decision);
  std::string name = "outcome.";
  name += escalates ? std::string_view("escalate") : RecommendationName(decision.recommendation);
  return policy.text(name);
}

void WriteCall(Writer& writer, const Call& call) {
  writer.BeginObject();
  WriteMember(writer, "id", call.id.get());
  WriteMember(writer, "intent", call.intent.get());
  WriteMember(writer, "urgency", call.urgency.get());
  WriteMember(writer, "objection", call.objection.get());
  WriteMember(writer, "next_step", call.next_step.get());
  WriteMember(writer, "outcome", call.outcome.get());
  writer.Key("promises_made").Integer(static_cast<std::int64_t>(call.promises->size()));
  writer.EndObject();
}

void WriteKnownAs(Writer& writer, const Decision& decision) {
  writer.Key("known_as").BeginArray();
  for (const Match& match : decision.matches) {
    if (match.Main().band != Band::kSame) continue;
    writer.BeginObject().Key("type").String(RecordTypeName(match.type));
    writer.Key("id").String(match.id).EndObject();
  }
  writer.EndArray();
}

}  // namespace

std::string OutcomeJson(const Policy& policy, const Case& the_case, const Decision& decision) {
  std::string out;
  Writer writer(&out);
  writer.BeginObject();
  WriteMember(writer, "referral_id", decision.referral_id);
  WriteMember(writer, "submission_id", decision.submission_id);
  WriteMember(writer, "disposition", Disposition(policy, decision));
  writer.Key("is_proposal").Bool(true);
  WriteMember(writer, "recommendation", RecommendationName(decision.recommendation));
  WriteMember(writer, "next_path", decision.outputs.suggestion.next_path);
  WriteMember(writer, "sales_owner", decision.route.sales_owner);
  WriteMember(writer, "partner_owner", decision.route.partner_owner);
  WriteMember(writer, "queue", decision.route.queue);
  WriteMember(writer, "due", decision.route.due);
  WriteKnownAs(writer, decision);
  writer.Key("conversation");
  if (the_case.submission.call.has()) {
    WriteCall(writer, *the_case.submission.call);
  } else {
    writer.Null();
  }
  writer.Key("protected").BeginArray();
  for (const std::string_view field : kProtected) writer.String(field);
  writer.EndArray().EndObject();
  return out;
}

}  // namespace referee
