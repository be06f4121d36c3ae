#include "src/adjudicate/adjudicate.h"

#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("adjudicate/adjudicate");

namespace referee::testing {
namespace {

Decision Decide(CaseUnderTest* test) {
  const auto policy = Policy::Standard();
  REQUIRE(policy.ok());
  test->parameters = policy->parameters();
  Attribution attribution = test->Judge();
  const Judgement judgement = policy->Judge(test->facts, attribution);
  return Adjudicate(*policy, test->facts, std::move(attribution), judgement, std::nullopt);
}

TEST_CASE("several conflicts are listed by the policy's precedence and each says why [SCN-02]") {
  CaseUnderTest test;
  test.TouchOfParty("t-1", "webinar", -20 * kDay);
  test.Registration("d-1", "p-rival", -5 * kDay);
  test.facts.submission.consent.mutable_value().withdrawn_at = FromReceipt(-kDay);
  const Decision decision = Decide(&test);
  std::vector<ConflictKind> kinds;
  for (const Conflict& conflict : decision.conflicts) kinds.push_back(conflict.kind);
  CHECK(kinds == std::vector<ConflictKind>{ConflictKind::kContestedConsent,
                                           ConflictKind::kPartnerVsPartner,
                                           ConflictKind::kPriorMarketingSource});
  CHECK(decision.conflicts[0].ranked_by ==
        "conflicts.contested_consent gives it precedence 100. Law and consent come before any "
        "title.");
  CHECK(decision.conflicts[1].ranked_by ==
        "conflicts.partner_vs_partner gives it precedence 500, after contested_consent with 100. "
        "Complete registrations and claims rank by their receipt.");
}

TEST_CASE("a gate that stops for a conflict cites the fact that decides it [STP-01][STP-05]") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay);
  Account& account = test.AccountOfParty();
  OpenIssue issue;
  issue.severity = std::string("high");
  account.open_issues.mutable_value().push_back(issue);
  Decision decision = Decide(&test);
  CiteDecidingFacts(test.facts, test.parameters, &decision);
  const auto evidence_of = [&](std::string_view code) {
    for (const Finding& finding : decision.findings) {
      if (finding.code == code) return finding.evidence;
    }
    return std::vector<Fact>();
  };
  const std::vector<Fact> disputed = evidence_of("attribution_disputed");
  REQUIRE(disputed.size() == 1);
  CHECK(disputed[0].path == "received_at");
  CHECK(disputed[0].record.type == "deal_registration");
  CHECK(disputed[0].record.id == "d-1");
  const std::vector<Fact> unresolved = evidence_of("unresolved_issue");
  REQUIRE(unresolved.size() == 1);
  CHECK(unresolved[0].path == "open_issues");
  CHECK(unresolved[0].record.id == "a-1");
}

TEST_CASE("a gate that stops for what a list says cites the entries [STP-03][STP-12][DUP-12]") {
  CaseUnderTest test;
  Consent& consent = test.facts.submission.consent.mutable_value();
  consent.share_forward = consent.report_back = true;
  consent.contact = false;
  test.facts.submission.commitments = std::vector<std::string>{"a fifth off"};
  test.OpportunityOfParty("o-1");
  test.AccountOfParty().named_account.mutable_value().list_id = std::string("strategic");
  Decision decision = Decide(&test);
  CiteDecidingFacts(test.facts, test.parameters, &decision);
  const auto cited = [&](std::string_view code) {
    for (const Finding& finding : decision.findings) {
      if (finding.code != code) continue;
      REQUIRE(finding.verdict == Verdict::kStop);
      REQUIRE(finding.evidence.size() == 1);
      const Fact& fact = finding.evidence[0];
      return fact.path + " of " + fact.record.type + " " + fact.record.id;
    }
    return std::string();
  };
  CHECK(cited("consent_incomplete") == "consent.contact of submission s-own");
  CHECK(cited("implied_commitment") == "commitments of submission s-own");
  CHECK(cited("existing_opportunity") == "is_closed of opportunity o-1");
  CHECK(cited("strategic_or_sensitive") == "named_account.list_id of account a-1");
}

TEST_CASE("a merged source is proposed by name and its claim is the source of the split [ATT-15]") {
  CaseUnderTest test;
  test.LeadOfParty("l-1", -10 * kDay).lead_source = std::string("partner");
  test.Prior("s-1", "p-rival", -5 * kDay);
  Known<Merge> merge;
  merge.person = merge.company = Band::kSame;
  merge.record.id = "m-1";
  merge.record.of = std::string("lead");
  merge.record.winner_id = std::string("l-1");
  merge.record.at = FromReceipt(-kDay);
  MergeLoser& loser = merge.record.loser.mutable_value();
  loser.partner_id = std::string("p-nova");
  loser.created_at = At("2026-01-15T00:00:00Z");
  test.facts.merges.push_back(merge);
  const Decision decision = Decide(&test);
  const auto merged =
      std::find_if(decision.conflicts.begin(), decision.conflicts.end(),
                   [](const Conflict& one) { return one.kind == ConflictKind::kMergedSource; });
  REQUIRE(merged != decision.conflicts.end());
  CHECK(merged->proposal.ends_with(
      "Restore partner p-nova (merge m-1), known since 2026-01-15T00:00:00Z, as the origin of "
      "claim submission:s-own."));
  // No claim is dropped for it.
  CHECK(decision.attribution.claims.size() == 2);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
