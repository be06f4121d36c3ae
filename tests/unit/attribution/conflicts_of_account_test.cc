#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_of_account");

namespace referee::testing {
namespace {

constexpr ConflictKind kNamed = ConflictKind::kNamedAccount;
constexpr ConflictKind kFamily = ConflictKind::kCorporateFamily;
constexpr ConflictKind kCustomer = ConflictKind::kExistingCustomer;
constexpr ConflictKind kRenewal = ConflictKind::kRenewalIncumbent;
constexpr ConflictKind kHold = ConflictKind::kRelationshipHold;

TEST_CASE("[C7][STP-17] a list entry counts from its first second and until before its last") {
  CaseUnderTest test;
  NamedAccount entry;
  entry.list_id = std::string("strategic");
  entry.valid.from = FromReceipt(0);
  Account& account = test.AccountOfParty();
  account.named_account = entry;
  CHECK(test.Decides(kNamed) == "named_account.list_id");
  account.named_account.mutable_value().valid.from = FromReceipt(1);
  CHECK_FALSE(test.Fires(kNamed));
  account.named_account.mutable_value().valid.from = FromReceipt(-kDay);
  account.named_account.mutable_value().valid.to = FromReceipt(0);
  CHECK_FALSE(test.Fires(kNamed));
  account.named_account.mutable_value().valid.to = FromReceipt(1);
  CHECK(test.Fires(kNamed));
}

TEST_CASE("[C7] a possibly same account makes the conflict wait") {
  CaseUnderTest test;
  NamedAccount entry;
  entry.list_id = std::string("house");
  test.AccountOfParty().named_account = entry;
  test.facts.accounts[0].company = Band::kPossible;
  CHECK_FALSE(test.Fires(kNamed));
  CHECK(test.Waits(kNamed, "matches"));
}

TEST_CASE("[C7] an account created after receipt is ignored") {
  CaseUnderTest test;
  NamedAccount entry;
  entry.list_id = std::string("house");
  Account& account = test.AccountOfParty();
  account.named_account = entry;
  account.created_at = FromReceipt(1);
  CHECK_FALSE(test.Fires(kNamed));
}

FamilyMember& Relative(CaseUnderTest& test) {
  FamilyMember member;
  member.account.id = "a-2";
  member.ultimate_parent_id = "a-top";
  member.company = Band::kSame;
  test.facts.family.push_back(member);
  return test.facts.family.back();
}

TEST_CASE("[C9] a relative who is a customer or has an open opportunity concerns the family") {
  CaseUnderTest test;
  FamilyMember& member = Relative(test);
  CHECK_FALSE(test.Fires(kFamily));
  member.account.kind = std::string("customer");
  CHECK(test.Decides(kFamily) == "ultimate_parent_id");

  member.account.kind = std::string("prospect");
  Opportunity opportunity;
  opportunity.created_at = FromReceipt(-kDay);
  member.opportunities.push_back(opportunity);
  CHECK_FALSE(test.Fires(kFamily));
  CHECK(test.Waits(kFamily, "opportunities.is_closed"));
  member.opportunities[0].is_closed = false;
  CHECK(test.Fires(kFamily));
  member.opportunities[0].created_at = FromReceipt(0);
  CHECK(test.Fires(kFamily));
  member.opportunities[0].created_at = Moment();
  CHECK(test.Fires(kFamily));
  member.opportunities[0].created_at = FromReceipt(1);
  CHECK_FALSE(test.Fires(kFamily));
}

TEST_CASE("[C9] a live claim on a relative counts when it is somebody else's") {
  CaseUnderTest test;
  FamilyMember& member = Relative(test);
  DealRegistration registration;
  registration.partner_id = std::string("p-rival");
  registration.status = std::string("submitted");
  registration.submitted_at = FromReceipt(-90 * kDay);
  member.registrations.push_back(registration);
  CHECK(test.Fires(kFamily));
  member.registrations[0].submitted_at = FromReceipt(-90 * kDay - 1);
  CHECK_FALSE(test.Fires(kFamily));
  member.registrations[0].submitted_at = FromReceipt(-kDay);
  member.registrations[0].partner_id = std::string("p-nova");
  CHECK_FALSE(test.Fires(kFamily));
}

TEST_CASE("[C11] a customer is new again one second after the limit") {
  CaseUnderTest test;
  Account& account = test.AccountOfParty();
  account.kind = std::string("former_customer");
  account.last_purchase_at = FromReceipt(-1095 * kDay);
  CHECK(test.Decides(kCustomer) == "last_purchase_at");
  account.last_purchase_at = FromReceipt(-1095 * kDay - 1);
  CHECK_FALSE(test.Fires(kCustomer));
  account.last_purchase_at = FromReceipt(1);
  CHECK_FALSE(test.Fires(kCustomer));
  account.kind = std::string("customer");
  CHECK(test.Decides(kCustomer) == "kind");
}

TEST_CASE("[C11] a duplicate account that is a customer counts") {
  CaseUnderTest test;
  test.AccountOfParty("a-1");
  test.AccountOfParty("a-2").kind = std::string("customer");
  CHECK(test.Fires(kCustomer));
}

TEST_CASE("[C12] the incumbent keeps a renewal inside of the renewal window") {
  CaseUnderTest test;
  Account& account = test.AccountOfParty();
  account.partner_of_record = std::string("p-rival");
  CHECK_FALSE(test.Fires(kRenewal));
  account.contract_ends_at = FromReceipt(120 * kDay);
  CHECK(test.Decides(kRenewal) == "contract_ends_at");
  account.contract_ends_at = FromReceipt(120 * kDay + 1);
  CHECK_FALSE(test.Fires(kRenewal));
  account.contract_ends_at = FromReceipt(-1);
  CHECK_FALSE(test.Fires(kRenewal));
  account.contract_ends_at = FromReceipt(0);
  CHECK(test.Fires(kRenewal));
  account.partner_of_record = std::string("p-nova");
  CHECK_FALSE(test.Fires(kRenewal));
}

TEST_CASE("[C12] an open renewal concerns the incumbent whenever the contract ends") {
  CaseUnderTest test;
  test.AccountOfParty().partner_of_record = std::string("p-rival");
  Opportunity& opportunity = test.OpportunityOfParty("o-1");
  opportunity.opportunity_type = std::string("renewal");
  CHECK(test.Fires(kRenewal));
  opportunity.created_at = Moment();
  CHECK(test.Fires(kRenewal));
  opportunity.opportunity_type = std::string("new");
  CHECK_FALSE(test.Fires(kRenewal));
}

TEST_CASE("[C30][STP-05] an issue holds contact from the severity of the policy on") {
  CaseUnderTest test;
  Account& account = test.AccountOfParty();
  OpenIssue issue;
  issue.severity = std::string("medium");
  issue.since = FromReceipt(-kDay);
  account.open_issues = std::vector<OpenIssue>{issue};
  OpenIssue& open = account.open_issues.mutable_value()[0];
  CHECK(test.Decides(kHold) == "open_issues");
  open.severity = std::string("low");
  CHECK_FALSE(test.Fires(kHold));
  open.kind = std::string("Churn_Risk");
  CHECK(test.Fires(kHold));
  open.closed_at = FromReceipt(-1);
  CHECK_FALSE(test.Fires(kHold));
  open.closed_at = FromReceipt(0);
  CHECK(test.Fires(kHold));
  open.since = FromReceipt(1);
  CHECK_FALSE(test.Fires(kHold));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
