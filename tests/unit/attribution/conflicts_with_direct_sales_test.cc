#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_with_direct_sales");

namespace referee::testing {
namespace {

constexpr ConflictKind kLive = ConflictKind::kLiveOpportunity;
constexpr ConflictKind kDormant = ConflictKind::kDormantOpportunity;
constexpr ConflictKind kRetroactive = ConflictKind::kRetroactiveClaim;
constexpr ConflictKind kOwners = ConflictKind::kOwnerDisagreement;

CalendarDate CloseIn(std::int32_t days) {
  const Day day = DayOf(At(kReceipt)->instant) + days;
  return Date{day, FormatDay(day)};
}

// Activity, stage and close all just outside of their windows.
Opportunity& Sleeping(CaseUnderTest& test) {
  Opportunity& opportunity = test.OpportunityOfParty("o-1");
  opportunity.last_activity_at = FromReceipt(-90 * kDay - 1);
  opportunity.stage_changed_at = FromReceipt(-30 * kDay - 1);
  opportunity.expected_close = CloseIn(91);
  return opportunity;
}

TEST_CASE("[C4] an open opportunity is dormant when no date lies inside of its window") {
  CaseUnderTest test;
  Sleeping(test);
  CHECK(test.Fires(kDormant));
  CHECK_FALSE(test.Fires(kLive));
}

TEST_CASE("[C3][ATT-17] one date at the edge of its window makes an opportunity live") {
  CaseUnderTest test;
  Opportunity& opportunity = Sleeping(test);
  opportunity.last_activity_at = FromReceipt(-90 * kDay);
  CHECK(test.Decides(kLive) == "last_activity_at");
  CHECK_FALSE(test.Fires(kDormant));

  opportunity.last_activity_at = FromReceipt(-90 * kDay - 1);
  opportunity.stage_changed_at = FromReceipt(-30 * kDay);
  CHECK(test.Decides(kLive) == "stage_changed_at");

  opportunity.stage_changed_at = FromReceipt(-30 * kDay - 1);
  opportunity.expected_close = CloseIn(90);
  CHECK(test.Decides(kLive) == "expected_close");
  opportunity.expected_close = CloseIn(0);
  CHECK(test.Fires(kLive));
}

TEST_CASE("[C3] an overdue close date does not make an opportunity live") {
  CaseUnderTest test;
  Sleeping(test).expected_close = CloseIn(-1);
  CHECK(test.Fires(kDormant));
}

TEST_CASE("[C3] activity dated after receipt counts as absent") {
  CaseUnderTest test;
  Opportunity& opportunity = Sleeping(test);
  opportunity.last_activity_at = FromReceipt(1);
  CHECK_FALSE(test.Fires(kLive));
  CHECK_FALSE(test.Fires(kDormant));
}

TEST_CASE("[C3] an opportunity that names this partner as source is no rival, as influence it is") {
  CaseUnderTest test;
  Opportunity& opportunity = Sleeping(test);
  OpportunityPartner partner;
  partner.partner_id = std::string("p-nova");
  partner.role = std::string("source");
  opportunity.partners = std::vector<OpportunityPartner>{partner};
  CHECK_FALSE(test.Fires(kDormant));
  opportunity.partners.mutable_value()[0].role = std::string("influence");
  CHECK(test.Fires(kDormant));
}

TEST_CASE("[C3] an opportunity of another scope, or created at receipt, is no rival") {
  CaseUnderTest test;
  Opportunity& opportunity = Sleeping(test);
  opportunity.created_at = FromReceipt(0);
  CHECK_FALSE(test.Fires(kDormant));
  opportunity.created_at = Moment();
  CHECK_FALSE(test.Fires(kDormant));
  opportunity.created_at = FromReceipt(-1);
  CHECK(test.Fires(kDormant));
  opportunity.product_families = std::vector<std::string>{"crm"};
  CHECK_FALSE(test.Fires(kDormant));
}

TEST_CASE("[C3] the gates wait where is_closed or all liveness dates are absent") {
  CaseUnderTest test;
  Opportunity& opportunity = Sleeping(test);
  opportunity.is_closed = Flag();
  CHECK_FALSE(test.Fires(kDormant));
  CHECK(test.Waits(kDormant, "opportunities.is_closed"));

  opportunity.is_closed = false;
  opportunity.last_activity_at = opportunity.stage_changed_at = Moment();
  opportunity.expected_close = CalendarDate();
  CHECK(test.Waits(kLive, "opportunities.last_activity_at"));
  CHECK(test.Waits(kDormant, "opportunities.last_activity_at"));
}

TEST_CASE("[C24] a lead that was worked before the introduction makes the claim retroactive") {
  CaseUnderTest test;
  Lead& lead = test.LeadOfParty("l-1", -200 * kDay);
  lead.owner = std::string("u-1");
  lead.last_activity_at = FromReceipt(-90 * kDay);
  CHECK(test.Decides(kRetroactive) == "created_at");
  lead.last_activity_at = FromReceipt(-90 * kDay - 1);
  CHECK_FALSE(test.Fires(kRetroactive));
  lead.last_activity_at = FromReceipt(-1);
  lead.owner = Text();
  CHECK_FALSE(test.Fires(kRetroactive));
}

TEST_CASE("[C24] introduction evidence older than the lead heals the claim") {
  CaseUnderTest test;
  Lead& lead = test.LeadOfParty("l-1", -100 * kDay);
  lead.owner = std::string("u-1");
  lead.last_activity_at = FromReceipt(-1);
  Evidence evidence;
  evidence.at = FromReceipt(-100 * kDay);
  test.facts.submission.evidence = std::vector<Evidence>{evidence};
  CHECK_FALSE(test.Fires(kRetroactive));
  test.facts.submission.evidence.mutable_value()[0].at = FromReceipt(-100 * kDay + 1);
  CHECK(test.Fires(kRetroactive));
}

TEST_CASE("[C24] a contact has no owner: a vendor's touch shows that it was worked") {
  CaseUnderTest test;
  Known<Contact> contact;
  contact.record.id = "c-1";
  contact.person = Band::kSame;
  contact.record.created_at = FromReceipt(-200 * kDay);
  test.facts.contacts.push_back(contact);
  CHECK_FALSE(test.Fires(kRetroactive));
  Touch& touch = test.TouchOfParty("t-1", "outbound", -90 * kDay);
  touch.by = std::string("vendor");
  CHECK(test.Fires(kRetroactive));
  touch.by = std::string("partner");
  CHECK_FALSE(test.Fires(kRetroactive));
}

constexpr std::string_view kTerritories =
    R"({"type":"partner","id":"p-nova","program_status":[{"status":"active"}]}
{"type":"territory","id":"t-now","owner":"u-2","from":"2025-01-01T00:00:00Z"}
{"type":"territory","id":"t-past","owner":"u-2","to":"2026-06-01T10:00:00Z"}
)";

TEST_CASE("[C25] owners of account, open opportunity and territory have to be one person") {
  CaseUnderTest test(kTerritories);
  Account& account = test.AccountOfParty();
  account.owner = std::string("u-1");
  CHECK_FALSE(test.Fires(kOwners));
  account.territory = std::string("t-now");
  CHECK(test.Decides(kOwners) == "owner");
  account.territory = std::string("t-past");
  CHECK_FALSE(test.Fires(kOwners));
  Opportunity& opportunity = test.OpportunityOfParty("o-1");
  opportunity.owner = std::string("u-3");
  CHECK(test.Fires(kOwners));
  opportunity.created_at = Moment();
  CHECK(test.Fires(kOwners));
  opportunity.created_at = FromReceipt(1);
  CHECK_FALSE(test.Fires(kOwners));
  opportunity.created_at = FromReceipt(0);
  CHECK(test.Fires(kOwners));
  opportunity.is_closed = true;
  CHECK_FALSE(test.Fires(kOwners));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
