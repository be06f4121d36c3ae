#include "src/adjudicate/lane_counterfactual.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "src/adjudicate/gate_levers.h"
#include "src/attribution/altered_case.h"
#include "src/attribution/attribute.h"
#include "src/attribution/counterfactual.h"

namespace referee {
namespace {

using Changes = std::vector<FactChange>;

void Add(const Changes& more, Changes* changes) {
  for (const FactChange& change : more) {
    const bool is_there = std::any_of(changes->begin(), changes->end(), [&](const FactChange& one) {
      return one.path == change.path && one.record.type == change.record.type &&
             one.record.id == change.record.id && one.from == change.from;
    });
    if (!is_there) changes->push_back(change);
  }
}

// The conflicts that the gate read and found open, as its evidence quotes them.  False when one of
// them has no counterfactual.
bool AddConflicts(const Finding& finding, const Decision& decision, Changes* changes) {
  constexpr std::string_view kPrefix = "conflict.";
  for (const Fact& fact : finding.evidence) {
    if (!fact.path.starts_with(kPrefix)) continue;
    const auto kind = ConflictKindFromName(std::string_view(fact.path).substr(kPrefix.size()));
    const auto open = std::find_if(decision.conflicts.begin(), decision.conflicts.end(),
                                   [&](const Conflict& conflict) { return kind == conflict.kind; });
    if (open == decision.conflicts.end()) continue;
    if (open->counterfactual.changes.empty()) return false;
    Add(open->counterfactual.changes, changes);
  }
  return true;
}

// What turns every stopping gate of the lane; nothing when one of them has no lever.
std::optional<Changes> ChangesFor(const Policy& policy, const Case& the_case,
                                  const Decision& decision, Lane lane) {
  Changes changes;
  for (const Finding& finding : decision.findings) {
    if (finding.lane != lane || finding.verdict != Verdict::kStop) continue;
    const std::size_t before = changes.size();
    const bool is_known =
        std::any_of(finding.evidence.begin(), finding.evidence.end(),
                    [](const Fact& fact) { return fact.path.starts_with("conflict."); });
    if (!AddConflicts(finding, decision, &changes)) return std::nullopt;
    Add(LeverOfGate(finding.code, the_case, policy.parameters()), &changes);
    if (!is_known && changes.size() == before) return std::nullopt;
  }
  if (changes.empty() || changes.size() > kMaxChanges) return std::nullopt;
  return changes;
}

bool StillStops(const Policy& policy, const Case& altered, Lane lane) {
  const Attribution attribution = Attribute(altered, policy.parameters());
  const std::vector<Finding> findings = policy.JudgeLane(lane, altered, attribution);
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.verdict == Verdict::kStop; });
}

}  // namespace

std::vector<LaneCounterfactual> FindLaneCounterfactuals(const Policy& policy, Case* the_case,
                                                        const Decision& decision) {
  std::vector<LaneCounterfactual> found;
  AlteredCase altered(the_case);
  for (int i = 0; i < kLaneCount; ++i) {
    const Lane lane = static_cast<Lane>(i);
    if (decision.lane(lane) != LaneState::kStop) continue;
    auto changes = ChangesFor(policy, *the_case, decision, lane);
    if (!changes.has_value()) continue;
    const bool applies = std::all_of(changes->begin(), changes->end(),
                                     [&](const FactChange& one) { return altered.Apply(one); });
    const bool turns = applies && !StillStops(policy, altered.the_case(), lane);
    altered.Reset();
    if (!turns) continue;
    LaneCounterfactual one;
    one.lane = lane;
    one.counterfactual.sentence = "Lane ";
    one.counterfactual.sentence += LaneName(lane);
    one.counterfactual.sentence += " would not stop if " + ChangesInWords(*changes) + ".";
    one.counterfactual.changes = std::move(*changes);
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace referee
