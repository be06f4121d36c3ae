#include "src/adjudicate/lane_counterfactual.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

// Which change of a conflict: the smallest, or one that brings no other conflict about.
enum class Choice : std::uint8_t { kSmallest, kSettling };

// The conflicts that the gate read and found open, as its evidence quotes them.  False when one of
// them has no counterfactual.
bool AddConflicts(const Finding& finding, const Decision& decision, Choice choice,
                  Changes* changes) {
  constexpr std::string_view kPrefix = "conflict.";
  for (const Fact& fact : finding.evidence) {
    if (!fact.path.starts_with(kPrefix)) continue;
    const auto kind = ConflictKindFromName(std::string_view(fact.path).substr(kPrefix.size()));
    const auto open = std::find_if(decision.conflicts.begin(), decision.conflicts.end(),
                                   [&](const Conflict& conflict) { return kind == conflict.kind; });
    if (open == decision.conflicts.end()) continue;
    if (open->counterfactual.changes.empty()) return false;
    const bool settles = choice == Choice::kSettling && !open->settling.empty();
    Add(settles ? open->settling : open->counterfactual.changes, changes);
  }
  return true;
}

// What turns every stopping gate of the lane; nothing when one of them has no lever.
std::optional<Changes> ChangesFor(const Policy& policy, const Case& the_case,
                                  const Decision& decision, Lane lane, Choice choice) {
  Changes changes;
  for (const Finding& finding : decision.findings) {
    if (finding.lane != lane || finding.verdict != Verdict::kStop) continue;
    const bool is_known =
        HasLever(finding.code) ||
        std::any_of(finding.evidence.begin(), finding.evidence.end(),
                    [](const Fact& fact) { return fact.path.starts_with("conflict."); });
    if (!is_known || !AddConflicts(finding, decision, choice, &changes)) return std::nullopt;
    Add(LeverOfGate(finding.code, the_case, policy.parameters()), &changes);
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

bool Turns(const Policy& policy, const Changes& changes, Lane lane, AlteredCase* altered) {
  const bool applies = std::all_of(changes.begin(), changes.end(),
                                   [&](const FactChange& one) { return altered->Apply(one); });
  const bool turns = applies && !StillStops(policy, altered->the_case(), lane);
  altered->Reset();
  return turns;
}

// Without what is not needed: one fact may be what two gates or conflicts rest on.
Changes Needed(const Policy& policy, Changes changes, Lane lane, AlteredCase* altered) {
  for (std::size_t i = 0; changes.size() > 1 && i < changes.size();) {
    Changes fewer = changes;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (Turns(policy, fewer, lane, altered)) {
      changes = std::move(fewer);
    } else {
      ++i;
    }
  }
  return changes;
}

std::optional<Changes> Found(const Policy& policy, const Case& the_case, const Decision& decision,
                             Lane lane, AlteredCase* altered) {
  const bool has_choice =
      std::any_of(decision.conflicts.begin(), decision.conflicts.end(),
                  [](const Conflict& conflict) { return !conflict.settling.empty(); });
  for (const Choice choice : {Choice::kSmallest, Choice::kSettling}) {
    if (choice == Choice::kSettling && !has_choice) break;
    auto changes = ChangesFor(policy, the_case, decision, lane, choice);
    if (!changes.has_value()) return std::nullopt;
    if (Turns(policy, *changes, lane, altered)) {
      return Needed(policy, *std::move(changes), lane, altered);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<LaneCounterfactual> FindLaneCounterfactuals(const Policy& policy, Case* the_case,
                                                        const Decision& decision) {
  std::vector<LaneCounterfactual> found;
  AlteredCase altered(the_case);
  for (int i = 0; i < kLaneCount; ++i) {
    const Lane lane = static_cast<Lane>(i);
    if (decision.lane(lane) != LaneState::kStop) continue;
    auto changes = Found(policy, *the_case, decision, lane, &altered);
    if (!changes.has_value()) continue;
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
