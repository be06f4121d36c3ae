// Acts that people took elsewhere and that the CRM brings as records of type approval: they count
// in the next decision on the referral, for exactly what they approved and for nothing else.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "src/engine/engine.h"

TEST_SUITE_BEGIN("engine/approvals_of_crm");

namespace referee {
namespace {

constexpr std::string_view kRecords =
    R"({"type":"partner","id":"p-nova","name":"Nova","program_status":[{"status":"active"}],"users":[{"id":"pu-1"}]}
{"type":"user","id":"u-maya","roles":["partner_manager","partner_owner"],"active":true}
{"type":"user","id":"u-tom","roles":["partner_owner","program_owner","partner_manager"],"active":true}
)";

std::string SubmissionOf(std::string_view id, std::string_view intent, std::string_view received,
                         std::string_view more = {}) {
  return R"({"type":"submission","id":")" + std::string(id) + R"(","intent":")" +
         std::string(intent) +
         R"(","channel":"portal","partner_id":"p-nova","submitted_by":"pu-1","received_at":")" +
         std::string(received) +
         R"(","lead":{"first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"]},"company":{"name":"Falkenried Werke","domains":["falkenried.example"]},"product_interest":["erp"])" +
         std::string(more) + "}";
}

// One store to which a test submits and records of the CRM that grow.
class Desk {
 public:
  Desk() { Load(kRecords); }

  void Load(std::string_view lines) {
    REQUIRE(corpus_.LoadNdjson("records", lines, CallContext()).ok());
  }

  Decision Submit(const std::string& json) {
    const auto stored =
        engine_.Submit(policy_, corpus_.Publish(), *store_, json, SubmitOptions(), CallContext());
    REQUIRE_MESSAGE(stored.ok(), std::string(stored.status().message()));
    return (*stored)->decision;
  }

  // Approves everything that the decision asks for this action, by one user for each role.
  void Approve(const Decision& decision, std::string_view action, std::string_view at) {
    for (const ApprovalNeeded& need : decision.approvals_needed) {
      if (need.action != action) continue;
      const char* user = need.role == "partner_manager" ? "u-maya" : "u-tom";
      Load(R"({"type":"approval","id":"ap-)" + std::to_string(++last_) + R"(","action":")" +
           need.action + R"(","subject_hash":")" + need.subject_hash + R"(","referral_id":")" +
           decision.referral_id + R"(","user":")" + user + R"(","role":")" + need.role +
           R"(","at":")" + std::string(at) + R"(","decision":"approve"})");
    }
  }

 private:
  Engine engine_ = *Engine::Create({});
  Policy policy_ = *Policy::Standard();
  std::unique_ptr<Store> store_ = NewMemoryStore();
  Corpus corpus_;
  int last_ = 0;
};

bool Asks(const Decision& decision, std::string_view action) {
  for (const ApprovalNeeded& need : decision.approvals_needed) {
    if (need.action == action) return true;
  }
  return false;
}

bool Has(const Decision& decision, ConflictKind kind) {
  for (const Conflict& conflict : decision.conflicts) {
    if (conflict.kind == kind) return true;
  }
  return false;
}

TEST_CASE("an attribution that a person approved is confirmed and asked for no more [ATT-07]") {
  Desk desk;
  const Decision first = desk.Submit(SubmissionOf("s-1", "referral", "2026-06-01T10:00:00Z"));
  CHECK(first.attribution.confidence != Confidence::kConfirmed);
  REQUIRE(Asks(first, "attribute"));
  desk.Approve(first, "attribute", "2026-06-01T11:00:00Z");

  const Decision before = desk.Submit(SubmissionOf("s-2", "credit_query", "2026-06-01T10:59:59Z"));
  CHECK(before.lane(Lane::kAttribution) != LaneState::kDone);
  const Decision after = desk.Submit(SubmissionOf("s-3", "credit_query", "2026-06-01T11:00:00Z"));
  CHECK(after.lane(Lane::kAttribution) == LaneState::kDone);
  CHECK(after.attribution.confidence == Confidence::kConfirmed);
  CHECK_FALSE(Asks(after, "attribute"));
  REQUIRE_FALSE(after.approvals.empty());
  CHECK(after.approvals[0].counts);
}

TEST_CASE("a reward claim waits for the attribution and no longer once it is approved [SCN-10]") {
  Desk desk;
  const Decision first = desk.Submit(SubmissionOf("s-1", "referral", "2026-06-01T10:00:00Z"));
  const Decision early = desk.Submit(SubmissionOf("s-2", "reward_claim", "2026-06-02T10:00:00Z"));
  CHECK(Has(early, ConflictKind::kRewardConflict));
  CHECK(early.outputs.reward_status == "held");
  desk.Approve(first, "attribute", "2026-06-03T10:00:00Z");
  // With an open conflict the policy asks one more person: only then is the attribution settled.
  desk.Approve(early, "attribute", "2026-06-03T10:00:00Z");
  const Decision late = desk.Submit(SubmissionOf("s-3", "reward_claim", "2026-06-04T10:00:00Z"));
  CHECK_FALSE(Has(late, ConflictKind::kRewardConflict));
  CHECK(late.lane(Lane::kAttribution) == LaneState::kDone);
  CHECK(late.lane(Lane::kReward) != LaneState::kDone);
}

TEST_CASE("a second claim changes what was approved and voids the approval") {
  Desk desk;
  const Decision first = desk.Submit(SubmissionOf("s-1", "referral", "2026-06-01T10:00:00Z"));
  desk.Approve(first, "attribute", "2026-06-01T11:00:00Z");
  desk.Load(R"({"type":"partner","id":"p-rival","program_status":[{"status":"active"}]})");
  std::string rival = SubmissionOf("s-2", "referral", "2026-06-05T10:00:00Z");
  rival.replace(rival.find("p-nova"), 6, "p-rival");
  const Decision second = desk.Submit(rival);
  CHECK(second.referral_id == first.referral_id);
  CHECK(second.lane(Lane::kAttribution) != LaneState::kDone);
  REQUIRE_FALSE(second.approvals.empty());
  CHECK_FALSE(second.approvals[0].counts);
  CHECK(second.approvals[0].because == "What was approved has changed since.");
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
