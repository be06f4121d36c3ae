#include "src/adjudicate/recommendation.h"

#include <algorithm>

namespace referee {
namespace {

constexpr std::string_view kConsentPath = "submission.consent.";

bool HasReviewConflict(const Policy& policy, const std::vector<Conflict>& conflicts) {
  return std::any_of(conflicts.begin(), conflicts.end(),
                     [&](const Conflict& conflict) { return policy.NeedsReview(conflict.kind); });
}

bool NeedsPerson(const Policy& policy, const Finding& finding) {
  if (finding.verdict == Verdict::kFault) return true;
  const auto& gates = policy.review_gates();
  return finding.verdict == Verdict::kStop &&
         std::find(gates.begin(), gates.end(), finding.code) != gates.end();
}

bool LacksContext(const Finding& finding) {
  if (finding.verdict != Verdict::kWait || !finding.HoldsALane()) return false;
  if (finding.lane == Lane::kFit) return true;
  // A permission that nobody stated; the basis of the consent is a matter of its own gate.
  return std::any_of(finding.missing.begin(), finding.missing.end(), [](const MissingFact& fact) {
    return fact.path.starts_with(kConsentPath) && fact.path != "submission.consent.basis";
  });
}

}  // namespace

Recommendation Recommend(const Policy& policy, const Judgement& judgement,
                         const std::vector<Conflict>& conflicts) {
  const auto& findings = judgement.findings;
  const bool needs_person =
      std::any_of(findings.begin(), findings.end(),
                  [&](const Finding& finding) { return NeedsPerson(policy, finding); });
  if (needs_person || HasReviewConflict(policy, conflicts)) return Recommendation::kReview;
  if (std::any_of(findings.begin(), findings.end(), LacksContext)) {
    return Recommendation::kNeedsMoreContext;
  }
  if (judgement.fit_tier == "weak" || judgement.fit_tier == "none") return Recommendation::kReject;
  if (judgement.fit_tier == "strong" || judgement.fit_tier == "possible") {
    return Recommendation::kAccept;
  }
  return Recommendation::kNeedsMoreContext;
}

Recommendation RecommendForQuery(const Policy& policy, const std::vector<Conflict>& conflicts) {
  return HasReviewConflict(policy, conflicts) ? Recommendation::kReview
                                              : Recommendation::kNeedsMoreContext;
}

}  // namespace referee
