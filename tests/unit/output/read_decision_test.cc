#include "src/output/read_decision.h"

#include <doctest/doctest.h>

#include "src/output/decision_json.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("output/read_decision");

Decision Example() {
  Decision decision;
  decision.submission_id = "s-1";
  decision.referral_id = "r-1";
  decision.sequence = 3;
  decision.as_of = "2026-06-01T10:00:00Z";
  decision.recommendation = Recommendation::kNeedsMoreContext;
  decision.lanes = {LaneState::kOpen, LaneState::kHold, LaneState::kStop, LaneState::kDone,
                    LaneState::kOpen};
  Finding finding;
  finding.code = "consent_missing";
  finding.lane = Lane::kComms;
  finding.verdict = Verdict::kWait;
  finding.because = "no consent";
  finding.evidence.push_back({"received_at", std::string("x"), {"submission", "s-1"}, "", true});
  finding.evidence.push_back({"employees", std::int64_t{420}, {"account", "a-1"}, "", false});
  finding.missing = {{"submission.consent.contact", "absent"}};
  finding.review_role = "partner_owner";
  finding.covers = {"STP-02"};
  decision.findings.push_back(finding);
  Conflict conflict;
  conflict.kind = ConflictKind::kLiveOpportunity;
  conflict.claims = {"submission:s-1"};
  conflict.facts = finding.evidence;
  conflict.proposal = "keep the owner";
  conflict.review_role = "partner_owner";
  decision.conflicts.push_back(conflict);
  Match match;
  match.type = RecordType::kContact;
  match.id = "c-1";
  match.person = {true, 0.995, 7.5, Band::kSame, {{"email", "exact", 9.4}}};
  match.company = {true, 0.9, 3.1, Band::kPossible, {}};
  decision.matches.push_back(match);
  decision.attribution.confidence = Confidence::kDisputed;
  decision.outputs.tracking_json = "{}";
  decision.policy_id = "standard";
  decision.policy_hash = "sha256:00";
  return decision;
}

// What of a decision the typed accessors of the C API show, as text.
std::string Shown(const Decision& decision) {
  Decision shown;
  shown.submission_id = decision.submission_id;
  shown.referral_id = decision.referral_id;
  shown.sequence = decision.sequence;
  shown.as_of = decision.as_of;
  shown.recommendation = decision.recommendation;
  shown.lanes = decision.lanes;
  shown.findings = decision.findings;
  shown.matches = decision.matches;
  for (const Conflict& conflict : decision.conflicts) {
    Conflict kept;
    kept.kind = conflict.kind;
    kept.claims = conflict.claims;
    kept.facts = conflict.facts;
    kept.proposal = conflict.proposal;
    kept.review_role = conflict.review_role;
    shown.conflicts.push_back(kept);
  }
  shown.attribution.confidence = decision.attribution.confidence;
  shown.policy_id = decision.policy_id;
  shown.policy_hash = decision.policy_hash;
  shown.outputs.tracking_json = "{}";
  return DecisionJson(shown, DecisionParts());
}

TEST_CASE("what typed accessors show is the same after reading back") {
  const std::string json = DecisionJson(Example(), DecisionParts());
  const absl::StatusOr<Decision> read = ReadDecision(json);
  REQUIRE(read.ok());
  CHECK(Shown(*read) == Shown(Example()));
}

TEST_CASE("parts that were left out stay out and the main probability is read all the same") {
  DecisionParts parts;
  parts.explanation = false;
  const absl::StatusOr<Decision> read = ReadDecision(DecisionJson(Example(), parts));
  REQUIRE(read.ok());
  REQUIRE(read->matches.size() == 1);
  CHECK(read->matches[0].Main().probability == doctest::Approx(0.995));
  CHECK(read->matches[0].Main().band == Band::kSame);
  parts.matches = false;
  CHECK(ReadDecision(DecisionJson(Example(), parts))->matches.empty());
}

TEST_CASE("a damaged decision is data loss") {
  std::string json = DecisionJson(Example(), DecisionParts());
  json.replace(json.find("needs_more_context"), 5, "NEEDS");
  const absl::StatusOr<Decision> read = ReadDecision(json);
  CHECK(read.status().code() == absl::StatusCode::kDataLoss);
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
