#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_of_territory");

namespace referee::testing {
namespace {

constexpr ConflictKind kMismatch = ConflictKind::kTerritoryMismatch;

constexpr std::string_view kDach =
    R"({"type":"partner","id":"p-nova","territories":["t-dach","t-texas"],"verticals":["manufacturing"]}
{"type":"territory","id":"t-dach","countries":["DE","AT","CH"],"to":"2026-06-01T10:00:01Z"}
{"type":"territory","id":"t-texas","countries":["US"],"regions":["TX"]}
)";

Address& OwnAddress(CaseUnderTest& test) {
  return test.facts.submission.company.mutable_value().address.mutable_value();
}

TEST_CASE("[C8][STP-20] a company outside of all territories mismatches") {
  CaseUnderTest test(kDach);
  OwnAddress(test).country = std::string("FR");
  CHECK(test.Decides(kMismatch) == "territories");
  for (const char* inside : {"DE", "at", "Switzerland"}) {
    CAPTURE(inside);
    OwnAddress(test).country = std::string(inside);
    CHECK_FALSE(test.Fires(kMismatch));
  }
}

TEST_CASE("[C8] a territory counts only while it is valid at receipt") {
  CaseUnderTest test(kDach);
  OwnAddress(test).country = std::string("DE");
  CHECK_FALSE(test.Fires(kMismatch));
  test.facts.receipt = FromReceipt(1)->instant;
  CHECK(test.Fires(kMismatch));
}

TEST_CASE("[C8] a territory of one subdivision reads the company's subdivision") {
  CaseUnderTest test(kDach);
  OwnAddress(test).country = std::string("US");
  OwnAddress(test).region = std::string("tx");
  CHECK_FALSE(test.Fires(kMismatch));
  OwnAddress(test).region = std::string("NV");
  CHECK(test.Fires(kMismatch));
  OwnAddress(test).region = Text();
  CHECK_FALSE(test.Fires(kMismatch));
}

TEST_CASE("[C8] the region of a submission is its place, a subdivision beside its country is not") {
  CaseUnderTest test(kDach);
  test.facts.submission.region = std::string("FR");
  CHECK(test.Fires(kMismatch));
  test.facts.submission.region = std::string("US-TX");
  CHECK_FALSE(test.Fires(kMismatch));
  OwnAddress(test).country = std::string("DE");
  OwnAddress(test).region = std::string("BY");
  test.facts.submission.region = std::string("BY");  // Bavaria, not Belarus.
  CHECK_FALSE(test.Fires(kMismatch));
}

TEST_CASE("[C8] the submission's address goes before the account's") {
  CaseUnderTest test(kDach);
  test.facts.party.company.address.mutable_value().country = std::string("FR");
  CHECK(test.Fires(kMismatch));
  OwnAddress(test).country = std::string("DE");
  CHECK_FALSE(test.Fires(kMismatch));
}

TEST_CASE("[C8] without a country the gate waits for it") {
  CaseUnderTest test(kDach);
  CHECK_FALSE(test.Fires(kMismatch));
  CHECK(test.Waits(kMismatch, "company.address.country"));
}

TEST_CASE("[C8] a partner without territories may sell everywhere") {
  CaseUnderTest test;
  OwnAddress(test).country = std::string("FR");
  CHECK_FALSE(test.Fires(kMismatch));
  CHECK(test.Asks(kMismatch).empty());
}

TEST_CASE("[C8] a company of another trade than the partner's verticals mismatches") {
  CaseUnderTest test(kDach);
  OwnAddress(test).country = std::string("DE");
  test.facts.submission.company.mutable_value().industry = std::string("Manufacturing ");
  CHECK_FALSE(test.Fires(kMismatch));
  test.facts.submission.company.mutable_value().industry = std::string("education");
  CHECK(test.Decides(kMismatch) == "verticals");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
