#include "src/output/prepare.h"

#include "src/output/subjects.h"
#include "tests/unit/output/example.h"

TEST_SUITE_BEGIN("output/prepare");

namespace referee::testing {
namespace {

TEST_CASE("approvals are bound to what was prepared [APR-01][APR-07]") {
  Run run(Records());
  const Decision decision =
      run.Decide(Submitted(R"({"company":{"industry":"mining","employees":4},"reward":{}})"));
  REQUIRE(decision.approvals_needed.size() >= 5);
  for (const ApprovalNeeded& approval : decision.approvals_needed) {
    CAPTURE(approval.action);
    CHECK(approval.subject_hash == SubjectHash(approval.action, decision, run.the_case.submission));
  }
}

TEST_CASE("flags name open conflicts and gates that hold a lane and no rule [STP-30][OUT-06]") {
  Run run(Records(kAccount));
  const auto flags = run.Decide(Submitted(R"({"urgency":null,"sensitive":true})")).outputs.flags;
  CHECK(flags ==
        std::vector<std::string>{"strategic_or_sensitive", "data_missing", "duplicate_record"});
}

TEST_CASE("a reward that is asked for is held and else there is none [OUT-12][STP-27]") {
  struct Row {
    const char* patch;
    const char* status;
  };
  const Row rows[] = {{"{}", "none"},
                      {R"({"reward":{}})", "held"},
                      {R"({"reward":{"amount":{"minor":5,"currency":"EUR"}}})", "held"},
                      {R"({"intent":"reward_claim"})", "held"}};
  for (const Row& row : rows) {
    CAPTURE(row.patch);
    Run run(Records());
    const auto outputs = run.Decide(Submitted(row.patch)).outputs;
    CHECK(outputs.reward_status == row.status);
    CHECK_FALSE(outputs.reward_note.empty());
  }
}

TEST_CASE("the partner manager is told of every recommendation [OUT-16][RSO-10]") {
  for (const char* patch : {"{}", R"({"need":null})", R"({"sensitive":true})",
                            R"({"company":{"industry":"mining","employees":4}})"}) {
    CAPTURE(patch);
    Run run(Records());
    CHECK(run.Decide(Submitted(patch)).outputs.manager_update.find("s-1") != std::string::npos);
  }
}

TEST_CASE("no decision makes a lane done [APR-01][APR-29]") {
  for (const char* patch : {"{}", R"({"reward":{}})", R"({"intent":"reward_claim"})"}) {
    Run run(Records(kAccount));
    for (const LaneState state : run.Decide(Submitted(patch)).lanes) {
      CHECK(state != LaneState::kDone);
    }
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
