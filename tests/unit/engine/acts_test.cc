#include "src/engine/acts.h"

#include <doctest/doctest.h>

#include <string>

#include "src/output/codes.h"
#include "tests/unit/engine/engine_under_test.h"

TEST_SUITE_BEGIN("engine/acts");

namespace referee {
namespace {

using testing::Document;
using testing::EngineUnderTest;
using testing::SubmissionOf;

constexpr std::string_view kDay1 = "2026-06-01T10:00:00Z", kDay2 = "2026-06-02T10:00:00Z",
                           kDay3 = "2026-06-03T10:00:00Z", kDay4 = "2026-06-04T10:00:00Z";

std::string Change(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

ReferralState StateOf(const absl::StatusOr<Standing>& standing, Aspect aspect) {
  REQUIRE_MESSAGE(standing.ok(), DescribeError(standing.status()));
  return standing->states[static_cast<std::size_t>(aspect)];
}

std::string Approval(const EngineUnderTest& under, std::string_view hash) {
  return Document({{"type", "approval"},
                   {"id", "a-1"},
                   {"referral_id", under.referral},
                   {"action", "attribute"},
                   {"subject_hash", hash},
                   {"user", "u-maya"},
                   {"role", "partner_manager"},
                   {"at", kDay2},
                   {"decision", "approve"},
                   {"rationale", "evidence read"}});
}

std::string Question(std::string_view referral, std::string_view user) {
  return Document({{"type", "status"}, {"referral_id", referral}, {"user", user}});
}

TEST_CASE("a decision asks for approvals, and an act that names the hash is recorded [APR-01]") {
  EngineUnderTest under;
  const Decision decision = under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  std::string hash;
  for (const ApprovalNeeded& need : decision.approvals_needed) {
    if (need.action == "attribute") hash = need.subject_hash;
  }
  REQUIRE_FALSE(hash.empty());
  CHECK(hash == under.HashOf("attribute", kDay2));
  const auto given = under.Approve(Approval(under, hash), kDay2);
  REQUIRE_MESSAGE(given.ok(), DescribeError(given.status()));
  CHECK(given->is_recorded);
  CHECK(Contains(given->json, R"("schema":"referee.act/1")"));
  CHECK(Contains(given->json, R"("is_approved":true)"));
  CHECK(Contains(given->json, R"("audit":{"sequence":2)"));
  CHECK(given->lanes[static_cast<std::size_t>(Lane::kAttribution)] == LaneState::kDone);
}

TEST_CASE("the same act again gives the same bytes and another act of that id is refused") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  const std::string act = Approval(under, under.HashOf("attribute", kDay2));
  const auto first = under.Approve(act, kDay2);
  REQUIRE(first.ok());
  const auto again = under.Approve(act, kDay3);
  REQUIRE(again.ok());
  CHECK(again->json == first->json);
  CHECK(again->states == first->states);
  CHECK(again->lanes == first->lanes);
  CHECK_FALSE(again->is_recorded);
  const auto other = under.Approve(Change(act, "evidence read", "nothing read"), kDay3);
  CHECK(other.status().code() == absl::StatusCode::kAlreadyExists);
  CHECK(ErrorPointer(other.status()) == "/id");
}

TEST_CASE("bad acts are refused at the member at fault and nothing is written") {
  struct Case {
    const char *what, *from, *to;
    absl::StatusCode status;
    const char *pointer, *code;
  };
  using enum absl::StatusCode;
  const Case kCases[] = {
      {"a user that nobody knows", "u-maya", "u-nobody", kPermissionDenied, "/user",
       "approval.unknown_user"},
      {"a user who left", "u-maya", "u-gone", kPermissionDenied, "/user", "approval.unknown_user"},
      {"forged in the name of one without the role", "u-maya", "u-sam", kPermissionDenied, "/role",
       "approval.role_not_held"},
      {"a role that is not asked", R"("role":"partner_manager")", R"("role":"sales_owner")",
       kPermissionDenied, "/role", "approval.wrong_role"},
      {"a self-given approval", "u-maya", "pu-nova", kPermissionDenied, "/user",
       "approval.unknown_user"},
      {"a text that has changed", "sha256:", "sha256:0", kFailedPrecondition, "/subject_hash",
       "approval.changed_subject"},
      {"a referral that does not exist", R"("referral_id":")", R"("referral_id":"x)", kNotFound,
       "/referral_id", ""},
      {"a clock set back", "2026-06-02", "2026-05-02", kFailedPrecondition, "/at",
       "approval.clock_set_back"},
      {"a time to come", "2026-06-02", "2026-07-02", kInvalidArgument, "/at", "approval.future"},
      {"expired", R"("at":)", R"("expires_at":"2026-06-02T11:00:00Z","at":)", kFailedPrecondition,
       "/expires_at", "approval.expired"},
      {"no rationale", "evidence read", " ", kInvalidArgument, "/rationale", ""},
      {"no action", "attribute", "everything", kInvalidArgument, "/action", ""},
      {"no JSON", R"({"type")", R"({"type)", kInvalidArgument, "", ""},
  };
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  const std::string act = Approval(under, under.HashOf("attribute", kDay2));
  const auto before = under.Ask(Question(under.referral, "u-sam"), kDay3);
  for (const Case& test : kCases) {
    CAPTURE(test.what);
    const auto given = under.Approve(Change(act, test.from, test.to), kDay3);
    CHECK(given.status().code() == test.status);
    CHECK(ErrorPointer(given.status()) == test.pointer);
    CHECK(ErrorCode(given.status()) == test.code);
  }
  CHECK(under.Ask(Question(under.referral, "u-sam"), kDay3)->json == before->json);
  const auto good = under.Approve(act, kDay3);
  REQUIRE(good.ok());
  CHECK(Contains(good->json, R"("audit":{"sequence":2)"));
}

TEST_CASE("an act without an as-of time is refused: the engine reads no clock") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  const auto given = under.Approve(Approval(under, "sha256:"), "");
  CHECK(ErrorPointer(given.status()) == "/as_of");
}

TEST_CASE("who submitted may not approve although the vendor employs them [APR-02]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "u-maya", kDay1));
  const auto given = under.Approve(Approval(under, under.HashOf("attribute", kDay2)), kDay2);
  CHECK(ErrorCode(given.status()) == "approval.own_referral");
}

TEST_CASE(
    "a later submission that changes the split voids what was approved, with the reason "
    "[APR-24] [STP-29] [DUP-10]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  under.Give("attribute", "u-maya", "partner_manager", kDay2);
  REQUIRE(StateOf(under.MoveTo("credit.credited", kDay2), Aspect::kCredit) ==
          ReferralState::kCredited);
  const Decision second = under.Submit(SubmissionOf("s-2", "p-peak", "pu-peak", kDay3));
  CHECK(second.attribution.confidence != Confidence::kConfirmed);
  const auto standing = under.Ask(Question(under.referral, "u-sam"), kDay3);
  CHECK(StateOf(standing, Aspect::kCredit) == ReferralState::kUncredited);
  CHECK(Contains(standing->json, R"("void_reason":"subject_changed")"));
  CHECK(Contains(standing->json, R"("reason":"subject_changed")"));
  CHECK(ErrorCode(under.MoveTo("credit.credited", kDay3).status()) == "approval.missing");
}

TEST_CASE("a question voids nothing and sees what was approved [LIF-09]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  under.Give("attribute", "u-maya", "partner_manager", kDay2);
  for (const char* intent : {"status_query", "credit_query"}) {
    CAPTURE(intent);
    const Decision decision =
        under.Submit(SubmissionOf(std::string("q-") + intent, "p-nova", "pu-nova", kDay3, intent));
    CHECK(decision.lane(Lane::kAttribution) == LaneState::kDone);
    CHECK(decision.attribution.confidence == Confidence::kConfirmed);
    for (const ApprovalNeeded& need : decision.approvals_needed) CHECK(need.action != "attribute");
  }
}

TEST_CASE(
    "an approved referral goes from receipt to reward, each step by a person "
    "[LIF-01] [LIF-02] [LIF-03] [LIF-05] [REC-37] [REC-38] [REC-60]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1, "referral",
                            R"(,"reward":{"amount":{"minor":50000,"currency":"EUR"}})"));
  CHECK(StateOf(under.Ask(Question(under.referral, "u-sam"), kDay1), Aspect::kReward) ==
        ReferralState::kRewardHeld);
  under.Give("accept", "u-maya", "partner_manager", kDay2);
  const auto accepted = under.MoveTo("accepted", kDay2);
  if (!accepted.ok()) {
    under.Give("accept", "u-tom", "partner_owner", kDay2);
    REQUIRE(under.MoveTo("accepted", kDay2).ok());
  }
  under.Give("attribute", "u-maya", "partner_manager", kDay2);
  if (!under.MoveTo("credit.credited", kDay2).ok()) {
    under.Give("attribute", "u-tom", "partner_owner", kDay2);
    REQUIRE(under.MoveTo("credit.credited", kDay2).ok());
  }
  REQUIRE(under.MoveTo("routed", kDay2).ok());
  REQUIRE(under.MoveTo("reward.eligible", kDay2).ok());
  under.Give("commission", "u-maya", "partner_manager", kDay2);
  CHECK(ErrorCode(under.MoveTo("reward.approved", kDay2).status()) == "approval.missing");
  under.Give("reward", "u-pia", "program_owner", kDay2);
  if (!under.MoveTo("reward.approved", kDay2).ok()) {
    under.Give("commission", "u-tom", "partner_owner", kDay2);
    under.Give("reward", "u-paul", "program_owner", kDay2);
    const auto approved = under.MoveTo("reward.approved", kDay2);
    REQUIRE_MESSAGE(approved.ok(), DescribeError(approved.status()));
  }
  // Long after every approval would have ended.
  constexpr std::string_view kLater = "2026-12-01T10:00:00Z";
  REQUIRE(under.MoveTo("converted", kLater).ok());
  REQUIRE(under.MoveTo("reward.paid", kLater).ok());
  const auto rewarded = under.MoveTo("rewarded", kLater);
  CHECK(StateOf(rewarded, Aspect::kStatus) == ReferralState::kRewarded);
  CHECK(StateOf(rewarded, Aspect::kReward) == ReferralState::kRewardPaid);
}

TEST_CASE("the tracking record tells the states of the referral [REC-01] [REC-36] [OUT-03]") {
  EngineUnderTest under;
  const Decision first = under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  CHECK(Contains(first.outputs.tracking_json, R"("status":"submitted")"));
  CHECK(Contains(first.outputs.tracking_json, R"("acceptance_status":"undecided")"));
  CHECK(Contains(first.outputs.tracking_json, R"("feedback_status":"draft_held")"));
  under.Give("accept", "u-maya", "partner_manager", kDay2);
  if (!under.MoveTo("accepted", kDay2).ok()) {
    under.Give("accept", "u-tom", "partner_owner", kDay2);
    REQUIRE(under.MoveTo("accepted", kDay2).ok());
  }
  const Decision query =
      under.Submit(SubmissionOf("q-1", "p-nova", "pu-nova", kDay3, "status_query"));
  CHECK(Contains(query.outputs.tracking_json, R"("status":"accepted")"));
  CHECK(Contains(query.outputs.tracking_json, R"("acceptance_status":"accepted")"));
}

TEST_CASE(
    "a partner is told of its own referral what people decided and nothing of others "
    "[LIF-04] [LIF-09] [AUD-08] [SCN-09] [INT-04]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  under.Submit(SubmissionOf("s-2", "p-peak", "pu-peak", kDay2));
  const auto nova = under.Ask(Question(under.referral, "pu-nova"), kDay3);
  REQUIRE_MESSAGE(nova.ok(), DescribeError(nova.status()));
  CHECK(Contains(nova->json, R"("view":"partner")"));
  CHECK(Contains(nova->json, R"("submissions":["s-1"])"));
  for (const char* secret : {"peak", "Peak", "s-2", "near_simultaneous", "partner_vs_partner",
                             "recommendation", "u-maya", "rationale", "Weber"}) {
    CAPTURE(secret);
    CHECK_FALSE(Contains(nova->json, secret));
  }
  CHECK(Contains(nova->json, R"("credit":"undecided")"));
  const auto internal = under.Ask(Question(under.referral, "u-tom"), kDay3);
  REQUIRE(internal.ok());
  CHECK(Contains(internal->json, R"("view":"internal")"));
  CHECK(Contains(internal->json, "p-peak"));
}

TEST_CASE("credit is told to the credited partner and only withheld from the other [SCN-09]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  under.Submit(SubmissionOf("s-2", "p-peak", "pu-peak", kDay2));
  under.Give("attribute", "u-maya", "partner_manager", kDay3);
  under.Give("attribute", "u-tom", "partner_owner", kDay3);
  CHECK(Contains(under.Ask(Question(under.referral, "pu-nova"), kDay3)->json,
                 R"("credit":"undecided")"));
  REQUIRE(under.MoveTo("credit.credited", kDay3).ok());
  CHECK(Contains(under.Ask(Question(under.referral, "pu-nova"), kDay4)->json,
                 R"("credit":"credited")"));
  const auto peak = under.Ask(Question(under.referral, "pu-peak"), kDay4);
  CHECK(Contains(peak->json, R"("credit":"influence")"));
  CHECK_FALSE(Contains(peak->json, "nova"));
}

TEST_CASE("a state that nobody moved is as old as the first submission, to a partner as its own") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  under.Submit(SubmissionOf("s-2", "p-peak", "pu-peak", kDay2));
  under.Submit(SubmissionOf("q-1", "p-peak", "pu-peak", kDay3, "status_query"));
  const auto since = [&](std::string_view user) {
    const std::string json = under.Ask(Question(under.referral, user), kDay4)->json;
    const std::size_t at = json.find(R"("since":")") + 9;
    return json.substr(at, kDay1.size());
  };
  CHECK(since("u-sam") == kDay1);
  CHECK(since("pu-nova") == kDay1);
  CHECK(since("pu-peak") == kDay2);
}

TEST_CASE("a partner that only asks about a referral of others is told nothing of it [LIF-09]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  under.Submit(SubmissionOf("q-1", "p-peak", "pu-peak", kDay2, "credit_query"));
  const auto refused = under.Ask(Question(under.referral, "pu-peak"), kDay2);
  CHECK(ErrorCode(refused.status()) == "status.unknown_user");
  under.Submit(SubmissionOf("s-2", "p-peak", "pu-peak", kDay3));
  CHECK(under.Ask(Question(under.referral, "pu-peak"), kDay3).ok());
}

TEST_CASE("commitments stay what is to be approved until a claim names others [APR-25]") {
  EngineUnderTest under;
  const auto naming = [](std::string_view id, std::string_view at, std::string_view text) {
    const std::string more = R"(,"commitments":[")" + std::string(text) + R"("])";
    return SubmissionOf(id, "p-nova", "pu-nova", at, "referral", more);
  };
  under.Submit(naming("s-1", kDay1, "a fifth off"));
  const std::string asked = under.HashOf("commitment", kDay1);
  under.Give("commitment", "u-maya", "partner_manager", kDay1);
  under.Submit(SubmissionOf("s-2", "p-nova", "pu-nova", kDay2));
  CHECK(under.HashOf("commitment", kDay2) == asked);
  CHECK_FALSE(Contains(under.Ask(Question(under.referral, "u-sam"), kDay2)->json,
                       R"("void_reason":"subject_changed")"));
  under.Submit(naming("s-3", kDay3, "a quarter off"));
  CHECK(under.HashOf("commitment", kDay3) != asked);
}

TEST_CASE("the reward status is the state to which people moved it [OUT-12] [LIF-06]") {
  EngineUnderTest under;
  const std::string claim = SubmissionOf("c-1", "p-nova", "pu-nova", kDay2, "reward_claim");
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  CHECK(under.Submit(claim).outputs.reward_status == "held");
  REQUIRE(under.MoveTo("reward.refused", kDay2, "not_eligible").ok());
  const Decision after =
      under.Submit(SubmissionOf("q-1", "p-nova", "pu-nova", kDay3, "status_query"));
  CHECK(after.outputs.reward_status == "refused");
  CHECK(after.outputs.reward_note == "The reward was refused.");
}

TEST_CASE("a rejection is told only once the approved text was sent [FIT-16] [FIT-27]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  REQUIRE(under.MoveTo("in_review", kDay1).ok());
  under.Give("reject_message", "u-maya", "partner_manager", kDay2);
  auto rejected = under.MoveTo("rejected", kDay2, "low_fit");
  if (!rejected.ok()) {
    under.Give("reject_message", "u-tom", "partner_owner", kDay2);
    rejected = under.MoveTo("rejected", kDay2, "low_fit");
  }
  REQUIRE_MESSAGE(rejected.ok(), DescribeError(rejected.status()));
  CHECK(Contains(under.Ask(Question(under.referral, "pu-nova"), kDay3)->json,
                 R"("state":"in_review")"));
  REQUIRE(under.MoveTo("feedback.approved", kDay3).ok());
  REQUIRE(under.MoveTo("feedback.sent", kDay3).ok());
  CHECK(Contains(under.Ask(Question(under.referral, "pu-nova"), kDay4)->json,
                 R"("state":"rejected")"));
}

TEST_CASE("who may not ask learns not even whether a referral exists") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  const auto stranger = under.Ask(Question(under.referral, "pu-peak"), kDay2);
  const auto nothing = under.Ask(Question("r-none", "pu-peak"), kDay2);
  CHECK(stranger.status().code() == absl::StatusCode::kPermissionDenied);
  CHECK(DescribeError(stranger.status()) == DescribeError(nothing.status()));
  CHECK(under.Ask(Question("r-none", "u-tom"), kDay2).status().code() ==
        absl::StatusCode::kNotFound);
  const auto inside = under.Ask(Document({{"type", "status"},
                                          {"referral_id", under.referral},
                                          {"user", "pu-nova"},
                                          {"view", "internal"}}),
                                kDay2);
  CHECK(ErrorPointer(inside.status()) == "/view");
}

TEST_CASE("a referral is found by its submission [LIF-09]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  const auto by_submission = under.Ask(
      Document({{"type", "status"}, {"submission_id", "s-1"}, {"user", "pu-nova"}}), kDay2);
  CHECK(by_submission->json == under.Ask(Question(under.referral, "pu-nova"), kDay2)->json);
}

TEST_CASE("a move dates the next step by the policy and tells its owner [LIF-08] [RSO-04]") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  const auto received = under.Ask(Question(under.referral, "u-sam"), kDay1);
  CHECK(Contains(received->json, R"("step":"u-maya")"));
  CHECK_FALSE(Contains(received->json, R"("due":null)"));
  CHECK(Contains(under.Ask(Question(under.referral, "u-sam"), "2027-01-01T00:00:00Z")->json,
                 R"("is_overdue":true)"));
  const auto closed = under.MoveTo("closed", kDay2, "no_response");
  REQUIRE(closed.ok());
  CHECK(Contains(closed->json, R"("due":null)"));
}

TEST_CASE("the next step of a move is due in the working hours of its owner [LIF-08] [RSO-04]") {
  EngineUnderTest under;
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("records", testing::kPeopleAndPartners, CallContext()).ok());
  REQUIRE(
      corpus
          .LoadNdjson(
              "calendar",
              R"({"type":"user","id":"u-maya","roles":["partner_manager"],"active":true,"availability":{"tz":"UTC","hours":[{"days":[1,2,3,4,5],"from":"09:00","to":"17:00"}],"ooo":[{"from":"2026-06-08T00:00:00Z","to":"2026-06-09T00:00:00Z"}]}})",
              CallContext())
          .ok());
  under.records = corpus.Publish();
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", "2026-06-01T10:00:00Z"));
  const auto moved = under.MoveTo("in_review", "2026-06-01T10:00:00Z");
  REQUIRE(moved.ok());
  // 48 hours from Monday at ten: seven on it, 32 until Friday, eight on the second Tuesday, because
  // she is away on the Monday before, and one on the day after.
  CHECK(Contains(moved->json, R"("due":"2026-06-10T10:00:00Z")"));
}

TEST_CASE("tenants do not share referrals") {
  EngineUnderTest under;
  under.Submit(SubmissionOf("s-1", "p-nova", "pu-nova", kDay1));
  const auto other = AnswerStatus(under.policy, *under.store, Question(under.referral, "u-sam"),
                                  {"other", std::string(kDay2)}, CallContext());
  CHECK(other.status().code() == absl::StatusCode::kPermissionDenied);
}

TEST_CASE("every code stands in one table and the events of acts are among them [OUT-18]") {
  const std::string codes = CodesJson();
  for (const char* code :
       {"accept", "reject_message", "reward.paid", "low_fit", "sent_to_review", "sales_owner",
        "submission_received", "approval_given", "state_changed"}) {
    CAPTURE(code);
    CHECK(Contains(codes, "\"" + std::string(code) + "\""));
  }
  json::Parser parser;
  CHECK(parser.Parse(codes).ok());
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
