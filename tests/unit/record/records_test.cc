#include "src/record/records.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "src/record/submission.h"

TEST_SUITE_BEGIN("record/records");

namespace referee {
namespace {

Moment At(const std::string& text) { return Time{*ParseInstant(text), text}; }

TEST_CASE("every type of record has its own name and its place in the variant") {
  std::set<std::string_view> names;
  for (int i = 0; i < kRecordTypeCount; ++i) {
    CHECK(names.insert(RecordTypeName(static_cast<RecordType>(i))).second);
  }
  CHECK(TypeOf(Record(Partner())) == RecordType::kPartner);
  CHECK(TypeOf(Record(User())) == RecordType::kUser);
  CHECK(TypeOf(Record(Territory())) == RecordType::kTerritory);
  CHECK(TypeOf(Record(Account())) == RecordType::kAccount);
  CHECK(TypeOf(Record(Contact())) == RecordType::kContact);
  CHECK(TypeOf(Record(Lead())) == RecordType::kLead);
  CHECK(TypeOf(Record(Opportunity())) == RecordType::kOpportunity);
  CHECK(TypeOf(Record(DealRegistration())) == RecordType::kDealRegistration);
  CHECK(TypeOf(Record(Touch())) == RecordType::kTouch);
  CHECK(TypeOf(Record(Reward())) == RecordType::kReward);
  CHECK(TypeOf(Record(Merge())) == RecordType::kMerge);
  CHECK(TypeOf(Record(Approval())) == RecordType::kApproval);
  Lead lead;
  lead.id = "l-1";
  CHECK(IdOf(Record(lead)) == "l-1");
}

TEST_CASE("validity includes its start and excludes its end") {
  const Validity year = {At("2026-01-01T00:00:00Z"), At("2027-01-01T00:00:00Z")};
  CHECK(!Covers(year, *ParseInstant("2025-12-31T23:59:59.999999999Z")));
  CHECK(Covers(year, *ParseInstant("2026-01-01T00:00:00Z")));
  CHECK(Covers(year, *ParseInstant("2026-12-31T23:59:59.999999999Z")));
  CHECK(!Covers(year, *ParseInstant("2027-01-01T00:00:00Z")));
}

TEST_CASE("an end that is absent or null or empty is open") {
  const Instant now = *ParseInstant("2026-06-01T00:00:00Z");
  CHECK(Covers({}, now));
  CHECK(Covers({Moment::Without(Presence::kNull), Moment::Without(Presence::kEmpty)}, now));
  CHECK(Covers({At("2026-06-01T00:00:00Z"), {}}, now));
  CHECK(!Covers({At("2026-06-01T00:00:01Z"), {}}, now));
  CHECK(!Covers({{}, At("2026-06-01T00:00:00Z")}, now));
  // An interval that ends where it begins covers nothing.
  CHECK(!Covers({At("2026-06-01T00:00:00Z"), At("2026-06-01T00:00:00Z")}, now));
}

TEST_CASE("four intents make a claim and three ask") {
  struct Case {
    Intent intent;
    std::string name;
    bool claims;
  };
  for (const Case& test :
       {Case{Intent::kReferral, "referral", true}, Case{Intent::kMention, "mention", true},
        Case{Intent::kIntroduction, "introduction", true},
        Case{Intent::kDealRegistration, "deal_registration", true},
        Case{Intent::kStatusQuery, "status_query", false},
        Case{Intent::kCreditQuery, "credit_query", false},
        Case{Intent::kRewardClaim, "reward_claim", false}}) {
    CHECK(IntentName(test.intent) == test.name);
    CHECK(MakesClaim(test.intent) == test.claims);
  }
}

TEST_CASE("absent and null and empty and a value are four things") {
  CHECK(!(Text() == Text::Without(Presence::kNull)));
  CHECK(!(Text::Without(Presence::kNull) == Text::Without(Presence::kEmpty)));
  CHECK(Text("") == Text(std::string()));
  CHECK(!(Text("") == Text()));
  CHECK(Text("a").get() == "a");
  CHECK(Text().get().empty());
  Integer number;
  number.mutable_value() = 0;
  CHECK(number.has());
  CHECK(PresenceName(number.presence()) == "present");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
