#include "src/output/events.h"

#include <string>
#include <utility>

#include "src/base/json_writer.h"

namespace referee {
namespace {

// What every report is broken down by.
std::string Attributes(const Case& the_case, const Decision& decision, std::string_view name,
                       std::string_view value) {
  std::string out;
  json::Writer writer(&out);
  const auto write = [&](std::string_view key, std::string_view text) {
    writer.Key(key);
    if (text.empty()) {
      writer.Null();
    } else {
      writer.String(text);
    }
  };
  writer.BeginObject();
  write("referral_id", decision.referral_id);
  write("submission_id", decision.submission_id);
  write("intent", IntentName(the_case.submission.intent));
  write("channel", the_case.submission.channel.get());
  const Partner* partner = the_case.source.partner;
  write("partner_id", partner != nullptr ? partner->id : std::string());
  write("partner_tier", partner != nullptr ? partner->tier.get() : std::string());
  write("sales_owner", decision.route.sales_owner);
  if (!name.empty()) write(name, value);
  writer.EndObject();
  return out;
}

}  // namespace

std::vector<Event> EventsFor(const Case& the_case, const Decision& decision) {
  std::vector<Event> events;
  const auto add = [&](std::string code, std::string_view name, std::string_view value) {
    events.push_back(
        {std::move(code), decision.as_of, Attributes(the_case, decision, name, value)});
  };
  add("submission_received", {}, {});
  for (const Finding& finding : decision.findings) {
    if (finding.code == "duplicate_record" && finding.verdict == Verdict::kStop) {
      add("duplicate_found", {}, {});
    }
  }
  for (const Conflict& conflict : decision.conflicts) {
    add("conflict_flagged", "kind", ConflictKindName(conflict.kind));
  }
  if (!decision.missing.empty()) {
    add("context_missing", "count", std::to_string(decision.missing.size()));
  }
  if (MakesClaim(the_case.submission.intent)) {
    add("fit_assessed", "fit_tier", decision.outputs.qualification.fit_tier);
  }
  add("confidence_labelled", "confidence", ConfidenceName(decision.attribution.confidence));
  if (decision.outputs.reward_status == "held") add("reward_held", {}, {});
  add("recommendation_made", "recommendation", RecommendationName(decision.recommendation));
  return events;
}

}  // namespace referee
