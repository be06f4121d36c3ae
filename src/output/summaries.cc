#include "src/output/summaries.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "src/base/text.h"
#include "src/output/brief.h"
#include "src/output/template.h"

namespace referee {
namespace {

std::string_view NextPath(Recommendation recommendation) {
  switch (recommendation) {
    case Recommendation::kAccept: return "follow_up_route";
    case Recommendation::kReject: return "decline_path";
    case Recommendation::kNeedsMoreContext: return "discovery_questions";
    case Recommendation::kReview: return "person_review";
  }
  return "person_review";
}

std::string MissingPaths(const Decision& decision) {
  std::vector<std::string> paths;
  for (const RankedQuestion& question : decision.outputs.questions) paths.push_back(question.path);
  return Join(paths, ", ");
}

// The records that are this party, most probable first: "account a-1, lead l-7".
std::string KnownAs(const Decision& decision) {
  std::vector<std::string> names;
  for (const Match& match : decision.matches) {
    if (match.Main().band != Band::kSame) continue;
    names.push_back(std::string(RecordTypeName(match.type)) + " " + match.id);
  }
  return Join(names, ", ");
}

std::string SourceName(const SourceParty& source) {
  if (source.partner == nullptr) return {};
  return source.partner->name.has() ? *source.partner->name : source.partner->id;
}

// The first conflict or, without one, the first gate that stops says who has to look.
std::string RoleToAlert(const Decision& decision) {
  if (!decision.conflicts.empty()) return decision.conflicts.front().review_role;
  for (const Verdict verdict : {Verdict::kFault, Verdict::kStop}) {
    for (const Finding& finding : decision.findings) {
      if (finding.verdict == verdict) return finding.review_role;
    }
  }
  return "partner_manager";
}

std::string OwnerForRole(const Case& the_case, const Route& route, std::string_view role) {
  if (role == "sales_owner") return route.sales_owner;
  if (role == "partner_owner") return route.partner_owner;
  const Partner* partner = the_case.source.partner;
  if (role == "partner_manager" && partner != nullptr) return partner->partner_manager.get();
  return {};
}

bool NeedsPerson(const Decision& decision) {
  return decision.recommendation == Recommendation::kReview ||
         std::any_of(decision.findings.begin(), decision.findings.end(), [](const Finding& f) {
           return f.verdict == Verdict::kStop || f.verdict == Verdict::kFault;
         });
}

}  // namespace

void Qualify(const Policy& policy, Decision* decision) {
  Outputs::Qualification& qualification = decision->outputs.qualification;
  for (const Finding& finding : decision->findings) {
    if (finding.speaks == Speaks::kFor) qualification.speaks_for.push_back(finding.because);
    if (finding.speaks == Speaks::kAgainst) {
      qualification.speaks_against.push_back(finding.because);
    }
  }
  Slots slots;
  slots.emplace_back("fit_tier", qualification.fit_tier);
  slots.emplace_back("reasons", Join(qualification.reasons, " "));
  slots.emplace_back("for", Join(qualification.speaks_for, " "));
  slots.emplace_back("against", Join(qualification.speaks_against, " "));
  slots.emplace_back("missing", MissingPaths(*decision));
  qualification.summary = Render(policy.text("qualification"), slots);
}

Outputs::Context ContextOf(const Policy& policy, const Case& the_case, const Decision& decision) {
  const Submission& submission = the_case.submission;
  const Company& company = the_case.party.company;
  Slots slots;
  slots.emplace_back("party", PartyText(the_case));
  slots.emplace_back("industry", company.industry.get());
  slots.emplace_back("employees",
                     company.employees.has() ? std::to_string(*company.employees) : std::string());
  slots.emplace_back("country", company.address->country.get());
  slots.emplace_back("need", submission.need.get());
  slots.emplace_back("urgency", submission.urgency.get());
  slots.emplace_back("authority", the_case.party.person.authority.get());
  slots.emplace_back("known", KnownAs(decision));
  slots.emplace_back("partner", SourceName(the_case.source));
  slots.emplace_back("tier", the_case.source.partner != nullptr
                                 ? the_case.source.partner->tier.get()
                                 : std::string());
  slots.emplace_back("referrer", the_case.source.referrer_id);
  slots.emplace_back("channel", submission.channel.get());
  slots.emplace_back("received_at", the_case.receipt_text);
  slots.emplace_back("introduction_path", submission.introduction_path.get());
  slots.emplace_back("relationship", submission.relationship.get());
  return {Render(policy.text("context.customer"), slots),
          Render(policy.text("context.source"), slots)};
}

Outputs::Suggestion SuggestionOf(const Policy& policy, const Decision& decision) {
  Outputs::Suggestion suggestion;
  const Route& route = decision.route;
  suggestion.owner = route.sales_owner.empty() ? route.queue : route.sales_owner;
  suggestion.next_path = NextPath(decision.recommendation);
  Slots slots;
  slots.emplace_back("fit_tier", decision.outputs.qualification.fit_tier);
  slots.emplace_back("owner", suggestion.owner);
  slots.emplace_back("next", policy.text("next_path." + suggestion.next_path));
  suggestion.text = Render(policy.text("suggestion"), slots);
  return suggestion;
}

Outputs::OwnerAlert AlertOf(const Policy& policy, const Case& the_case, const Decision& decision) {
  Outputs::OwnerAlert alert;
  if (!NeedsPerson(decision)) return alert;
  alert.is_needed = true;
  alert.role = RoleToAlert(decision);
  alert.owner = OwnerForRole(the_case, decision.route, alert.role);
  Slots slots;
  slots.emplace_back("role", alert.role);
  slots.emplace_back("party", PartyText(the_case));
  slots.emplace_back("reasons", ReasonsText(policy, decision));
  alert.text = Render(policy.text("owner_alert"), slots);
  return alert;
}

std::string AttributionNote(const Policy& policy, const Decision& decision) {
  Slots slots;
  slots.emplace_back("confidence", std::string(ConfidenceName(decision.attribution.confidence)));
  slots.emplace_back("rule", decision.attribution.rule);
  slots.emplace_back("note", decision.attribution.note);
  return Render(policy.text("attribution_note"), slots);
}

std::string ReviewFlag(const Policy& policy, const Decision& decision) {
  Slots slots;
  slots.emplace_back("reasons", ReasonsText(policy, decision));
  return Render(policy.text("review_flag"), slots);
}

std::string AcceptanceText(const Policy& policy, const Decision& decision) {
  Slots slots;
  slots.emplace_back("fit_tier", decision.outputs.qualification.fit_tier);
  slots.emplace_back("reasons", ReasonsText(policy, decision));
  slots.emplace_back("missing_count", std::to_string(decision.missing.size()));
  std::string name = "acceptance.";
  name += RecommendationName(decision.recommendation);
  return Render(policy.text(name), slots);
}

}  // namespace referee
