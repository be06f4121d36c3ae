#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_of_registration");

namespace referee::testing {
namespace {

constexpr ConflictKind kLapsed = ConflictKind::kLapsedRegistration;
constexpr ConflictKind kHoarding = ConflictKind::kRegistrationHoarding;
constexpr ConflictKind kTender = ConflictKind::kPublicTender;

TEST_CASE("[C14][REC-51] a registration lapses the second after its end") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-nova", -90 * kDay - 1);
  const auto conflict = test.Find(kLapsed);
  REQUIRE(conflict.has_value());
  CHECK(std::get<std::string>(conflict->facts[conflict->decides].value) == "2026-06-01T09:59:59Z");
  CHECK(conflict->would_flip.find("1 s") != std::string::npos);
  registration.decided_at = registration.submitted_at = FromReceipt(-90 * kDay);
  CHECK_FALSE(test.Fires(kLapsed));
}

TEST_CASE("[C14] an extension counts when it was requested before the end") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-nova", -100 * kDay);
  Extension extension;
  extension.requested_at = FromReceipt(-10 * kDay - 1);
  extension.decided_at = FromReceipt(-7 * kDay);
  extension.until = FromReceipt(kDay);
  registration.extensions = std::vector<Extension>{extension};
  CHECK_FALSE(test.Fires(kLapsed));
  registration.extensions.mutable_value()[0].requested_at = FromReceipt(-10 * kDay + 1);
  CHECK(test.Fires(kLapsed));
}

TEST_CASE("[C14] an extension whose decision is not known at receipt leaves the lapse undecided") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-nova", -100 * kDay);
  Extension extension;
  extension.requested_at = FromReceipt(-20 * kDay);
  extension.decided_at = FromReceipt(1);
  extension.until = FromReceipt(kDay);
  registration.extensions = std::vector<Extension>{extension};
  CHECK_FALSE(test.Fires(kLapsed));
  CHECK(test.Waits(kLapsed, "registrations.extensions.until"));
}

TEST_CASE("[C14] a chain of extensions is followed in the order of requests") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-nova", -100 * kDay);
  Extension second, first;
  second.requested_at = FromReceipt(-5 * kDay);
  second.until = FromReceipt(kDay);
  first.requested_at = FromReceipt(-20 * kDay);
  first.until = FromReceipt(-4 * kDay);
  registration.extensions = std::vector<Extension>{second, first};
  CHECK_FALSE(test.Fires(kLapsed));
}

TEST_CASE("[C14] withdrawn and revoked registrations do not lapse, expired ones do") {
  for (const char* status : {"withdrawn", "rejected", "revoked"}) {
    CAPTURE(status);
    CaseUnderTest test;
    test.Registration("d-1", "p-nova", -100 * kDay).status = std::string(status);
    CHECK_FALSE(test.Fires(kLapsed));
  }
  CaseUnderTest test;
  test.Registration("d-1", "p-nova", -10 * kDay).status = std::string("expired");
  CHECK(test.Fires(kLapsed));
}

TEST_CASE(
    "[C14] another partner's lapse concerns this claim when that partner acts after the end") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -100 * kDay);
  CHECK_FALSE(test.Fires(kLapsed));
  Touch& touch = test.TouchOfParty("t-1", "meeting", -10 * kDay);
  touch.partner_id = std::string("p-rival");
  CHECK_FALSE(test.Fires(kLapsed));
  touch.at = FromReceipt(-10 * kDay + 1);
  CHECK(test.Fires(kLapsed));
}

TEST_CASE("[C14] a lapse for another product says nothing") {
  CaseUnderTest test;
  test.Registration("d-1", "p-nova", -100 * kDay).product_families =
      std::vector<std::string>{"crm"};
  CHECK_FALSE(test.Fires(kLapsed));
}

DealRegistration Held(int number) {
  DealRegistration registration;
  registration.id = "d-" + std::to_string(number);
  registration.partner_id = std::string("p-nova");
  registration.status = std::string("in_review");
  registration.submitted_at = FromReceipt(-kDay);
  return registration;
}

TEST_CASE("[C15] a partner may hold as many open registrations as the capacity, not one more") {
  CaseUnderTest test;
  for (int i = 0; i < 25; ++i) test.facts.partner_registrations.push_back(Held(i));
  CHECK_FALSE(test.Fires(kHoarding));
  test.facts.partner_registrations.push_back(Held(25));
  CHECK(test.Decides(kHoarding) == "registration_capacity");
  test.facts.partner_registrations.back().submitted_at = FromReceipt(-90 * kDay - 1);
  CHECK_FALSE(test.Fires(kHoarding));
}

TEST_CASE("[C15] withdrawals and lapses of one company count within the window") {
  CaseUnderTest test;
  test.facts.registrations.reserve(2);
  DealRegistration& withdrawn = test.Registration("d-1", "p-nova", -100 * kDay);
  withdrawn.status = std::string("withdrawn");
  withdrawn.closed_at = FromReceipt(-90 * kDay);
  CHECK_FALSE(test.Fires(kHoarding));
  test.Registration("d-2", "p-nova", -91 * kDay);  // Lapsed a day ago.
  CHECK(test.Fires(kHoarding));
  withdrawn.closed_at = FromReceipt(-90 * kDay - 1);
  CHECK_FALSE(test.Fires(kHoarding));
}

Tender Published(std::int64_t seconds) {
  Tender tender;
  tender.is_public = true;
  tender.published_at = FromReceipt(seconds);
  return tender;
}

TEST_CASE("[C21] a tender published before the approval makes a registration ineligible") {
  CaseUnderTest test;
  DealRegistration& registration = test.Registration("d-1", "p-nova", -10 * kDay);
  registration.tender = Published(-10 * kDay);
  CHECK_FALSE(test.Fires(kTender));
  registration.tender = Published(-10 * kDay - 1);
  CHECK(test.Decides(kTender) == "tender.published_at");
  registration.tender.mutable_value().is_public = false;
  CHECK_FALSE(test.Fires(kTender));
}

TEST_CASE(
    "[C21] without approval the receipt counts, of the registration, else of the submission") {
  CaseUnderTest test;
  test.facts.submission.registration.mutable_value().tender = Published(-1);
  CHECK(test.Fires(kTender));
  test.facts.submission.registration.mutable_value().tender = Published(0);
  CHECK_FALSE(test.Fires(kTender));
  test.facts.submission.registration.mutable_value().tender = Published(-1);
  test.Registration("d-1", "p-nova", -kDay).status = std::string("in_review");
  CHECK_FALSE(test.Fires(kTender));
}

TEST_CASE("[C21] only this partner's tender counts") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -10 * kDay).tender = Published(-20 * kDay);
  CHECK_FALSE(test.Fires(kTender));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
