#include "src/output/partner_text.h"

#include <algorithm>

#include "src/base/text.h"
#include "src/output/template.h"

namespace referee {
namespace {

// Lower case, every run of blanks one blank: a promise broken over lines is a promise.
std::string Flatten(std::string_view text) {
  std::string out;
  for (const char c : LowerAscii(text)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_blank && (out.empty() || out.back() == ' ')) continue;
    out += is_blank ? ' ' : c;
  }
  return out;
}

bool AllLanesDone(const Decision& decision) {
  return std::all_of(decision.lanes.begin(), decision.lanes.end(),
                     [](LaneState state) { return state == LaneState::kDone; });
}

// What is asked of the partner, one question a line.
std::string QuestionsToPartner(const Decision& decision) {
  std::string out;
  for (const Question& question : decision.missing) {
    if (question.ask != "partner" || question.question.empty()) continue;
    if (!out.empty()) out += '\n';
    out += "- ";
    out += question.question;
  }
  return out;
}

Slots SlotsOf(const Case& the_case, const Decision& decision) {
  const Partner* partner = the_case.source.partner;
  Slots slots;
  slots.emplace_back("partner", partner != nullptr ? partner->name.get() : std::string());
  slots.emplace_back("submission_id", decision.submission_id);
  slots.emplace_back("received_at", the_case.receipt_text);
  slots.emplace_back("questions", QuestionsToPartner(decision));
  return slots;
}

// The template of this situation: "feedback_draft.review" or "partner_status.query".
std::string_view SituationOf(const Case& the_case, const Decision& decision) {
  if (!MakesClaim(the_case.submission.intent)) return "query";
  return RecommendationName(decision.recommendation);
}

std::string PartnerText(const Policy& policy, std::string_view name, const Case& the_case,
                        const Decision& decision) {
  std::string key(name);
  key += '.';
  key += SituationOf(the_case, decision);
  std::string text = Render(policy.text(key), SlotsOf(the_case, decision));
  if (!AllLanesDone(decision) && Promises(text, PromisingPhrases(policy))) {
    return policy.text("partner_text.neutral");
  }
  return text;
}

}  // namespace

std::vector<std::string> PromisingPhrases(const Policy& policy) {
  std::vector<std::string> phrases;
  for (const std::string_view line : Split(policy.text("promises"), '\n')) {
    std::string phrase = Flatten(TrimAscii(line));
    if (!phrase.empty()) phrases.push_back(std::move(phrase));
  }
  return phrases;
}

bool Promises(std::string_view text, const std::vector<std::string>& phrases) {
  const std::string flat = Flatten(text);
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return flat.find(phrase) != std::string::npos;
  });
}

std::string FeedbackDraft(const Policy& policy, const Case& the_case, const Decision& decision) {
  return PartnerText(policy, "feedback_draft", the_case, decision);
}

std::string PartnerStatus(const Policy& policy, const Case& the_case, const Decision& decision) {
  return PartnerText(policy, "partner_status", the_case, decision);
}

}  // namespace referee
