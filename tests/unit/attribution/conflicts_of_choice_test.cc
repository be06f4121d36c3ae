#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_of_choice");

namespace referee::testing {
namespace {

constexpr ConflictKind kTwice = ConflictKind::kDuplicateReferrer;
constexpr ConflictKind kChoice = ConflictKind::kCustomerChoice;

TEST_CASE("[C19][DUP-05] two users of one partner who submit one party are one claim") {
  CaseUnderTest test;
  test.facts.submission.submitted_by = std::string("pu-1");
  PriorSubmission& prior = test.Prior("s-1", "p-nova", -9 * kDay);
  prior.submission.submitted_by = std::string("pu-2");
  CHECK(test.Decides(kTwice) == "submitted_by");
  prior.submission.submitted_by = std::string("pu-1");
  CHECK_FALSE(test.Fires(kTwice));
}

TEST_CASE("[C19] somebody who was not yet a user at receipt is not a second user") {
  CaseUnderTest test(
      R"({"type":"partner","id":"p-nova","users":[{"id":"pu-1"},{"id":"pu-2","from":"2026-05-30T00:00:00Z"}]}
)");
  test.facts.submission.submitted_by = std::string("pu-1");
  test.Prior("s-1", "p-nova", -9 * kDay).submission.submitted_by = std::string("pu-2");
  CHECK_FALSE(test.Fires(kTwice));
}

TEST_CASE("[C19] one referrer through two partners is one claim") {
  CaseUnderTest test;
  Person referrer;
  referrer.emails = std::vector<std::string>{"Duarte@lumiar.example"};
  test.facts.submission.referrer.mutable_value().person = referrer;
  PriorSubmission& prior = test.Prior("s-1", "p-rival", -9 * kDay);
  referrer.emails = std::vector<std::string>{"duarte@lumiar.example "};
  prior.submission.referrer.mutable_value().person = referrer;
  CHECK(test.Decides(kTwice) == "referrer");
  prior.submission.referrer.mutable_value().person.mutable_value().emails =
      std::vector<std::string>{"somebody@else.example"};
  CHECK_FALSE(test.Fires(kTwice));
}

CustomerChoice ChoiceOf(const char* partner, const char* by, std::int64_t seconds) {
  CustomerChoice choice;
  choice.partner_id = std::string(partner);
  choice.by = std::string(by);
  choice.at = FromReceipt(seconds);
  return choice;
}

TEST_CASE("[C22][ATT-14] the decision-maker chose another partner than the earliest claim's") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay);
  test.facts.submission.customer_choice = ChoiceOf("p-nova", "decision_maker", -kDay);
  CHECK(test.Decides(kChoice) == "customer_choice.partner_id");
  test.facts.submission.customer_choice = ChoiceOf("p-nova", "other", -kDay);
  CHECK_FALSE(test.Fires(kChoice));
}

TEST_CASE("[C22] a choice is not known before it was made") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay);
  test.facts.submission.customer_choice = ChoiceOf("p-nova", "decision_maker", 0);
  CHECK(test.Fires(kChoice));
  test.facts.submission.customer_choice = ChoiceOf("p-nova", "decision_maker", 1);
  CHECK_FALSE(test.Fires(kChoice));
}

TEST_CASE("[C22] a choice stands on later submissions, the latest one counts") {
  CaseUnderTest test;
  test.Prior("s-1", "p-rival", -5 * kDay).submission.customer_choice =
      ChoiceOf("p-nova", "decision_maker", -5 * kDay);
  CHECK(test.Fires(kChoice));
  test.facts.submission.customer_choice = ChoiceOf("p-rival", "decision_maker", -kDay);
  CHECK_FALSE(test.Fires(kChoice));
}

TEST_CASE("[C22] the earliest receipt counts even inside of the tie window, one's own claim too") {
  CaseUnderTest tied;
  tied.Prior("s-1", "p-rival", -kHour);
  tied.facts.submission.customer_choice = ChoiceOf("p-nova", "decision_maker", -kDay);
  CHECK(tied.Fires(kChoice));

  CaseUnderTest alone;
  alone.facts.submission.customer_choice = ChoiceOf("p-rival", "decision_maker", -kDay);
  CHECK(alone.Fires(kChoice));
  alone.facts.submission.customer_choice = ChoiceOf("p-nova", "decision_maker", -kDay);
  CHECK_FALSE(alone.Fires(kChoice));
}

TEST_CASE("[C19][REC-05] a user counts from the first second of the validity on") {
  CaseUnderTest test(
      R"({"type":"partner","id":"p-nova","users":[{"id":"pu-1"},{"id":"pu-2","from":"2026-05-30T00:00:00Z"}]}
)");
  test.facts.submission.submitted_by = std::string("pu-1");
  PriorSubmission& prior = test.Prior("s-1", "p-nova", -9 * kDay);
  prior.submission.submitted_by = std::string("pu-2");
  for (const bool fires : {false, true}) {
    const char* const received = fires ? "2026-05-30T00:00:00Z" : "2026-05-29T23:59:59Z";
    CAPTURE(received);
    prior.receipt = At(received)->instant;
    prior.submission.received_at = At(received);
    CHECK(test.Fires(kTwice) == fires);
  }
}

TEST_CASE("[C22][ATT-14] a choice made in the second of the receipt is known, a second later not") {
  CaseUnderTest test;
  test.Registration("d-1", "p-rival", -5 * kDay);
  test.facts.submission.customer_choice = ChoiceOf("p-nova", "decision_maker", 0);
  CHECK(test.Fires(kChoice));
  test.facts.submission.customer_choice = ChoiceOf("p-nova", "decision_maker", 1);
  CHECK_FALSE(test.Fires(kChoice));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
