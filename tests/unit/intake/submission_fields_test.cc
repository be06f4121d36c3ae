#include <doctest/doctest.h>

#include <string>

#include "tests/unit/intake/read_document.h"

TEST_SUITE_BEGIN("intake/submission_fields");

namespace referee {
namespace {

using testing::ReadSubmission;
using testing::SubmissionError;
using testing::Submitted;

TEST_CASE("a submission has its type and an id and an intent") {
  struct Case {
    std::string json, error;
  };
  const Case cases[] = {
      {"[]", "must be an object, found a list"},
      {"{}", "/type: is required"},
      {R"({"type":5,"id":"s","intent":"referral"})", "/type: must be a string, found a number"},
      {R"({"type":"lead","id":"s","intent":"referral"})",
       "/type: must be submission, found another text"},
      {R"({"type":"submission","intent":"referral"})", "/id: is required"},
      {R"({"type":"submission","id":" ","intent":"referral"})", "/id: must not be blank"},
      {R"({"type":"submission","id":"s"})", "/intent: is required"},
      {R"({"type":"submission","id":"s","intent":null})", "/intent: must be a string, found null"},
      {R"({"type":"submission","id":"s","intent":"gossip"})",
       "/intent: must be one of referral, mention, introduction, deal_registration, status_query, "
       "credit_query, reward_claim; found another text"},
      {R"({"type":"submission","id":"s","intent":"mention"})", "ok"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.json);
    CHECK(SubmissionError(test.json) == test.error);
  }
}

TEST_CASE("the submission of the contract is read whole") {
  UnknownMembers unknown;
  const auto submission = ReadSubmission(
      R"({"type":"submission","id":"s-1","idempotency_key":"portal:8841","channel":"portal","intent":"referral","submitted_by":"pu-1","partner_id":"p-nova","referrer":null,"program_id":"prog","claimed_at":"2026-06-01T10:00:00Z","received_at":"2026-06-01T10:00:20Z","lead":{"first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"phones":["040 1234568"],"title":"Head of IT","authority":"decision_maker"},"company":{"name":"Falkenried Werke AG","domains":["falkenried.example"],"address":{"city":"Hamburg","country":"DE"},"industry":"manufacturing","employees":420},"need":"Replace","urgency":"this_quarter","timeline":"2026-Q3","region":"DE","product_interest":["erp"],"amount":{"minor":12000000,"currency":"EUR"},"introduction_path":"worked together","relationship":"customer","notes":"","campaign":null,"touches":[],"consent":{"basis":"consent","share_forward":true,"contact":true,"report_back":true,"channels":["email","phone"],"obtained_by":"pu-1","obtained_at":"2026-05-30T12:00:00Z","withdrawn_at":null},"evidence":[{"id":"e-1","kind":"email","at":"2026-05-30T12:00:00Z","uri":"thread:77","hash":"sha256:1"}],"registration":{"registration_type":"hunting"},"customer_choice":{"partner_id":"p","at":"2026-05-30T12:00:00Z","by":"other","evidence":"e"},"call":{"id":"k","intent":"i","urgency":"now","objection":"o","next_step":"n","promises":["p"],"outcome":"o","transcript":"t","record_url":"u"},"advocacy":{"requested":true,"approved":null},"commitments":["c"],"reward":{"amount":{"minor":5,"currency":"EUR"}},"referral_id":"r","sensitive":false,"event":{"kind":"merger","n":1.50}})",
      &unknown);
  REQUIRE_MESSAGE(submission.ok(), DescribeError(submission.status()));
  CHECK(unknown.empty());
  CHECK(submission->intent == Intent::kReferral);
  CHECK(submission->referrer.presence() == Presence::kNull);
  CHECK(submission->notes.presence() == Presence::kEmpty);
  CHECK(submission->campaign.presence() == Presence::kNull);
  CHECK(submission->touches.has());
  CHECK(*submission->consent->channels == std::vector<std::string>{"email", "phone"});
  CHECK(*(*submission->evidence)[0].uri == "thread:77");
  CHECK(*submission->call->promises == std::vector<std::string>{"p"});
  CHECK(submission->advocacy->approved.presence() == Presence::kNull);
  CHECK(*submission->reward->get().minor == 5);
  CHECK(submission->event->json == R"({"kind":"merger","n":1.50})");
}

TEST_CASE("each closed vocabulary of a submission refuses other words") {
  for (const std::string member :
       {R"("channel":"pigeon")", R"("urgency":"soon")", R"("consent":{"basis":"maybe"})",
        R"("customer_choice":{"by":"me"})", R"("call":{"urgency":"soon"})",
        R"("touches":[{"kind":"fax"}])", R"("lead":{"authority":"boss"})"}) {
    CAPTURE(member);
    CHECK(SubmissionError(Submitted(member)).find("must be one of") != std::string::npos);
  }
  CHECK(SubmissionError(Submitted(R"("timeline":"any","evidence":[{"kind":"any"}])")) == "ok");
}

TEST_CASE("a referrer is an id or a person and nothing else") {
  const auto id = ReadSubmission(Submitted(R"("referrer":"c-7")"));
  REQUIRE(id.ok());
  CHECK(*id->referrer->id == "c-7");
  CHECK(!id->referrer->person.has());
  const auto person =
      ReadSubmission(Submitted(R"("referrer":{"id":"c-8","full_name":"Ada King"})"));
  REQUIRE(person.ok());
  CHECK(*person->referrer->id == "c-8");
  CHECK(*person->referrer->person->full_name == "Ada King");
  const auto blank = ReadSubmission(Submitted(R"("referrer":"  ")"));
  REQUIRE(blank.ok());
  CHECK(blank->referrer.presence() == Presence::kEmpty);
  CHECK(SubmissionError(Submitted(R"("referrer":7)")) ==
        "/referrer: must be an id or an object, found a number");
  CHECK(SubmissionError(Submitted(R"("referrer":{"emails":"x"})")) ==
        "/referrer/emails: must be a list of strings, found a string");
}

TEST_CASE("a reward may be asked for without an amount") {
  const auto reward = ReadSubmission(Submitted(R"("reward":{})"));
  REQUIRE(reward.ok());
  CHECK(reward->reward.has());
  CHECK(!reward->reward->has());
  CHECK(ReadSubmission(Submitted(R"("reward":null)"))->reward.presence() == Presence::kNull);
  CHECK(SubmissionError(Submitted(R"("reward":5)")) ==
        "/reward: must be an object, found a number");
  CHECK(SubmissionError(Submitted(R"("reward":{"amount":{"minor":1.5}})")) ==
        "/reward/amount/minor: must be an integer, found a number with a fraction or an exponent");
}

TEST_CASE("unknown members of a submission are kept and named") {
  UnknownMembers unknown;
  const auto submission = ReadSubmission(
      Submitted(R"("mood":[1.0],"lead":{"pet":"cat"},"reward":{"style":1})"), &unknown);
  REQUIRE(submission.ok());
  REQUIRE(submission->extra.size() == 1);
  CHECK(submission->extra[0].json == "[1.0]");
  CHECK(submission->lead->extra[0].name == "pet");
  CHECK(unknown == UnknownMembers{"submission.mood", "submission.pet", "submission.style"});
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
