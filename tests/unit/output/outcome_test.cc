#include "src/output/outcome.h"

#include "tests/unit/output/example.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("output/outcome");

namespace referee::testing {
namespace {

TEST_CASE("the disposition is a proposal by the recommendation [OUT-18][REC-58][REC-76][RSO-07]") {
  struct Row {
    const char* records;
    const char* patch;
    const char* disposition;
  };
  const std::string opportunity =
      std::string(kAccount) +
      R"({"type":"opportunity","id":"o-1","company_id":"a-1","is_closed":false,"last_activity_at":"2026-05-20T00:00:00Z","created_at":"2026-01-01T00:00:00Z"})" +
      "\n";
  const Row rows[] = {
      {"", "{}", "confirmed"},
      {"", R"({"need":null})", "retried"},
      {"", R"({"company":{"industry":"mining","employees":4}})", "closed"},
      {"", R"({"amount":{"minor":99999999,"currency":"USD"}})", "sent_to_review"},
      {"", R"({"sensitive":true})", "escalated"},
      {opportunity.c_str(), "{}", "escalated"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.patch);
    Run run(Records(row.records));
    const Json outcome(run.Decide(Submitted(row.patch)).outputs.outcome_json);
    CHECK(outcome->Find("disposition")->text == row.disposition);
    CHECK(outcome->Find("is_proposal")->boolean);
  }
}

TEST_CASE("what only a person may change is named as protected [STP-28]") {
  Run run(Records());
  const Json outcome(run.Decide(Submitted()).outputs.outcome_json);
  std::string fields;
  for (const json::Node& field : outcome->Find("protected")->elements) {
    fields += std::string(field.text) + " ";
  }
  CHECK(fields == "attribution consent reward acceptance ");
}

TEST_CASE("the result of a conversation is kept and its promises are counted [REC-57]") {
  Run run(Records(kAccount));
  const Json outcome(
      run
          .Decide(Submitted(
              R"({"call":{"id":"call-1","objection":"price","next_step":"demo","promises":["a","b"]}})"))
          .outputs.outcome_json);
  const json::Node* call = outcome->Find("conversation");
  REQUIRE(call->kind == json::Kind::kObject);
  CHECK(call->Find("objection")->text == "price");
  CHECK(call->Find("next_step")->text == "demo");
  CHECK(call->Find("promises_made")->text == "2");
  CHECK(outcome->Find("known_as")->elements.size() == 1);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
