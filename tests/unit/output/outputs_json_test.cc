#include "src/output/outputs_json.h"

#include "tests/unit/output/example.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("output/outputs_json");

namespace referee::testing {
namespace {

std::string Written(const Decision& decision) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject();
  WriteOutputs(writer, decision);
  WriteEvents(writer, decision.events);
  writer.EndObject();
  return out;
}

TEST_CASE(
    "all nineteen outputs are there as data [OUT-01][OUT-02][OUT-03][OUT-04][OUT-05][OUT-06]") {
  Run run(Records(std::string(kAccount) + std::string(kRivalRegistration)));
  const Json document(Written(run.Decide(Submitted(R"({"need":null,"reward":{}})"))));
  const json::Node* outputs = document->Find("outputs");
  REQUIRE(outputs != nullptr);
  struct Row {
    const char* output;
    const char* member;
    json::Kind kind;
  };
  const Row rows[] = {
      {"OUT-01", "brief", json::Kind::kString},
      {"OUT-02", "qualification", json::Kind::kObject},
      {"OUT-03", "tracking", json::Kind::kObject},
      {"OUT-04", "acceptance", json::Kind::kObject},
      {"OUT-05", "qualification", json::Kind::kObject},
      {"OUT-06", "review_flag", json::Kind::kString},
      {"OUT-06", "flags", json::Kind::kArray},
      {"OUT-07", "tasks", json::Kind::kArray},
      {"OUT-08", "feedback_draft", json::Kind::kObject},
      {"OUT-12", "reward", json::Kind::kObject},
      {"OUT-13", "attribution_note", json::Kind::kString},
      {"OUT-14", "questions", json::Kind::kArray},
      {"OUT-15", "context", json::Kind::kObject},
      {"OUT-16", "manager_update", json::Kind::kString},
      {"OUT-17", "owner_alert", json::Kind::kObject},
      {"OUT-18", "outcome", json::Kind::kObject},
      {"OUT-19", "suggestion", json::Kind::kObject},
      {"partner", "partner_status", json::Kind::kString},
      {"partner", "partner_view", json::Kind::kObject},
  };
  for (const Row& row : rows) {
    CAPTURE(row.output);
    CAPTURE(row.member);
    const json::Node* member = outputs->Find(row.member);
    REQUIRE(member != nullptr);
    CHECK(member->kind == row.kind);
    CHECK((member->text.size() + member->elements.size() + member->members.size()) > 0);
  }
  CHECK(outputs->Find("feedback_draft")->Find("state")->text == "held");
  CHECK(document->Find("events")->elements.size() > 4);
}

TEST_CASE("nobody is alerted where no person is needed [OUT-17][APR-32]") {
  Run run(Records());
  const Json document(Written(run.Decide(Submitted())));
  CHECK(document->Find("outputs")->Find("owner_alert")->kind == json::Kind::kNull);
}

TEST_CASE("equal decisions are equal bytes") {
  Run run(Records());
  const Decision decision = run.Decide(Submitted());
  CHECK(Written(decision) == Written(decision));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
