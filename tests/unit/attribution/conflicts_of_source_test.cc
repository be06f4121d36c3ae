#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_of_source");

namespace referee::testing {
namespace {

constexpr ConflictKind kMissing = ConflictKind::kMissingAttribution;
constexpr ConflictKind kSelf = ConflictKind::kSelfReferral;
constexpr ConflictKind kIneligible = ConflictKind::kIneligiblePartner;
constexpr ConflictKind kMerged = ConflictKind::kMergedSource;
constexpr ConflictKind kNobody = ConflictKind::kNoCompanyIdentity;

TEST_CASE("[C17][STP-22] an unknown partner id is no partner, and nobody guesses") {
  CaseUnderTest test;
  test.facts.submission.partner_id = std::string("p-nov");
  CHECK(test.Fires(kMissing));
  test.facts.submission.submitted_by = std::string("pu-1");
  CHECK_FALSE(test.Fires(kMissing));
}

TEST_CASE("[C17] a known code names its partner, an ambiguous one nobody") {
  CaseUnderTest test(
      R"({"type":"partner","id":"p-nova","referral_codes":["ONE","BOTH"]}
{"type":"partner","id":"p-rival","referral_codes":["both"]}
)");
  test.facts.submission.partner_id = Text();
  test.facts.submission.referral_code = std::string("one");
  CHECK_FALSE(test.Fires(kMissing));
  test.facts.submission.referral_code = std::string("Both");
  CHECK(test.Fires(kMissing));
}

TEST_CASE("[C17] a user id that two partners claim names nobody by itself") {
  CaseUnderTest test(
      R"({"type":"partner","id":"p-nova","users":[{"id":"pu-1"}]}
{"type":"partner","id":"p-rival","users":[{"id":"pu-1"}]}
)");
  test.facts.submission.submitted_by = std::string("pu-1");
  CHECK_FALSE(test.Fires(kMissing));
  test.facts.submission.partner_id = Text();
  CHECK(test.Fires(kMissing));
}

TEST_CASE("[C17] a referrer with a name or a mailbox is found, one with neither is not") {
  CaseUnderTest test;
  test.facts.submission.partner_id = Text();
  Person referrer;
  referrer.title = std::string("Friend");
  test.facts.submission.referrer.mutable_value().person = referrer;
  CHECK(test.Fires(kMissing));
  referrer.last_name = std::string("Quintela");
  test.facts.submission.referrer.mutable_value().person = referrer;
  CHECK_FALSE(test.Fires(kMissing));
}

TEST_CASE("[C18] a lead at the partner's domain or below it is the partner's own") {
  CaseUnderTest test;
  test.facts.addresses.partner_domains = {"nova.example"};
  test.facts.addresses.lead_domains = {"mail.nova.example"};
  CHECK(test.Fires(kSelf));
  test.facts.addresses.lead_domains = {"supernova.example"};
  CHECK_FALSE(test.Fires(kSelf));
}

TEST_CASE("[C18] a lead with the mailbox of a partner's user refers itself, free-mail or not") {
  CaseUnderTest test;
  test.facts.addresses.partner_mailboxes = {"ira@gmail.com"};
  test.facts.addresses.lead_mailboxes = {"ira@gmail.com"};
  CHECK(test.Fires(kSelf));
  test.facts.addresses.lead_mailboxes = {"bo@gmail.com"};
  CHECK_FALSE(test.Fires(kSelf));
}

TEST_CASE("[C18] the referrer is the lead") {
  CaseUnderTest test;
  test.facts.source.referrer_is_lead = Band::kPossible;
  CHECK_FALSE(test.Fires(kSelf));
  CHECK(test.Waits(kSelf, "matches"));
  test.facts.source.referrer_is_lead = Band::kSame;
  CHECK(test.Fires(kSelf));
}

TEST_CASE("[C18] equal payout identities of partner and referrer are one pocket") {
  CaseUnderTest test(R"({"type":"partner","id":"p-nova","payout_identity":"h:1"}
)");
  Person referrer;
  referrer.last_name = std::string("Quintela");
  referrer.payout_identity = std::string("h:1");
  test.facts.submission.referrer.mutable_value().person = referrer;
  CHECK(test.Fires(kSelf));
  test.facts.submission.referrer.mutable_value().person.mutable_value().payout_identity =
      std::string("h:2");
  CHECK_FALSE(test.Fires(kSelf));
}

constexpr std::string_view kSuspended =
    R"({"type":"partner","id":"p-nova","program_status":[{"status":"active","from":"2025-01-01T00:00:00Z","to":"2026-06-01T10:00:00Z"},{"status":"suspended","from":"2026-06-01T10:00:00Z","to":"2026-06-01T10:00:10Z"}],"certifications":[{"code":"erp-delivery","expires":"2026-05-31"}]}
)";

TEST_CASE("[C20][REC-05] the status that covers the receipt decides") {
  CaseUnderTest test(kSuspended);
  CHECK(test.Decides(kIneligible) == "program_status");
  test.facts.receipt = FromReceipt(-1)->instant;
  CHECK_FALSE(test.Fires(kIneligible));
}

TEST_CASE("[C20] no status covering the receipt is unknown, not inactive") {
  CaseUnderTest test(kSuspended);
  test.facts.receipt = FromReceipt(10)->instant;
  CHECK_FALSE(test.Fires(kIneligible));
  CHECK(test.Waits(kIneligible, "partner.program_status"));
}

TEST_CASE("[C20] an expired certification counts where the policy requires it for the product") {
  CaseUnderTest test(kSuspended);
  test.facts.receipt = FromReceipt(-1)->instant;
  test.parameters.required_certifications = {{"ERP", "erp-delivery"}};
  CHECK(test.Decides(kIneligible) == "certifications.expires");
  test.facts.receipt = FromReceipt(-kDay)->instant;
  CHECK_FALSE(test.Fires(kIneligible));
  test.facts.receipt = FromReceipt(-1)->instant;
  test.parameters.required_certifications = {{"crm", "erp-delivery"}};
  CHECK_FALSE(test.Fires(kIneligible));
}

Merge& MergeOfParty(CaseUnderTest& test) {
  Known<Merge> known;
  known.person = Band::kSame;
  known.record.id = "m-1";
  known.record.of = std::string("lead");
  known.record.winner_id = std::string("l-1");
  known.record.at = FromReceipt(-kDay);
  known.record.loser.mutable_value().id = std::string("l-0");
  known.record.loser.mutable_value().created_at = FromReceipt(-100 * kDay - 1);
  test.facts.merges.push_back(known);
  return test.facts.merges.back().record;
}

TEST_CASE("[C29] a merge that dropped an earlier partner source is undone by people") {
  CaseUnderTest test;
  test.LeadOfParty("l-1", -100 * kDay);
  Merge& merge = MergeOfParty(test);
  CHECK_FALSE(test.Fires(kMerged));
  merge.loser.mutable_value().lead_source = std::string("Partner Referral");
  CHECK(test.Decides(kMerged) == "merge.loser.lead_source");
  merge.loser.mutable_value().partner_id = std::string("p-nova");
  CHECK(test.Decides(kMerged) == "merge.loser.partner_id");
  merge.loser.mutable_value().created_at = FromReceipt(-100 * kDay);
  CHECK_FALSE(test.Fires(kMerged));
}

TEST_CASE("[C29] a source that the kept lead still names is not lost") {
  CaseUnderTest test;
  test.LeadOfParty("l-1", -100 * kDay).partner_id = std::string("p-rival");
  MergeOfParty(test).loser.mutable_value().partner_id = std::string("p-rival");
  CHECK_FALSE(test.Fires(kMerged));
}

TEST_CASE("[C10] a company without name, registry id or domain of its own cannot be told") {
  CaseUnderTest test;
  Company& company = test.facts.submission.company.mutable_value();
  CHECK_FALSE(test.Fires(kNobody));
  company.name = Text();
  CHECK_FALSE(test.Fires(kNobody));
  test.facts.addresses.company_has_domain = false;
  CHECK(test.Decides(kNobody) == "company.name");
  RegistryId id;
  id.kind = std::string("vat");
  company.registry_ids = std::vector<RegistryId>{id};
  CHECK(test.Fires(kNobody));
  id.value = std::string("ATU12345675");
  company.registry_ids = std::vector<RegistryId>{id};
  CHECK_FALSE(test.Fires(kNobody));
}

TEST_CASE("[C17][REC-05] a user names the partner until the last second of the validity") {
  CaseUnderTest test(
      R"({"type":"partner","id":"p-nova","users":[{"id":"pu-1","to":"2026-06-01T10:00:01Z"}]}
)");
  test.facts.submission.partner_id = Text();
  test.facts.submission.submitted_by = std::string("pu-1");
  CHECK_FALSE(test.Fires(ConflictKind::kMissingAttribution));
  test.facts.receipt = FromReceipt(1)->instant;
  CHECK(test.Fires(ConflictKind::kMissingAttribution));
}

TEST_CASE("[C29][ATT-15] a merge is known from its own second on") {
  CaseUnderTest test;
  test.LeadOfParty("l-1", -100 * kDay);
  Merge& merge = MergeOfParty(test);
  merge.loser.mutable_value().partner_id = std::string("p-nova");
  merge.at = FromReceipt(0);
  CHECK(test.Fires(kMerged));
  merge.at = FromReceipt(1);
  CHECK_FALSE(test.Fires(kMerged));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
