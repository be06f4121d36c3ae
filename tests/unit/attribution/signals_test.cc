#include "src/attribution/signals.h"

#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/signals");

namespace referee::testing {
namespace {

constexpr std::string_view kRing =
    R"({"type":"partner","id":"p-nova","payout_identity":"h:1","users":[{"id":"pu-1","email":"Ira@nova.example"}]}
{"type":"partner","id":"p-shell","payout_identity":"h:1"}
{"type":"partner","id":"p-twin","users":[{"id":"pu-7","email":"ira@NOVA.example"}]}
{"type":"partner","id":"p-rival","payout_identity":"h:2"}
)";

struct SignalsUnderTest : CaseUnderTest {
  explicit SignalsUnderTest(std::string_view directory = kDirectory) : CaseUnderTest(directory) {
    SignalThresholds& limits = parameters.signals;
    limits.is_set = true;
    limits.hoarding_idle_days = 60;
    limits.hoarding_idle_count = 2;
    limits.everything_days = 7;
    limits.everything_count = 3;
    limits.resubmission_days = 180;
    limits.resubmission_count = 2;
    limits.event_hours = 48;
    limits.event_count = 1;
    limits.ring_partners = 2;
  }

  // A registration of the partner for any company.
  DealRegistration& Held(std::string id, std::int64_t seconds) {
    DealRegistration registration;
    registration.id = std::move(id);
    registration.partner_id = std::string("p-nova");
    registration.status = std::string("submitted");
    registration.submitted_at = FromReceipt(seconds);
    facts.partner_registrations.push_back(std::move(registration));
    return facts.partner_registrations.back();
  }

  std::optional<Signal> SignalOf(std::string_view code) {
    for (Signal& signal : Judge().signals) {
      if (signal.code == code) return std::move(signal);
    }
    return std::nullopt;
  }
  bool Signals(std::string_view code) { return SignalOf(code).has_value(); }
};

std::int64_t NumberOf(const Signal& signal, std::string_view name) {
  for (const auto& [key, number] : signal.numbers) {
    if (key == name) return number;
  }
  FAIL("no such number");
  return 0;
}

TEST_CASE("[C15] as many idle registrations as the policy names are hoarding, one fewer is not") {
  SignalsUnderTest test;
  test.Held("d-1", -60 * kDay);
  CHECK_FALSE(test.Signals("hoarding"));
  test.Held("d-2", -60 * kDay + 1);
  CHECK_FALSE(test.Signals("hoarding"));
  test.Held("d-3", -60 * kDay);
  const auto signal = test.SignalOf("hoarding");
  REQUIRE(signal.has_value());
  CHECK(signal->partner_id == "p-nova");
  CHECK(NumberOf(*signal, "open") == 3);
  CHECK(NumberOf(*signal, "idle") == 2);
  CHECK(signal->evidence.size() == 2);
}

TEST_CASE("[C15] a registration that is worked or over is not hoarded") {
  SignalsUnderTest test;
  test.Held("d-1", -80 * kDay);
  DealRegistration& worked = test.Held("d-2", -80 * kDay);
  CHECK(test.Signals("hoarding"));
  Milestone milestone;
  milestone.met_at = FromReceipt(-60 * kDay + 1);
  worked.milestones = std::vector<Milestone>{milestone};
  CHECK_FALSE(test.Signals("hoarding"));
  worked.milestones.mutable_value()[0].met_at = FromReceipt(-60 * kDay);
  CHECK(test.Signals("hoarding"));
  worked.expires_at = FromReceipt(-1);
  CHECK_FALSE(test.Signals("hoarding"));
}

TEST_CASE("[C15] too many registrations within the days are register-everything") {
  SignalsUnderTest test;
  test.Held("d-1", -1);
  test.Held("d-2", -kDay);
  test.Held("d-3", -7 * kDay - 1);
  CHECK_FALSE(test.Signals("register_everything"));
  test.facts.partner_registrations.back().submitted_at = FromReceipt(-7 * kDay);
  const auto signal = test.SignalOf("register_everything");
  REQUIRE(signal.has_value());
  CHECK(NumberOf(*signal, "registrations") == 3);
}

TEST_CASE("[C15] withdrawing and coming again twice is a cycle, the last ending needs a return") {
  SignalsUnderTest test;
  DealRegistration& first = test.Registration("d-1", "p-nova", -170 * kDay);
  first.status = std::string("withdrawn");
  first.closed_at = FromReceipt(-150 * kDay);
  CHECK_FALSE(test.Signals("withdraw_resubmit"));
  DealRegistration& second = test.Registration("d-2", "p-nova", -140 * kDay);
  second.status = std::string("withdrawn");
  second.closed_at = FromReceipt(-kDay);
  // The submission itself is the second return.
  const auto signal = test.SignalOf("withdraw_resubmit");
  REQUIRE(signal.has_value());
  CHECK(NumberOf(*signal, "cycles") == 2);
  test.facts.registrations[0].record.closed_at = FromReceipt(-180 * kDay);
  CHECK(test.Signals("withdraw_resubmit"));
  test.facts.registrations[0].record.closed_at = FromReceipt(-180 * kDay - 1);
  CHECK_FALSE(test.Signals("withdraw_resubmit"));
}

TEST_CASE("[SCN-01] a claim right after the vendor's event is a signal for as long as hours say") {
  SignalsUnderTest test;
  Touch& webinar = test.TouchOfParty("t-1", "webinar", -48 * kHour);
  const auto signal = test.SignalOf("claim_after_event");
  REQUIRE(signal.has_value());
  CHECK(NumberOf(*signal, "seconds_after") == 48 * kHour);
  webinar.at = FromReceipt(-48 * kHour - 1);
  CHECK_FALSE(test.Signals("claim_after_event"));
}

TEST_CASE("[SCN-01] evidence from before the event explains the claim, later evidence does not") {
  SignalsUnderTest test;
  test.TouchOfParty("t-1", "event", -10 * kHour);
  Evidence evidence;
  evidence.at = FromReceipt(-10 * kHour + 1);
  test.facts.submission.evidence = std::vector<Evidence>{evidence};
  CHECK(test.Signals("claim_after_event"));
  test.facts.submission.evidence.mutable_value()[0].at = FromReceipt(-10 * kHour);
  CHECK_FALSE(test.Signals("claim_after_event"));
}

TEST_CASE("[C18] claimants of one party behind one pocket or one mailbox are a ring") {
  SignalsUnderTest test(kRing);
  test.Prior("s-1", "p-rival", -kDay);
  CHECK_FALSE(test.Signals("self_referral_ring"));
  test.Prior("s-2", "p-shell", -kDay);
  auto signal = test.SignalOf("self_referral_ring");
  REQUIRE(signal.has_value());
  CHECK(NumberOf(*signal, "partners") == 2);
  test.parameters.signals.ring_partners = 3;
  CHECK_FALSE(test.Signals("self_referral_ring"));
  test.Prior("s-3", "p-twin", -kDay);
  CHECK(test.Signals("self_referral_ring"));
}

TEST_CASE("a policy without thresholds raises no signals") {
  SignalsUnderTest test;
  test.TouchOfParty("t-1", "webinar", -kHour);
  CHECK(test.Judge().signals.size() == 1);
  test.parameters.signals.is_set = false;
  CHECK(test.Judge().signals.empty());
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
