#include "bench/policy_of_40.h"

#include <string>
#include <string_view>

#include "bench/json_text.h"

namespace referee::bench {
namespace {

// Conditions of the kind that partner managers write; none of them stops the made submissions.
constexpr std::string_view kConditions[] = {
    "submission.region in ['KP', 'IR', 'SY']",
    "company.industry == 'gambling' || company.industry == 'tobacco'",
    "company.employees > 500000",
    "partner.tier == 'bronze' && company.employees > 5000",
    "submission.need.size() < 5",
    "matches.exists(m, m.type == 'account' && m.probability > 2.0)",
    "claims.exists(c, c.partner_id == 'p-blocked')",
    "touches.exists(t, t.kind == 'list_import' && t.by == 'partner')",
    "registrations.exists(r, r.status == 'revoked')",
    "opportunities.exists(o, o.stage == 'legal hold')",
    "history.exists(h, h.intent == 'reward_claim')",
    "submission.received_at < timestamp('2020-01-01T00:00:00Z')",
    "person.title.contains('Intern') && !(person.authority in ['decision_maker'])",
    "company.domains.exists(d, d.endsWith('.invalid'))",
    "submission.product_interest.exists(p, p == 'discontinued') && conflicts.size() > 3"};

}  // namespace

absl::StatusOr<Policy> PolicyOf40() {
  absl::StatusOr<Policy> standard = Policy::Standard();
  if (!standard.ok()) return standard;
  std::string gates;
  int number = 0;
  for (const std::string_view condition : kConditions) {
    JsonObject gate;
    gate.Text("code", "bench_" + std::to_string(++number)).Text("lane", "fit");
    gate.Text("stop", condition).Texts("ask", {}).Text("who", "partner_manager");
    gate.Text("review", "partner_manager").Texts("covers", {}).Text("because", "A bench rule.");
    gates += gate.Done() + ',';
  }
  // The document is canonical: members sorted, no blanks, so the list is found by its name.
  std::string document = standard->document();
  constexpr std::string_view kList = "\"gates\":[";
  document.insert(document.find(kList) + kList.size(), gates);
  return Policy::FromJson(document, Limits());
}

}  // namespace referee::bench
