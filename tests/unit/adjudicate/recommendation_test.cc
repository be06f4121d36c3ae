#include "src/adjudicate/recommendation.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("adjudicate/recommendation");

namespace referee::testing {
namespace {

const Policy& Standard() {
  static const auto& policy = *new Policy(Policy::Standard().value());
  return policy;
}

Finding Said(const char* code, Lane lane, Verdict verdict, const char* path = nullptr,
             FindingSource source = FindingSource::kGate) {
  Finding finding;
  finding.code = code;
  finding.lane = lane;
  finding.verdict = verdict;
  finding.source = source;
  if (path != nullptr) finding.missing.push_back({path, "absent"});
  return finding;
}

Conflict Open(ConflictKind kind) {
  Conflict conflict;
  conflict.kind = kind;
  return conflict;
}

TEST_CASE("the first reason that applies decides [FIT-12][FIT-13][OUT-04]") {
  struct Row {
    const char* tier;
    std::vector<Finding> findings;
    std::vector<Conflict> conflicts;
    Recommendation recommendation;
  };
  const Finding fit_waits =
      Said("fit_evidence_missing", Lane::kFit, Verdict::kWait, "company.name");
  const Finding duplicate = Said("duplicate_record", Lane::kOwnership, Verdict::kStop);
  const Row rows[] = {
      {"strong", {}, {}, Recommendation::kAccept},
      {"possible", {}, {}, Recommendation::kAccept},
      {"weak", {}, {}, Recommendation::kReject},
      {"none", {}, {}, Recommendation::kReject},
      {"unknown", {}, {}, Recommendation::kNeedsMoreContext},
      {"strong", {fit_waits}, {}, Recommendation::kNeedsMoreContext},
      {"weak", {fit_waits}, {}, Recommendation::kNeedsMoreContext},
      // A duplicate alone holds ownership and leaves the recommendation to fit.
      {"strong", {duplicate}, {}, Recommendation::kAccept},
      {"strong",
       {Said("consent_incomplete", Lane::kComms, Verdict::kWait, "submission.consent.contact")},
       {},
       Recommendation::kNeedsMoreContext},
      // The basis of the consent holds its own lane only.
      {"strong",
       {Said("consent_unclear", Lane::kComms, Verdict::kWait, "submission.consent.basis")},
       {},
       Recommendation::kAccept},
      {"strong",
       {Said("out_of_policy", Lane::kAttribution, Verdict::kWait, "submission.amount")},
       {},
       Recommendation::kAccept},
      {"weak", {}, {Open(ConflictKind::kPartnerVsPartner)}, Recommendation::kReview},
      {"strong", {fit_waits}, {Open(ConflictKind::kNamedAccount)}, Recommendation::kReview},
      {"strong", {}, {Open(ConflictKind::kNoCompanyIdentity)}, Recommendation::kAccept},
      {"strong", {}, {Open(ConflictKind::kDifferentScope)}, Recommendation::kAccept},
      {"strong",
       {Said("high_value", Lane::kOwnership, Verdict::kStop)},
       {},
       Recommendation::kReview},
      {"strong",
       {Said("high_value", Lane::kOwnership, Verdict::kWait)},
       {},
       Recommendation::kAccept},
      {"strong",
       {Said("enterprise_lead", Lane::kOwnership, Verdict::kStop)},
       {},
       Recommendation::kReview},
      {"strong",
       {Said("low_confidence_match", Lane::kOwnership, Verdict::kStop)},
       {},
       Recommendation::kReview},
      {"strong",
       {Said("strategic_or_sensitive", Lane::kOwnership, Verdict::kStop)},
       {},
       Recommendation::kReview},
      {"strong", {Said("any", Lane::kReward, Verdict::kFault)}, {}, Recommendation::kReview},
      // What only a rule would like to know changes nothing.
      {"strong",
       {Said("urgent", Lane::kFit, Verdict::kWait, "submission.urgency", FindingSource::kRule)},
       {},
       Recommendation::kAccept},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tier);
    CAPTURE(row.findings.size());
    CAPTURE(row.conflicts.size());
    Judgement judgement;
    judgement.fit_tier = row.tier;
    judgement.findings = row.findings;
    CHECK(Recommend(Standard(), judgement, row.conflicts) == row.recommendation);
  }
}

TEST_CASE("a query is reviewed with an open conflict and else answered with more context") {
  CHECK(RecommendForQuery(Standard(), {}) == Recommendation::kNeedsMoreContext);
  CHECK(RecommendForQuery(Standard(), {Open(ConflictKind::kRewardConflict)}) ==
        Recommendation::kReview);
  CHECK(RecommendForQuery(Standard(), {Open(ConflictKind::kDifferentScope)}) ==
        Recommendation::kNeedsMoreContext);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
