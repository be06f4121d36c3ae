#include "src/attribution/consent.h"

#include <random>

#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/consent");

namespace referee::testing {
namespace {

Refusals AnyRefusals(std::mt19937* random) {
  Refusals refusals;
  for (bool& everywhere : refusals.everywhere) everywhere = (*random)() % 3 == 0;
  for (const char* channel : {"email", "phone", "post"}) {
    if ((*random)() % 3 == 0) refusals.contact_channels.emplace_back(channel);
  }
  return refusals;
}

Flag AnyFlag(std::mt19937* random) {
  const auto draw = (*random)() % 3;
  return draw == 0 ? Flag() : Flag(draw == 1);
}

Consent AnyConsent(std::mt19937* random) {
  Consent consent;
  consent.share_forward = AnyFlag(random);
  consent.contact = AnyFlag(random);
  consent.report_back = AnyFlag(random);
  if ((*random)() % 2 == 0) consent.channels = std::vector<std::string>{"Email"};
  return consent;
}

constexpr Permission kAll[] = {Permission::kShareForward, Permission::kContact,
                               Permission::kReportBack};
constexpr std::string_view kChannels[] = {"", "email", "phone", "post"};

TEST_CASE("joining refusals is commutative and associative and joining twice changes nothing") {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    const Refusals a = AnyRefusals(&random), b = AnyRefusals(&random), c = AnyRefusals(&random);
    CHECK(Join(a, b) == Join(b, a));
    CHECK(Join(Join(a, b), c) == Join(a, Join(b, c)));
    CHECK(Join(a, a) == a);
    CHECK(Join(a, Refusals()) == a);
    CHECK(IsWithin(a, Join(a, b)));
  }
}

TEST_CASE("whatever is linked a consent only narrows [STP-21]") {
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    const Consent own = AnyConsent(&random);
    const Refusals a = AnyRefusals(&random), b = AnyRefusals(&random);
    for (const Permission permission : kAll) {
      for (const std::string_view channel : kChannels) {
        const ConsentAnswer wide = EffectiveConsent(own, a, permission, channel);
        const ConsentAnswer narrow = EffectiveConsent(own, Join(a, b), permission, channel);
        CHECK(narrow >= wide);
        // Nothing but the submission grants.
        if (EffectiveConsent(own, Refusals(), permission, channel) == ConsentAnswer::kUnknown) {
          CHECK(narrow != ConsentAnswer::kGranted);
        }
      }
    }
  }
}

TEST_CASE("contact as a whole is never wider than contact on its widest channel") {
  std::mt19937 random(13);
  for (int i = 0; i < 500; ++i) {
    const Consent own = AnyConsent(&random);
    const Refusals refusals = AnyRefusals(&random);
    const ConsentAnswer whole = EffectiveConsent(own, refusals, Permission::kContact, "");
    if (whole != ConsentAnswer::kGranted) continue;
    for (const std::string_view channel : kChannels) {
      CHECK(EffectiveConsent(own, refusals, Permission::kContact, channel) !=
            ConsentAnswer::kRefused);
    }
  }
}

const ConsentState& StateOf(const std::vector<ConsentState>& states, std::string_view permission,
                            std::string_view channel) {
  for (const ConsentState& state : states) {
    if (state.permission == permission && state.channel == channel) return state;
  }
  FAIL("no such state");
  return states.front();
}

TEST_CASE("an opt-out of one channel refuses that channel and contact as a whole [STP-02]") {
  CaseUnderTest test;
  test.facts.submission.consent.mutable_value().contact = true;
  test.LeadOfParty("l-1", -kDay).opt_out.mutable_value().email = true;
  const std::vector<ConsentState> states = ConsentOf(test.facts);
  CHECK(StateOf(states, "contact", "").state == "refused");
  CHECK(StateOf(states, "contact", "email").state == "refused");
  CHECK(StateOf(states, "contact", "phone").state == "granted");
  REQUIRE(StateOf(states, "contact", "email").narrowed_by.size() == 1);
  CHECK(StateOf(states, "contact", "email").narrowed_by[0].id == "l-1");
}

TEST_CASE("a withdrawal counts from its own second on") {
  CaseUnderTest test;
  Consent& earlier = test.Prior("s-1", "p-nova", -kDay).submission.consent.mutable_value();
  test.facts.submission.consent.mutable_value().report_back = true;
  earlier.withdrawn_at = FromReceipt(1);
  CHECK(StateOf(ConsentOf(test.facts), "report_back", "").state == "granted");
  earlier.withdrawn_at = FromReceipt(0);
  CHECK(StateOf(ConsentOf(test.facts), "report_back", "").state == "refused");
}

TEST_CASE("a duplicate submission never upgrades a consent and never fills one in") {
  CaseUnderTest test;
  Consent& own = test.facts.submission.consent.mutable_value();
  Consent& earlier = test.Prior("s-1", "p-rival", -kDay).submission.consent.mutable_value();
  earlier.contact = true;
  CHECK(StateOf(ConsentOf(test.facts), "contact", "").state == "unknown");
  own.contact = false;
  CHECK(StateOf(ConsentOf(test.facts), "contact", "").state == "refused");
  own.contact = true;
  earlier.contact = false;
  CHECK(StateOf(ConsentOf(test.facts), "contact", "").state == "refused");
}

TEST_CASE("consent for listed channels says nothing about others") {
  CaseUnderTest test;
  Consent& own = test.facts.submission.consent.mutable_value();
  own.contact = true;
  own.channels = std::vector<std::string>{"WhatsApp"};
  const std::vector<ConsentState> states = ConsentOf(test.facts);
  CHECK(StateOf(states, "contact", "whatsapp").state == "granted");
  CHECK(StateOf(states, "contact", "phone").state == "unknown");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
