#include "tests/unit/attribution/case_under_test.h"

TEST_SUITE_BEGIN("attribution/conflicts_of_evidence");

namespace referee::testing {
namespace {

constexpr ConflictKind kConsent = ConflictKind::kContestedConsent;
constexpr ConflictKind kReward = ConflictKind::kRewardConflict;
constexpr ConflictKind kAltered = ConflictKind::kAlteredEvidence;

TEST_CASE("[C16][STP-21] a withdrawal contests consent") {
  CaseUnderTest test;
  test.facts.submission.consent.mutable_value().withdrawn_at = FromReceipt(-2 * kHour);
  CHECK(test.Decides(kConsent) == "consent.withdrawn_at");
}

TEST_CASE("[C16] an opt-out of the same person contests consent, of a colleague it does not") {
  CaseUnderTest test;
  Known<Contact> contact;
  contact.record.id = "c-1";
  contact.record.opt_out.mutable_value().phone = true;
  contact.person = Band::kSame;
  test.facts.contacts.push_back(contact);
  CHECK(test.Decides(kConsent) == "opt_out.phone");
  test.facts.contacts[0].person = Band::kNone;
  CHECK_FALSE(test.Fires(kConsent));
  test.facts.contacts[0].person = Band::kPossible;
  CHECK(test.Waits(kConsent, "matches"));
}

TEST_CASE("[C16] two answers to one question disagree, an absent one does not") {
  CaseUnderTest test;
  test.facts.submission.consent.mutable_value().contact = true;
  Consent& earlier = test.Prior("s-1", "p-nova", -kDay).submission.consent.mutable_value();
  CHECK_FALSE(test.Fires(kConsent));
  earlier.contact = false;
  CHECK(test.Decides(kConsent) == "consent.contact");
  earlier.contact = true;
  earlier.basis = std::string("contract");
  CHECK_FALSE(test.Fires(kConsent));
}

TEST_CASE("[C26][STP-06] a reward claimed before anybody approved the attribution conflicts") {
  CaseUnderTest test;
  CHECK_FALSE(test.Fires(kReward));
  test.facts.submission.reward.mutable_value();
  CHECK(test.Decides(kReward) == "reward");
  test.facts.attribution_done = true;
  CHECK_FALSE(test.Fires(kReward));
}

TEST_CASE("[C26] a reward approved or paid to another partner conflicts, a refused one does not") {
  CaseUnderTest test;
  Known<Reward> known;
  known.company = Band::kSame;
  known.record.partner_id = std::string("p-rival");
  known.record.status = std::string("paid");
  known.record.at = FromReceipt(-kDay);
  test.facts.rewards.push_back(known);
  CHECK(test.Decides(kReward) == "reward.status");
  Reward& reward = test.facts.rewards[0].record;
  reward.status = std::string("refused");
  CHECK_FALSE(test.Fires(kReward));
  reward.status = std::string("approved");
  CHECK(test.Fires(kReward));
  reward.partner_id = std::string("p-nova");
  CHECK_FALSE(test.Fires(kReward));
}

TEST_CASE("[C27] a claim may be later than its receipt by the skew and not a second more") {
  CaseUnderTest test;
  test.facts.submission.claimed_at = FromReceipt(600);
  CHECK_FALSE(test.Fires(kAltered));
  test.facts.submission.claimed_at = FromReceipt(601);
  CHECK(test.Decides(kAltered) == "claimed_at");
}

TEST_CASE("[C27] own touches and evidence may not lie after the receipt either") {
  CaseUnderTest test;
  Touch touch;
  touch.at = FromReceipt(601);
  test.facts.submission.touches = std::vector<Touch>{touch};
  CHECK(test.Decides(kAltered) == "touches.at");
  test.facts.submission.touches.mutable_value()[0].at = FromReceipt(600);
  CHECK_FALSE(test.Fires(kAltered));
}

TEST_CASE("[C27] an old claim needs evidence dated within the backdating days of it") {
  CaseUnderTest test;
  test.facts.submission.claimed_at = FromReceipt(-7 * kDay);
  CHECK_FALSE(test.Fires(kAltered));
  test.facts.submission.claimed_at = FromReceipt(-20 * kDay);
  CHECK(test.Fires(kAltered));
  Evidence evidence;
  evidence.at = FromReceipt(-13 * kDay);
  test.facts.submission.evidence = std::vector<Evidence>{evidence};
  CHECK_FALSE(test.Fires(kAltered));
  test.facts.submission.evidence.mutable_value()[0].at = FromReceipt(-13 * kDay + 1);
  CHECK(test.Fires(kAltered));
}

TEST_CASE("[C27] the same evidence may not change its hash") {
  CaseUnderTest test;
  Evidence evidence;
  evidence.id = std::string("e-1");
  evidence.hash = std::string("sha256:a");
  test.facts.submission.evidence = std::vector<Evidence>{evidence};
  PriorSubmission prior;
  prior.submission.evidence = std::vector<Evidence>{evidence};
  test.facts.same_evidence.push_back(prior);
  CHECK_FALSE(test.Fires(kAltered));
  test.facts.same_evidence[0].submission.evidence.mutable_value()[0].hash = std::string("SHA256:A");
  CHECK_FALSE(test.Fires(kAltered));
  test.facts.same_evidence[0].submission.evidence.mutable_value()[0].hash = std::string("sha256:b");
  CHECK(test.Decides(kAltered) == "evidence.hash");
}

TEST_CASE("[C26][SCN-10] a reward to another partner counts from its own second on") {
  CaseUnderTest test;
  Known<Reward> known;
  known.company = Band::kSame;
  known.record.id = "w-1";
  known.record.partner_id = std::string("p-rival");
  known.record.status = std::string("paid");
  known.record.at = FromReceipt(0);
  test.facts.rewards.push_back(known);
  CHECK(test.Fires(kReward));
  test.facts.rewards[0].record.at = FromReceipt(1);
  CHECK_FALSE(test.Fires(kReward));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
