#include "src/output/tracking.h"

#include <algorithm>

#include "src/base/json_writer.h"

namespace referee {
namespace {

using json::Writer;

void Write(Writer& writer, std::string_view name, std::string_view value) {
  writer.Key(name);
  if (value.empty()) {
    writer.Null();
  } else {
    writer.String(value);
  }
}

bool HasDuplicate(const Decision& decision) {
  return std::any_of(decision.findings.begin(), decision.findings.end(), [](const Finding& f) {
    return f.code == "duplicate_record" && f.verdict == Verdict::kStop;
  });
}

std::string_view NextAction(const Decision& decision) {
  switch (decision.recommendation) {
    case Recommendation::kAccept: return "approve_acceptance";
    case Recommendation::kReject: return "approve_rejection";
    case Recommendation::kNeedsMoreContext: return "ask_for_context";
    case Recommendation::kReview: return "review";
  }
  return "review";
}

}  // namespace

std::string TrackingRecord(const Case& the_case, const Decision& decision) {
  const Submission& submission = the_case.submission;
  const SourceParty& source = the_case.source;
  std::string out;
  Writer writer(&out);
  writer.BeginObject();
  Write(writer, "referral_id", decision.referral_id);
  Write(writer, "status", "submitted");
  Write(writer, "intent", IntentName(submission.intent));
  Write(writer, "channel", submission.channel.get());
  Write(writer, "partner_id", source.partner != nullptr ? source.partner->id : std::string());
  Write(writer, "partner_tier",
        source.partner != nullptr ? source.partner->tier.get() : std::string());
  Write(writer, "referrer_id", source.referrer_id);
  Write(writer, "introduction_path", submission.introduction_path.get());
  Write(writer, "campaign", submission.campaign.get());
  Write(writer, "company", the_case.party.company.name.get());
  Write(writer, "need", submission.need.get());
  Write(writer, "urgency", submission.urgency.get());
  Write(writer, "region", submission.region.get());
  Write(writer, "referral_timestamp", the_case.receipt_text);
  Write(writer, "call_id", submission.call->id.get());
  Write(writer, "transcript", submission.call->transcript.get());
  Write(writer, "record_url", submission.call->record_url.get());
  Write(writer, "sales_owner", decision.route.sales_owner);
  Write(writer, "partner_owner", decision.route.partner_owner);
  Write(writer, "feedback_owner", decision.route.feedback_owner);
  Write(writer, "due", decision.route.due);
  Write(writer, "fit_tier", decision.outputs.qualification.fit_tier);
  Write(writer, "acceptance_status", "undecided");
  Write(writer, "duplicate_status", HasDuplicate(decision) ? "duplicate" : "none_found");
  writer.Key("open_conflicts").Integer(static_cast<std::int64_t>(decision.conflicts.size()));
  Write(writer, "attribution_confidence", ConfidenceName(decision.attribution.confidence));
  Write(writer, "reward_state", decision.outputs.reward_status);
  Write(writer, "feedback_status", "draft_held");
  Write(writer, "next_action", NextAction(decision));
  writer.EndObject();
  return out;
}

}  // namespace referee
