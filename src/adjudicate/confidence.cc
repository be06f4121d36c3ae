#include "src/adjudicate/confidence.h"

#include <algorithm>
#include <string>

namespace referee {
namespace {

bool IsOpen(const Attribution& attribution, ConflictKind kind) {
  return std::any_of(attribution.conflicts.begin(), attribution.conflicts.end(),
                     [&](const Conflict& conflict) { return conflict.kind == kind; });
}

bool Stops(const std::vector<Finding>& findings, std::string_view code) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.code == code && finding.verdict == Verdict::kStop;
  });
}

}  // namespace

std::string_view ConfidenceRuleFor(const Attribution& attribution,
                                   const std::vector<Finding>& findings) {
  if (IsOpen(attribution, ConflictKind::kMissingAttribution)) return "none_missing_attribution";
  if (Stops(findings, "attribution_disputed")) return "disputed_open_conflict";
  return attribution.evidence_rule;
}

std::string ConfidenceNote(Confidence confidence, const Attribution& attribution) {
  std::string note;
  if (confidence == Confidence::kDisputed) {
    note = "Disputed:";
    for (const Conflict& conflict : attribution.conflicts) {
      if (LaneOf(conflict.kind) != Lane::kAttribution) continue;
      note += note.ends_with(':') ? " " : ", ";
      note += ConflictKindName(conflict.kind);
    }
    note += ". ";
  }
  note += attribution.evidence_note;
  return note;
}

}  // namespace referee
