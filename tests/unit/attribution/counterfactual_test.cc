#include "src/attribution/counterfactual.h"

#include <cstdlib>
#include <functional>
#include <random>

#include "src/attribution/altered_case.h"
#include "tests/reference/attribution/smallest_change.h"
#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/counterfactual");

namespace referee::testing {
namespace {

// The conflict of this kind with its counterfactual.
Conflict Explain(CaseUnderTest* test, ConflictKind kind) {
  Attribution attribution = test->Judge();
  FindCounterfactuals(&test->facts, test->parameters, &attribution.conflicts);
  for (const Conflict& conflict : attribution.conflicts) {
    if (conflict.kind == kind) return conflict;
  }
  FAIL("the conflict is not open");
  return {};
}

bool IsOpen(const std::vector<Conflict>& conflicts, ConflictKind kind) {
  for (const Conflict& conflict : conflicts) {
    if (conflict.kind == kind) return true;
  }
  return false;
}

// How far the one change of a counterfactual moves its time.
std::int64_t ShiftOf(const Counterfactual& counterfactual) {
  REQUIRE(counterfactual.changes.size() == 1);
  const FactChange& change = counterfactual.changes[0];
  const auto from = ParseInstant(std::get<std::string>(change.from));
  const auto to = ParseInstant(std::get<std::string>(change.to));
  REQUIRE(from.ok());
  REQUIRE(to.ok());
  return std::abs(SecondsBetween(*to, *from));
}

TEST_CASE("a registration would have tied had it been complete so many hours nearer") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -27 * kHour);
  const Conflict conflict = Explain(&test, ConflictKind::kPartnerVsPartner);
  CHECK(ShiftOf(conflict.counterfactual) == 3 * kHour);
  CHECK(conflict.counterfactual.would_open ==
        std::vector<ConflictKind>{ConflictKind::kNearSimultaneous});
  CHECK(conflict.would_flip == conflict.counterfactual.sentence);
  CHECK(conflict.would_flip.find("3 h earlier") != std::string::npos);
}

TEST_CASE("an end of protection that is nearer than the tie window goes first") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -50 * kDay).expires_at = FromReceipt(kHour);
  const Conflict conflict = Explain(&test, ConflictKind::kPartnerVsPartner);
  REQUIRE(conflict.counterfactual.changes.size() == 1);
  CHECK(conflict.counterfactual.changes[0].path == "expires_at");
  CHECK(ShiftOf(conflict.counterfactual) == kHour + 1);
}

TEST_CASE("beside a smallest change that ties the receipts stands one that settles the dispute") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -27 * kHour);
  const Conflict conflict = Explain(&test, ConflictKind::kPartnerVsPartner);
  REQUIRE(conflict.settling.size() == 1);
  CHECK(conflict.settling[0].path == "expires_at");
  test.facts.registrations[0].record.expires_at = FromReceipt(kHour);
  CHECK(Explain(&test, ConflictKind::kPartnerVsPartner).settling.empty());
}

TEST_CASE("an extension that was requested too late would have had to be requested in time [C14]") {
  CaseUnderTest test;
  DealRegistration& lapsed = test.Registration("d-1", "p-nova", -100 * kDay);
  lapsed.expires_at = FromReceipt(-30 * kDay);
  Extension extension;
  extension.requested_at = FromReceipt(-30 * kDay + 5);
  extension.until = FromReceipt(kDay);
  lapsed.extensions = std::vector<Extension>{extension};
  const Conflict conflict = Explain(&test, ConflictKind::kLapsedRegistration);
  CHECK(ShiftOf(conflict.counterfactual) == 6);
  CHECK(conflict.counterfactual.changes[0].path == "extensions.requested_at");
}

TEST_CASE("a registration that says it expired would have to be approved as well [C14]") {
  CaseUnderTest test;
  DealRegistration& lapsed = test.Registration("d-1", "p-nova", -100 * kDay);
  lapsed.status = std::string("expired");
  lapsed.expires_at = FromReceipt(-kDay);
  const Conflict conflict = Explain(&test, ConflictKind::kLapsedRegistration);
  CHECK(conflict.counterfactual.changes.size() == 2);
}

TEST_CASE("a company beside the subdivision of a territory would have to lie in it [C8]") {
  CaseUnderTest test(R"({"type":"partner","id":"p-nova","territories":["t-texas"]}
{"type":"territory","id":"t-texas","countries":["US"],"regions":["TX"]}
)");
  Address& address = test.facts.submission.company.mutable_value().address.mutable_value();
  address.country = std::string("US");
  address.region = std::string("NV");
  const Conflict conflict = Explain(&test, ConflictKind::kTerritoryMismatch);
  REQUIRE(conflict.counterfactual.changes.size() == 1);
  CHECK(conflict.counterfactual.changes[0].path == "region");
  CHECK(std::get<std::string>(conflict.counterfactual.changes[0].to) == "US-TX");
}

TEST_CASE("claims of different projects would dispute each other in one project [C13]") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay).project = std::string("tower");
  test.facts.submission.registration.mutable_value().project = std::string("quay");
  const Conflict conflict = Explain(&test, ConflictKind::kDifferentScope);
  REQUIRE(conflict.counterfactual.changes.size() == 1);
  CHECK(conflict.counterfactual.changes[0].path == "project");
}

TEST_CASE("beside claims of several scopes one would have to take in all of them [C13]") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay).product_families = std::vector<std::string>{"crm"};
  test.Registration("d-2", "p-third", -4 * kDay).product_families = std::vector<std::string>{"wms"};
  test.facts.submission.product_interest = std::vector<std::string>{"erp"};
  const Conflict conflict = Explain(&test, ConflictKind::kDifferentScope);
  REQUIRE(conflict.counterfactual.changes.size() == 1);
  CHECK(std::get<std::string>(conflict.counterfactual.changes[0].to) == "crm, erp, wms");
}

TEST_CASE("what no lever of the kind turns is not claimed") {
  CaseUnderTest test;
  // Two registrations without an expiry: to end both takes two changes, to tie with both is none.
  test.Registration("d-1", "p-rival", -40 * kDay);
  test.Registration("d-2", "p-third", -30 * kDay);
  const Conflict conflict = Explain(&test, ConflictKind::kPartnerVsPartner);
  CHECK(conflict.counterfactual.changes.size() == 2);
  for (int i = 0; i < 9; ++i) {
    test.Registration("d-more" + std::to_string(i), "p-third", -30 * kDay);
  }
  CHECK(Explain(&test, ConflictKind::kPartnerVsPartner).counterfactual.changes.empty());
}

// One time of a case, and the conflict that it decides.
struct TimeCase {
  const char* name;
  ConflictKind kind;
  // Puts the time so many seconds from the receipt.
  std::function<void(CaseUnderTest*, std::int64_t)> put;
  std::int64_t from, to;  // Where it may lie for the conflict to stand.
};

const std::vector<TimeCase>& TimeCases() {
  static const auto& cases = *new std::vector<TimeCase>{
      {"marketing touch", ConflictKind::kPriorMarketingSource,
       [](CaseUnderTest* t, std::int64_t s) { t->TouchOfParty("t-1", "webinar", s); }, -180 * kDay,
       -180 * kDay + 400},
      {"last purchase", ConflictKind::kExistingCustomer,
       [](CaseUnderTest* t, std::int64_t s) {
         t->AccountOfParty().last_purchase_at = FromReceipt(s);
       },
       -1095 * kDay, -1095 * kDay + 400},
      {"contract end", ConflictKind::kRenewalIncumbent,
       [](CaseUnderTest* t, std::int64_t s) {
         Account& account = t->AccountOfParty();
         account.partner_of_record = std::string("p-rival");
         account.contract_ends_at = FromReceipt(s);
       },
       120 * kDay - 400, 120 * kDay},
      {"dormant activity", ConflictKind::kDormantOpportunity,
       [](CaseUnderTest* t, std::int64_t s) {
         Opportunity& opportunity = t->OpportunityOfParty("o-1");
         opportunity.last_activity_at = FromReceipt(s);
         opportunity.stage_changed_at = FromReceipt(-100 * kDay);
         opportunity.expected_close = Date{*ParseDay("2025-01-01"), "2025-01-01"};
       },
       -90 * kDay - 400, -90 * kDay - 1},
      {"live activity", ConflictKind::kLiveOpportunity,
       [](CaseUnderTest* t, std::int64_t s) {
         t->OpportunityOfParty("o-1").last_activity_at = FromReceipt(s);
       },
       -90 * kDay, -90 * kDay + 400},
      {"lapse", ConflictKind::kLapsedRegistration,
       [](CaseUnderTest* t, std::int64_t s) {
         t->Registration("d-1", "p-nova", -100 * kDay).expires_at = FromReceipt(s);
       },
       -400, -1},
      {"merged source", ConflictKind::kMergedSource,
       [](CaseUnderTest* t, std::int64_t s) {
         t->LeadOfParty("l-1", -40 * kDay);
         Known<Merge> merge;
         merge.person = merge.company = Band::kSame;
         merge.record.id = "m-1";
         merge.record.of = std::string("lead");
         merge.record.winner_id = std::string("l-1");
         merge.record.at = FromReceipt(-kDay);
         MergeLoser& loser = merge.record.loser.mutable_value();
         loser.id = std::string("l-0");
         loser.partner_id = std::string("p-rival");
         loser.created_at = FromReceipt(s);
         t->facts.merges.push_back(merge);
       },
       -40 * kDay - 400, -40 * kDay - 1},
      {"retroactive lead", ConflictKind::kRetroactiveClaim,
       [](CaseUnderTest* t, std::int64_t s) {
         Lead& lead = t->LeadOfParty("l-1", -kDay);
         lead.owner = std::string("u-sam");
         lead.last_activity_at = FromReceipt(s);
       },
       -90 * kDay, -90 * kDay + 400},
      {"tracked link", ConflictKind::kChannelPrecedence,
       [](CaseUnderTest* t, std::int64_t s) {
         t->TouchOfParty("t-1", "link_click", s).partner_id = std::string("p-rival");
       },
       -30 * kDay, -30 * kDay + 400},
      {"claimed too late", ConflictKind::kAlteredEvidence,
       [](CaseUnderTest* t, std::int64_t s) { t->facts.submission.claimed_at = FromReceipt(s); },
       601, 1000},
      {"claimed too early", ConflictKind::kAlteredEvidence,
       [](CaseUnderTest* t, std::int64_t s) { t->facts.submission.claimed_at = FromReceipt(s); },
       -7 * kDay - 400, -7 * kDay - 1},
      {"tied receipts", ConflictKind::kNearSimultaneous,
       [](CaseUnderTest* t, std::int64_t s) { t->Prior("s-1", "p-rival", s); }, -kDay, -kDay + 400},
      {"end of a rival", ConflictKind::kPartnerVsPartner,
       [](CaseUnderTest* t, std::int64_t s) {
         t->Registration("d-1", "p-rival", -50 * kDay).expires_at = FromReceipt(s);
       },
       0, 400},
      {"tender", ConflictKind::kPublicTender,
       [](CaseUnderTest* t, std::int64_t s) {
         Tender& tender = t->Registration("d-1", "p-nova", -20 * kDay).tender.mutable_value();
         tender.is_public = true;
         tender.published_at = FromReceipt(s);
       },
       -20 * kDay - 400, -20 * kDay - 1},
  };
  return cases;
}

TEST_CASE("no time has to move less than a counterfactual says, by an exhaustive search") {
  std::mt19937 random(20261126);
  for (const TimeCase& one : TimeCases()) {
    for (int round = 0; round < 4; ++round) {
      const std::int64_t span = one.to - one.from + 1;
      const std::int64_t at =
          one.from + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(span));
      CAPTURE(one.name);
      CAPTURE(at);
      CaseUnderTest test;
      one.put(&test, at);
      const Conflict conflict = Explain(&test, one.kind);
      const auto stands = [&](std::int64_t shift) {
        CaseUnderTest moved;
        one.put(&moved, at + shift);
        return moved.Fires(one.kind);
      };
      const auto smallest = SmallestShift(stands, 401);
      REQUIRE(smallest.has_value());
      CHECK(ShiftOf(conflict.counterfactual) == *smallest);
    }
  }
}

// Cases in which several kinds are open at once, without times at a boundary.
void Disturb(CaseUnderTest* test, std::mt19937* random) {
  const auto chance = [&](unsigned percent) { return (*random)() % 100 < percent; };
  const auto ago = [&](unsigned days) {
    return -static_cast<std::int64_t>((*random)() % (days * 86400)) - 1;
  };
  if (chance(50)) test->Prior("s-1", "p-rival", ago(60));
  if (chance(40)) test->Registration("d-1", "p-third", ago(120));
  if (chance(30)) test->Registration("d-2", "p-nova", ago(200)).expires_at = FromReceipt(ago(90));
  if (chance(40)) test->TouchOfParty("t-1", "webinar", ago(200));
  if (chance(40))
    test->TouchOfParty("t-2", "link_click", ago(40)).partner_id = std::string("p-rival");
  if (chance(40)) {
    Touch& told = test->TouchOfParty("t-3", "call_mention", ago(20));
    told.by = std::string("prospect");
    told.partner_id = std::string("p-rival");
    test->TouchOfParty("t-4", "form", ago(20)).by = std::string("prospect");
  }
  if (chance(50)) {
    Account& account = test->AccountOfParty();
    if (chance(50)) account.kind = std::string("customer");
    if (chance(50)) account.last_purchase_at = FromReceipt(ago(1000));
    if (chance(50)) account.owner = std::string("u-sam");
    if (chance(50)) {
      account.partner_of_record = std::string("p-rival");
      account.contract_ends_at = FromReceipt(-ago(100));
    }
    if (chance(50)) account.named_account.mutable_value().list_id = std::string("house");
    if (chance(50)) {
      OpenIssue issue;
      issue.severity = std::string("high");
      account.open_issues = std::vector<OpenIssue>{issue};
    }
  }
  if (chance(50)) {
    Opportunity& opportunity = test->OpportunityOfParty("o-1");
    opportunity.owner = std::string("u-tom");
    opportunity.last_activity_at = FromReceipt(ago(150));
    opportunity.stage_changed_at = FromReceipt(ago(60));
  }
  if (chance(40)) {
    Lead& lead = test->LeadOfParty("l-1", ago(100));
    lead.owner = std::string("u-sam");
    lead.last_activity_at = FromReceipt(ago(100));
    lead.lead_source = std::string("list");
    if (chance(30)) lead.opt_out.mutable_value().all = true;
  }
  if (chance(30)) test->facts.submission.reward.mutable_value();
  if (chance(20)) test->facts.submission.consent.mutable_value().withdrawn_at = FromReceipt(-5);
  if (chance(20)) test->facts.submission.claimed_at = FromReceipt(ago(40));
  if (chance(20)) {
    CustomerChoice& choice = test->facts.submission.customer_choice.mutable_value();
    choice.by = std::string("decision_maker");
    choice.partner_id = std::string("p-third");
  }
}

TEST_CASE("every counterfactual that is claimed turns its conflict, and most conflicts have one") {
  std::mt19937 random(42);
  std::size_t open = 0, explained = 0;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    CaseUnderTest test;
    Disturb(&test, &random);
    Attribution attribution = test.Judge();
    FindCounterfactuals(&test.facts, test.parameters, &attribution.conflicts);
    for (const Conflict& conflict : attribution.conflicts) {
      ++open;
      const Counterfactual& found = conflict.counterfactual;
      if (found.changes.empty()) continue;
      ++explained;
      CAPTURE(found.sentence);
      AlteredCase altered(&test.facts);
      for (const FactChange& change : found.changes) REQUIRE(altered.Apply(change));
      const Attribution again = Attribute(altered.the_case(), test.parameters);
      CHECK_FALSE(IsOpen(again.conflicts, conflict.kind));
      for (const ConflictKind kind : found.would_open) CHECK(IsOpen(again.conflicts, kind));
      // None of the changes is idle: without any one of them the conflict stands.
      for (std::size_t left_out = 0; left_out < found.changes.size(); ++left_out) {
        altered.Reset();
        for (std::size_t i = 0; i < found.changes.size(); ++i) {
          if (i != left_out) altered.Apply(found.changes[i]);
        }
        CHECK(IsOpen(Attribute(altered.the_case(), test.parameters).conflicts, conflict.kind));
      }
    }
  }
  CHECK(open > 500);
  CHECK(explained * 10 >= open * 9);
}

TEST_CASE("an altered case that is reset is the case that it was") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -3 * kDay);
  test.AccountOfParty().kind = std::string("customer");
  const Attribution before = test.Judge();
  const Instant receipt = test.facts.receipt;
  AlteredCase altered(&test.facts);
  REQUIRE(altered.Apply(
      {"kind", std::string("customer"), std::string("prospect"), {"account", "a-1"}}));
  REQUIRE(altered.Apply({"received_at",
                         std::string(),
                         FormatInstant(FromReceipt(-5)->instant),
                         {"submission", "s-own"}}));
  CHECK(altered.the_case().receipt == FromReceipt(-5)->instant);
  CHECK_FALSE(altered.Apply({"colour", FactValue(), true, {"account", "a-1"}}));
  CHECK_FALSE(altered.Apply({"kind", FactValue(), true, {"account", "a-404"}}));
  altered.Reset();
  CHECK(altered.the_case().receipt == receipt);
  const Attribution after = Attribute(altered.the_case(), test.parameters);
  REQUIRE(after.conflicts.size() == before.conflicts.size());
  for (std::size_t i = 0; i < after.conflicts.size(); ++i) {
    CHECK(after.conflicts[i].would_flip == before.conflicts[i].would_flip);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
