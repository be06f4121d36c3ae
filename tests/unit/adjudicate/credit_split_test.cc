#include "src/adjudicate/credit_split.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

TEST_SUITE_BEGIN("adjudicate/credit_split");

namespace referee {
namespace {

Claim ClaimOf(std::string id, std::string partner, ClaimState state = ClaimState::kLive) {
  Claim claim;
  claim.id = "submission:" + id;
  claim.source = {"submission", std::move(id)};
  claim.partner_id = std::move(partner);
  claim.state = state;
  return claim;
}

Conflict ConflictOf(ConflictKind kind, std::vector<Fact> facts = {}) {
  Conflict conflict;
  conflict.kind = kind;
  conflict.facts = std::move(facts);
  conflict.clause = "conflicts.kind";
  conflict.proposal = "Proposal.";
  return conflict;
}

Fact FactOf(std::string path, std::string value, RecordRef record, std::string at = {}) {
  Fact fact;
  fact.path = std::move(path);
  fact.value = std::move(value);
  fact.record = std::move(record);
  fact.at = std::move(at);
  return fact;
}

const std::vector<Claim>& TwoClaims() {
  static const auto& claims =
      *new std::vector<Claim>{ClaimOf("s-1", "p-first"), ClaimOf("s-2", "p-second")};
  return claims;
}

TEST_CASE("the earliest live claim is the source and the others influenced it [ATT-13]") {
  const CreditSplit split = ProposeSplit(TwoClaims(), {});
  REQUIRE(split.sourced_by.has_value());
  CHECK(split.sourced_by->partner_id == "p-first");
  CHECK(split.sourced_by->claim_id == "submission:s-1");
  REQUIRE(split.influenced_by.size() == 1);
  CHECK(split.influenced_by[0].partner_id == "p-second");
}

TEST_CASE("claims that are over are no credit, and one partner is credited once") {
  const CreditSplit split = ProposeSplit(
      {ClaimOf("s-0", "p-gone", ClaimState::kWithdrawn), ClaimOf("s-1", "p-first"),
       ClaimOf("s-2", "p-second"), ClaimOf("s-3", "p-second"), ClaimOf("s-4", "p-first")},
      {});
  CHECK(split.sourced_by->partner_id == "p-first");
  CHECK(split.influenced_by.size() == 1);
}

TEST_CASE("nobody is the source while receipts tie or the prospect names two [SCN-03]") {
  for (const ConflictKind kind :
       {ConflictKind::kNearSimultaneous, ConflictKind::kSelfReportedSources,
        ConflictKind::kMissingAttribution}) {
    const CreditSplit split = ProposeSplit(TwoClaims(), {ConflictOf(kind)});
    CHECK_FALSE(split.sourced_by.has_value());
    CHECK(split.influenced_by.size() == 2);
    CHECK(split.because == "conflicts.kind: Proposal.");
  }
}

TEST_CASE("an earlier webinar is the source and the partner influenced it [SCN-01]") {
  const CreditSplit split = ProposeSplit(
      {ClaimOf("s-1", "p-first")}, {ConflictOf(ConflictKind::kPriorMarketingSource,
                                               {FactOf("kind", "webinar", {"touch", "t-1"})})});
  REQUIRE(split.sourced_by.has_value());
  CHECK(split.sourced_by->partner_id.empty());
  CHECK(split.sourced_by->record.id == "t-1");
  REQUIRE(split.influenced_by.size() == 1);
  CHECK(split.influenced_by[0].partner_id == "p-first");
}

TEST_CASE("the conflict of the highest precedence decides the proposal") {
  const Conflict choice =
      ConflictOf(ConflictKind::kCustomerChoice,
                 {FactOf("customer_choice.partner_id", "p-second", {"submission", "s-2"})});
  const Conflict tie = ConflictOf(ConflictKind::kNearSimultaneous);
  CHECK(ProposeSplit(TwoClaims(), {choice, tie}).sourced_by->claim_id == "submission:s-2");
  CHECK_FALSE(ProposeSplit(TwoClaims(), {tie, choice}).sourced_by.has_value());
}

TEST_CASE("a claim for another scope shares no credit") {
  Conflict scope = ConflictOf(ConflictKind::kDifferentScope,
                              {FactOf("product_families", "crm", {"submission", "s-1"})});
  scope.claims = {"submission:s-1", "submission:s-2"};
  const CreditSplit split = ProposeSplit(TwoClaims(), {scope});
  CHECK(split.sourced_by->partner_id == "p-second");
  CHECK(split.influenced_by.empty());
}

TEST_CASE("the source that a merge dropped earliest is restored, by its claim where it has one") {
  const Conflict merged = ConflictOf(
      ConflictKind::kMergedSource,
      {FactOf("merge.loser.partner_id", "p-late", {"merge", "m-1"}),
       FactOf("merge.loser.created_at", "2026-02-01T00:00:00Z", {"merge", "m-1"},
              "2026-02-01T00:00:00Z"),
       FactOf("created_at", "2026-03-01T00:00:00Z", {"lead", "l-1"}, "2026-03-01T00:00:00Z"),
       FactOf("merge.loser.partner_id", "p-second", {"merge", "m-2"}),
       FactOf("merge.loser.created_at", "2026-01-01T00:00:00+01:00", {"merge", "m-2"},
              "2026-01-01T00:00:00+01:00")});
  CHECK(RestoredSource(merged, TwoClaims()) ==
        "Restore partner p-second (merge m-2), known since 2026-01-01T00:00:00+01:00, as the "
        "origin of claim submission:s-2.");
  CHECK(RestoredSource(ConflictOf(ConflictKind::kLiveOpportunity), TwoClaims()).empty());
  const CreditSplit split = ProposeSplit(TwoClaims(), {merged});
  CHECK(split.sourced_by->claim_id == "submission:s-2");
  CHECK(split.influenced_by[0].partner_id == "p-first");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
