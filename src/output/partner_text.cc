#include "src/output/partner_text.h"

#include <algorithm>
#include <utility>

#include "src/output/template.h"

namespace referee {
namespace {

bool AllLanesDone(const Decision& decision) {
  return std::all_of(decision.lanes.begin(), decision.lanes.end(),
                     [](LaneState state) { return state == LaneState::kDone; });
}

// What is asked of the partner, one question a line, what unlocks most first.
std::string QuestionsToPartner(const Decision& decision) {
  std::string out;
  for (const RankedQuestion& question : decision.outputs.questions) {
    if (question.ask != "partner" || question.question.empty()) continue;
    if (!out.empty()) out += '\n';
    out += "- ";
    out += question.question;
  }
  return out;
}

Slots SlotsOf(const Policy& policy, const Case& the_case, const Decision& decision) {
  const auto& words = policy.partner_words();
  const Partner* partner = the_case.source.partner;
  Slots slots;
  slots.emplace_back("partner",
                     words.Slot("partner", partner != nullptr ? partner->name.get() : ""));
  slots.emplace_back("submission_id", words.Slot("submission_id", decision.submission_id));
  slots.emplace_back("received_at", words.Slot("received_at", the_case.receipt_text));
  slots.emplace_back("questions", QuestionsToPartner(decision));
  return slots;
}

// The template of this situation: "feedback_draft.review" or "partner_status.query".
std::string_view SituationOf(const Case& the_case, const Decision& decision) {
  if (!MakesClaim(the_case.submission.intent)) return "query";
  return RecommendationName(decision.recommendation);
}

std::string PartnerText(const Policy& policy, std::string_view name, std::string_view situation,
                        const Slots& slots, const Decision& decision) {
  std::string key(name);
  key += '.';
  key += situation;
  const std::string& pattern = policy.text(key);
  if (pattern.empty()) return {};
  std::string text = Render(pattern, slots);
  return AllLanesDone(decision) ? text : SafeForPartner(policy, text);
}

}  // namespace

std::string SafeForPartner(const Policy& policy, const std::string& text) {
  return policy.partner_words().Promises(text) ? policy.partner_words().neutral() : text;
}

PartnerDrafts DraftsForPartner(const Policy& policy, const Case& the_case,
                               const Decision& decision) {
  constexpr std::string_view kReject = "reject";
  const std::string_view situation = SituationOf(the_case, decision);
  const Slots slots = SlotsOf(policy, the_case, decision);
  PartnerDrafts drafts;
  drafts.feedback = PartnerText(policy, "feedback_draft", situation, slots, decision);
  if (!MakesClaim(the_case.submission.intent)) return drafts;
  drafts.rejection = situation == kReject
                         ? drafts.feedback
                         : PartnerText(policy, "feedback_draft", kReject, slots, decision);
  return drafts;
}

std::string PartnerStatus(const Policy& policy, const Case& the_case, const Decision& decision) {
  return PartnerText(policy, "partner_status", SituationOf(the_case, decision),
                     SlotsOf(policy, the_case, decision), decision);
}

}  // namespace referee
