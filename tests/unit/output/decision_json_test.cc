#include "src/output/decision_json.h"

#include "tests/unit/output/example.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("output/decision_json");

namespace referee::testing {
namespace {

TEST_CASE("the document has every member of the contract") {
  Run run(Records(std::string(kAccount) + std::string(kRivalRegistration)));
  const Json document(DecisionJson(run.Decide(Submitted(R"({"need":null})")), {}));
  for (const char* name : {"submission_id", "referral_id", "sequence", "as_of", "recommendation",
                           "lanes", "findings", "matches", "conflicts", "attribution", "missing",
                           "route", "approvals_needed", "outputs", "events", "policy", "engine"}) {
    CAPTURE(name);
    CHECK(document->Find(name) != nullptr);
  }
  struct Row {
    const char* list;
    std::vector<const char*> members;
  };
  const Row rows[] = {
      {"findings",
       {"code", "lane", "verdict", "because", "evidence", "missing", "review", "covers"}},
      {"matches", {"type", "id", "probability", "bits", "band", "explanation"}},
      {"conflicts",
       {"kind", "claims", "facts", "decides", "would_flip", "missing", "proposal", "review",
        "clause", "precedence"}},
      {"missing", {"path", "question", "ask"}},
      {"approvals_needed",
       {"action", "role", "subject_hash", "people", "expires_hours", "not_submitter"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.list);
    REQUIRE_FALSE(document->Find(row.list)->elements.empty());
    for (const char* member : row.members) {
      CAPTURE(member);
      CHECK(document->Find(row.list)->elements.front().Find(member) != nullptr);
    }
  }
}

TEST_CASE("a rule says what it speaks for and a gate does not speak") {
  Run run(Records());
  const Json document(DecisionJson(run.Decide(Submitted()), {}));
  bool spoke = false;
  for (const json::Node& finding : document->Find("findings")->elements) {
    const bool is_rule = finding.Find("speaks") != nullptr;
    spoke = spoke || (is_rule && finding.Find("speaks")->text == "for");
    if (finding.Find("code")->text == "data_stale") CHECK_FALSE(is_rule);
  }
  CHECK(spoke);
}

TEST_CASE("parts that the caller does not want are left out") {
  Run run(Records(kAccount));
  const Decision decision = run.Decide(Submitted());
  const Json bare(DecisionJson(decision, {false, false, false}));
  CHECK(bare->Find("matches") == nullptr);
  CHECK(bare->Find("outputs") == nullptr);
  CHECK(bare->Find("events") == nullptr);
  const Json plain(DecisionJson(decision, {true, false, true}));
  CHECK(plain->Find("matches")->elements.front().Find("explanation") == nullptr);
}

TEST_CASE("equal inputs give equal bytes whatever the order of the records") {
  const std::string account(kAccount), registration(kRivalRegistration);
  Run one(Records(account + registration)), other(registration + account + Records());
  CHECK(DecisionJson(one.Decide(Submitted()), {}) == DecisionJson(other.Decide(Submitted()), {}));
}

TEST_CASE("no probability is printed as certain") {
  Match match;
  match.type = RecordType::kAccount;
  match.id = "a";
  match.company.compared = true;
  match.company.probability = 1.0;
  match.company.band = Band::kSame;
  CHECK(MatchesJson("q", {match}, false).find("0.999999") != std::string::npos);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
