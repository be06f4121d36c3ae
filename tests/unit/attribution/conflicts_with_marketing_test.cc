#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_with_marketing");

namespace referee::testing {
namespace {

constexpr ConflictKind kMarketing = ConflictKind::kPriorMarketingSource;
constexpr ConflictKind kTwoSources = ConflictKind::kSelfReportedSources;
constexpr ConflictKind kChannel = ConflictKind::kChannelPrecedence;

TEST_CASE("[C5][SCN-01] a webinar counts for the whole lookback and not a second longer") {
  CaseUnderTest test;
  Touch& touch = test.TouchOfParty("t-1", "webinar", -180 * kDay);
  CHECK(test.Decides(kMarketing) == "kind");
  touch.at = FromReceipt(-180 * kDay - 1);
  CHECK_FALSE(test.Fires(kMarketing));
  touch.at = FromReceipt(0);
  CHECK_FALSE(test.Fires(kMarketing));
}

TEST_CASE("[C5] only marketing kinds count, and only without a partner") {
  CaseUnderTest test;
  Touch& touch = test.TouchOfParty("t-1", "outbound", -kDay);
  CHECK_FALSE(test.Fires(kMarketing));
  touch.kind = std::string("form");
  CHECK(test.Fires(kMarketing));
  touch.referral_code = std::string(" rival ");
  CHECK_FALSE(test.Fires(kMarketing));
  touch.referral_code = std::string("nobody's");
  CHECK(test.Fires(kMarketing));
  touch.partner_id = std::string("p-rival");
  CHECK_FALSE(test.Fires(kMarketing));
}

TEST_CASE("[C5] the marketing scope decides whether a colleague's touch counts") {
  CaseUnderTest test;
  test.TouchOfParty("t-1", "form", -kDay);
  test.facts.touches[0].person = Band::kNone;
  CHECK(test.Fires(kMarketing));
  test.parameters.marketing_scope = "person";
  CHECK_FALSE(test.Fires(kMarketing));
}

TEST_CASE("[C5] a lead with a partner source is no marketing source, however it is written") {
  for (const char* source : {"partner", "Referral", "Partner Referral", "PARTNER_REFERRAL"}) {
    CAPTURE(source);
    CaseUnderTest test;
    test.LeadOfParty("l-1", -kDay).lead_source = std::string(source);
    CHECK_FALSE(test.Fires(kMarketing));
  }
  CaseUnderTest test;
  test.LeadOfParty("l-1", -kDay).lead_source = std::string("trade_show");
  CHECK(test.Decides(kMarketing) == "lead_source");
}

Touch& Says(CaseUnderTest& test, const char* id, const char* kind, const char* partner) {
  Touch& touch = test.TouchOfParty(id, kind, -kDay);
  touch.by = std::string("prospect");
  if (*partner != '\0') touch.partner_id = std::string(partner);
  return touch;
}

TEST_CASE("[C6][SCN-03] a prospect who names a partner here and nobody there names two sources") {
  CaseUnderTest test;
  test.facts.touches.reserve(4);
  Says(test, "t-1", "form", "");
  Touch& call = Says(test, "t-2", "call_mention", "p-nova");
  CHECK(test.Fires(kTwoSources));
  call.by = std::string("vendor");
  CHECK_FALSE(test.Fires(kTwoSources));
  call.by = std::string("prospect");
  call.at = FromReceipt(-180 * kDay);
  CHECK(test.Fires(kTwoSources));
  call.at = FromReceipt(-180 * kDay - 1);
  CHECK_FALSE(test.Fires(kTwoSources));
}

TEST_CASE("[C6] one source told twice is one source, by code or by id") {
  CaseUnderTest test;
  Says(test, "t-1", "chat", "").referral_code = std::string("NOVA10");
  Says(test, "t-2", "inbound_call", "p-nova");
  CHECK_FALSE(test.Fires(kTwoSources));
}

TEST_CASE("[C6] two touches that name nobody are no two sources") {
  CaseUnderTest test;
  Says(test, "t-1", "chat", "");
  Says(test, "t-2", "form", "p-unknown");
  CHECK_FALSE(test.Fires(kTwoSources));
}

TEST_CASE("[C28] another partner's link counts for the whole link window and not a second longer") {
  CaseUnderTest test;
  Touch& touch = test.TouchOfParty("t-1", "link_click", -30 * kDay);
  touch.partner_id = std::string("p-rival");
  CHECK(test.Fires(kChannel));
  touch.at = FromReceipt(-30 * kDay - 1);
  CHECK_FALSE(test.Fires(kChannel));
  touch.at = FromReceipt(-kDay);
  touch.partner_id = std::string("p-nova");
  CHECK_FALSE(test.Fires(kChannel));
}

TEST_CASE("[C28] a submission that came through a link meets another partner's registration") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay);
  CHECK_FALSE(test.Fires(kChannel));
  test.facts.submission.channel = std::string("link");
  CHECK(test.Decides(kChannel) == "channel");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
