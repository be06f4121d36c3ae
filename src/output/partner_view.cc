#include "src/output/partner_view.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "src/output/partner_text.h"
#include "src/output/template.h"

namespace referee {
namespace {

// The last day on which a claim of the conflict is protected: of others, or of the partner itself
// when the conflict is about nobody else.  "" without one.
std::string ProtectedUntil(const Decision& decision, const Conflict& conflict,
                           std::string_view partner_id) {
  Instant of_others = kDistantPast, own = kDistantPast;
  for (const Claim& claim : decision.attribution.claims) {
    const auto& ids = conflict.claims;
    if (claim.ends_text.empty() || std::find(ids.begin(), ids.end(), claim.id) == ids.end()) {
      continue;
    }
    Instant& latest = claim.partner_id == partner_id ? own : of_others;
    latest = std::max(latest, claim.ends);
  }
  const Instant shown = of_others > kDistantPast ? of_others : own;
  return shown > kDistantPast ? FormatDay(DayOf(shown)) : std::string();
}

std::string TextOf(const Policy& policy, std::string_view name, std::string_view until) {
  Slots slots;
  slots.emplace_back("until", policy.partner_words().Slot("until", until));
  if (until.empty()) slots.clear();
  return SafeForPartner(policy, Render(policy.text(name), slots));
}

// The text for this kind, else the one for any kind.
std::string KindText(const Policy& policy, std::string_view kind, std::string_view until) {
  std::string name = "partner_view.kind.";
  name += kind;
  return TextOf(policy, policy.text(name).empty() ? "partner_view.kind" : std::string_view(name),
                until);
}

DisclosedConflict Disclose(const Policy& policy, const Decision& decision, const Conflict& conflict,
                           std::string_view partner_id) {
  DisclosedConflict shown;
  const DisclosureLevel level = policy.disclosure(conflict.kind);
  shown.level = DisclosureLevelName(level);
  if (level == DisclosureLevel::kExists) {
    shown.text = TextOf(policy, "partner_view.exists", "");
    return shown;
  }
  shown.kind = ConflictKindName(conflict.kind);
  if (level == DisclosureLevel::kWindow) {
    shown.until = ProtectedUntil(decision, conflict, partner_id);
  }
  shown.text = KindText(policy, shown.kind, shown.until);
  return shown;
}

}  // namespace

PartnerView ViewForPartner(const Policy& policy, const Case& the_case, const Decision& decision) {
  PartnerView view;
  if (the_case.source.partner != nullptr) view.partner_id = the_case.source.partner->id;
  view.status = decision.outputs.partner_status;
  bool shows_that_some_exist = false;
  for (const Conflict& conflict : decision.conflicts) {
    const DisclosureLevel level = policy.disclosure(conflict.kind);
    if (level == DisclosureLevel::kNone) continue;
    if (level == DisclosureLevel::kExists && std::exchange(shows_that_some_exist, true)) continue;
    view.conflicts.push_back(Disclose(policy, decision, conflict, view.partner_id));
  }
  for (const RankedQuestion& question : decision.outputs.questions) {
    if (question.ask != "partner") continue;
    view.questions.push_back(question.question);
  }
  return view;
}

}  // namespace referee
