#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_between_partners");

namespace referee::testing {
namespace {

constexpr ConflictKind kVersus = ConflictKind::kPartnerVsPartner;
constexpr ConflictKind kTie = ConflictKind::kNearSimultaneous;
constexpr ConflictKind kScope = ConflictKind::kDifferentScope;
constexpr ConflictKind kTiers = ConflictKind::kTwoTierClaim;

TEST_CASE(
    "[C1][DUP-18] two partners whose receipts lie further apart than the tie window conflict") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -5 * kDay);
  const auto conflict = test.Find(kVersus);
  REQUIRE(conflict.has_value());
  CHECK(conflict->claims == std::vector<std::string>{"submission:s-1", "submission:s-own"});
  const Fact& decides = conflict->facts.at(conflict->decides);
  CHECK(decides.path == "received_at");
  CHECK(decides.record.id == "s-1");
  CHECK(conflict->would_flip.find("4 d") != std::string::npos);
  CHECK_FALSE(test.Fires(kTie));
}

TEST_CASE(
    "[C2] receipts exactly one tie window apart are near-simultaneous, one second more is not") {
  CaseUnderTest tied;
  tied.Prior("s-1", "p-rival", -24 * kHour);
  CHECK(tied.Fires(kTie));
  CHECK_FALSE(tied.Fires(kVersus));

  CaseUnderTest apart;
  apart.Prior("s-1", "p-rival", -24 * kHour - 1);
  CHECK_FALSE(apart.Fires(kTie));
  CHECK(apart.Fires(kVersus));
}

TEST_CASE("[C2] an earlier line with a later receipt is compared by receipt") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", 2 * kHour);
  CHECK(test.Fires(kTie));
}

TEST_CASE("[C1] a claim protects for the whole window and not a second longer") {
  CaseUnderTest inside;
  inside.Registration("d-1", "p-rival", -90 * kDay);
  CHECK(inside.Fires(kVersus));

  CaseUnderTest outside;
  outside.Registration("d-1", "p-rival", -90 * kDay - 1);
  CHECK_FALSE(outside.Fires(kVersus));
}

TEST_CASE("[C1] a registration protects from its window start until the expiry that it names") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-rival", -200 * kDay);
  registration.expires_at = FromReceipt(0);
  CHECK(test.Fires(kVersus));
  registration.expires_at = FromReceipt(-1);
  CHECK_FALSE(test.Fires(kVersus));
}

TEST_CASE("[C1] withdrawn, rejected and revoked registrations do not dispute a claim") {
  for (const char* status :
       {"withdrawn", "rejected", "revoked", "draft", "returned", "converted"}) {
    CAPTURE(status);
    CaseUnderTest test;
    test.Registration("d-1", "p-rival", -5 * kDay).status = std::string(status);
    CHECK_FALSE(test.Fires(kVersus));
  }
}

TEST_CASE("[C1] a registration that was withdrawn after receipt was live at receipt") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-rival", -5 * kDay);
  registration.status = std::string("withdrawn");
  registration.closed_at = FromReceipt(1);
  CHECK(test.Fires(kVersus));
  registration.closed_at = FromReceipt(0);
  CHECK_FALSE(test.Fires(kVersus));
}

TEST_CASE("[C1] a registration received after this submission is ignored") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", 1);
  CHECK_FALSE(test.Fires(kVersus));
  CHECK_FALSE(test.Fires(kTie));
}

TEST_CASE("[C1] claims of other programs do not conflict, an absent program joins any") {
  CaseUnderTest test;
  PriorSubmission& prior = test.Prior("s-1", "p-rival", -5 * kDay);
  prior.submission.program_id = std::string("other");
  CHECK_FALSE(test.Fires(kVersus));
  prior.submission.program_id = Text();
  CHECK(test.Fires(kVersus));
}

TEST_CASE("[C1] an incomplete registration makes its claim at the receipt that completes it") {
  CaseUnderTest test;
  PriorSubmission& first = test.Prior("s-1", "p-rival", -5 * kDay);
  first.submission.intent = Intent::kDealRegistration;
  first.submission.need = Text();
  CHECK_FALSE(test.Fires(kVersus));

  PriorSubmission& second = test.Prior("s-2", "p-rival", -2 * kHour);
  second.submission.intent = Intent::kDealRegistration;
  CHECK(test.Fires(kTie));
  CHECK_FALSE(test.Fires(kVersus));
  for (const Claim& claim : test.Judge().claims) {
    if (claim.id == "submission:s-1") CHECK(claim.received == test.facts.prior[1].receipt);
  }
}

TEST_CASE("[C1] a losing claim is kept with its state") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -200 * kDay);
  const Attribution attribution = test.Judge();
  REQUIRE(attribution.claims.size() == 2);
  CHECK(attribution.claims[0].id == "submission:s-1");
  CHECK(attribution.claims[0].state == ClaimState::kEnded);
  CHECK(attribution.claims[1].state == ClaimState::kLive);
}

TEST_CASE("[C1] a registration on a possibly same company makes the conflict wait for the match") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay);
  test.facts.registrations[0].company = Band::kPossible;
  CHECK_FALSE(test.Fires(kVersus));
  CHECK(test.Waits(kVersus, "matches"));
}

TEST_CASE("[C1] an extension requested before the end but not decided makes the conflict wait") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-rival", -100 * kDay);
  Extension extension;
  extension.requested_at = FromReceipt(-10 * kDay - 1);
  registration.extensions = std::vector<Extension>{extension};
  CHECK_FALSE(test.Fires(kVersus));
  CHECK(test.Waits(kVersus, "registrations.extensions.until"));

  registration.extensions.mutable_value()[0].until = FromReceipt(0);
  CHECK(test.Fires(kVersus));
  registration.extensions.mutable_value()[0].requested_at = FromReceipt(-10 * kDay);
  CHECK_FALSE(test.Fires(kVersus));
}

TEST_CASE("[C13] claims for other product families both stand") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -5 * kDay).submission.product_interest =
      std::vector<std::string>{"CRM"};
  CHECK(test.Decides(kScope) == "product_families");
  CHECK_FALSE(test.Fires(kVersus));
}

TEST_CASE("[C13] a side that names no product overlaps with every product") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -5 * kDay).submission.product_interest = TextList();
  CHECK_FALSE(test.Fires(kScope));
  CHECK(test.Fires(kVersus));
}

TEST_CASE("[C13] product families compare without case and blanks at the ends") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -5 * kDay).submission.product_interest =
      std::vector<std::string>{" ERP "};
  CHECK(test.Fires(kVersus));
}

TEST_CASE("[C13] another project differs, an absent one does not") {
  CaseUnderTest test;
  test.facts.submission.registration.mutable_value().project = std::string("Quai Sud");
  DealRegistration& registration = test.Registration("d-1", "p-rival", -5 * kDay);
  CHECK(test.Fires(kVersus));
  registration.project = std::string("Tour Nord");
  CHECK(test.Decides(kScope) == "project");
  CHECK_FALSE(test.Fires(kVersus));
}

TEST_CASE("[C23] partners of one tier chain make a two-tier claim instead of a dispute") {
  CaseUnderTest test;
  test.facts.submission.partner_id = std::string("p-below");
  test.Prior("s-1", "p-above", -5 * kDay);
  CHECK(test.Decides(kTiers) == "parent_partner_id");
  CHECK_FALSE(test.Fires(kVersus));
}

TEST_CASE("[C23] a registration that names the other partner as sub-partner is one chain") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -2 * kHour).sub_partner_id = std::string("p-nova");
  CHECK(test.Decides(kTiers) == "sub_partner_id");
  CHECK_FALSE(test.Fires(kTie));
}

TEST_CASE("[C23] two resellers under one distributor are strangers") {
  CaseUnderTest test(
      R"({"type":"partner","id":"p-nova","parent_partner_id":"p-top","program_status":[{"status":"active"}]}
{"type":"partner","id":"p-rival","parent_partner_id":"p-top"}
{"type":"partner","id":"p-top"}
)");
  test.Prior("s-1", "p-rival", -5 * kDay);
  CHECK_FALSE(test.Fires(kTiers));
  CHECK(test.Fires(kVersus));
}

TEST_CASE("[C23] a cycle of parent partners ends") {
  CaseUnderTest test(
      R"({"type":"partner","id":"p-nova","parent_partner_id":"p-loop"}
{"type":"partner","id":"p-loop","parent_partner_id":"p-nova"}
{"type":"partner","id":"p-rival"}
)");
  test.Prior("s-1", "p-rival", -5 * kDay);
  CHECK_FALSE(test.Fires(kTiers));
}

TEST_CASE("[C1] a stranger and a partner of the chain are judged pair by pair") {
  CaseUnderTest test;
  test.facts.submission.partner_id = std::string("p-below");
  test.Prior("s-1", "p-above", -5 * kDay);
  test.Prior("s-2", "p-rival", -4 * kDay);
  CHECK(test.Fires(kTiers));
  CHECK(test.Fires(kVersus));
}

TEST_CASE("a query keeps the dispute between the claims of its referral") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -9 * kDay);
  test.Prior("s-2", "p-nova", -5 * kDay);
  test.facts.submission.intent = Intent::kCreditQuery;
  CHECK(test.Fires(kVersus));
  CHECK(test.Judge().claims.size() == 2);
}

TEST_CASE("[C13][ATT-16] a claim for another scope stands until its end and not a second longer") {
  CaseUnderTest test;
  DealRegistration& other = test.Registration("d-1", "p-rival", -10 * kDay);
  other.product_families = std::vector<std::string>{"crm"};
  other.expires_at = FromReceipt(0);
  CHECK(test.Fires(kScope));
  other.expires_at = FromReceipt(-1);
  CHECK_FALSE(test.Fires(kScope));
}

TEST_CASE("[C23][ATT-16] a claim of the chain stands until its end and not a second longer") {
  CaseUnderTest test;
  test.facts.submission.partner_id = std::string("p-below");
  DealRegistration& above = test.Registration("d-1", "p-above", -10 * kDay);
  above.expires_at = FromReceipt(0);
  CHECK(test.Fires(kTiers));
  above.expires_at = FromReceipt(-1);
  CHECK_FALSE(test.Fires(kTiers));
}

TEST_CASE("[C1][REC-51] every claim tells its window, its extensions and when it was closed") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-rival", -100 * kDay);
  registration.expires_at = FromReceipt(-10 * kDay);
  Extension extension;
  extension.requested_at = FromReceipt(-10 * kDay - 1);
  extension.until = FromReceipt(kDay);
  registration.extensions = std::vector<Extension>{extension};
  DealRegistration& withdrawn = test.Registration("d-2", "p-third", -20 * kDay);
  withdrawn.status = std::string("withdrawn");
  withdrawn.closed_at = FromReceipt(-kDay);
  const std::vector<Claim> claims = test.Judge().claims;
  REQUIRE(claims.size() == 3);
  CHECK(claims[0].id == "deal_registration:d-1");
  CHECK(claims[0].state == ClaimState::kLive);
  CHECK(claims[0].extensions == 1);
  CHECK(claims[0].starts_text == FromReceipt(-100 * kDay)->text);
  CHECK(claims[0].ends_text == FromReceipt(kDay)->text);
  CHECK(claims[0].closed_text.empty());
  CHECK(claims[1].state == ClaimState::kWithdrawn);
  CHECK(claims[1].closed_text == FromReceipt(-kDay)->text);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
