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

Confidence ConfidenceOf(const Attribution& attribution, const std::vector<Finding>& findings) {
  if (IsOpen(attribution, ConflictKind::kMissingAttribution)) return Confidence::kNone;
  if (Stops(findings, "attribution_disputed")) return Confidence::kDisputed;
  switch (attribution.evidence) {
    case EvidenceLabel::kHigh: return Confidence::kHigh;
    case EvidenceLabel::kMedium: return Confidence::kMedium;
    case EvidenceLabel::kLow: return Confidence::kLow;
    case EvidenceLabel::kNone: return Confidence::kNone;
  }
  return Confidence::kNone;
}

std::string ConfidenceNote(Confidence confidence, const Attribution& attribution) {
  std::string note;
  if (confidence == Confidence::kDisputed) {
    note = "Disputed:";
    for (const Conflict& conflict : attribution.conflicts) {
      if (LaneOf(conflict.kind) != Lane::kAttribution) continue;
      note += ' ';
      note += ConflictKindName(conflict.kind);
    }
    note += ". ";
  }
  note += attribution.evidence_note;
  return note;
}

}  // namespace referee
