// The tests that the standard policy carries, run through the steps of adjudication.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/output/decide.h"

TEST_SUITE_BEGIN("engine/standard_policy");

namespace referee::testing {
namespace {

std::string Lines(const std::vector<std::string>& documents) {
  std::string lines;
  for (const std::string& document : documents) lines += document + "\n";
  return lines;
}

TEST_CASE("the standard policy meets all of its own tests [STP-01][STP-02][STP-03][STP-04]") {
  const auto tests = StandardPolicy().Tests();
  REQUIRE(tests.ok());
  for (const PolicyTest& test : *tests) {
    CAPTURE(test.name);
    const auto policy = StandardPolicy().With(test.set);
    REQUIRE(policy.ok());
    Run run(Lines(test.records), *policy);
    for (std::size_t i = 0; i < test.submissions.size(); ++i) {
      const Decision decision = run.Decide(test.submissions[i]);
      for (const std::string& unmet : UnmetBy(decision, test.expect[i])) FAIL_CHECK(unmet);
    }
  }
}

TEST_CASE(
    "every gate of the standard policy is tested where it stops or waits and where it passes") {
  std::set<std::string> codes, held, passed;
  for (
      const Finding& finding :
      Run("")
          .Decide(
              R"({"type":"submission","id":"s","intent":"referral","received_at":"2026-06-01T10:00:00Z"})")
          .findings) {
    if (finding.source == FindingSource::kGate) codes.insert(finding.code);
  }
  const auto tests = StandardPolicy().Tests();
  REQUIRE(tests.ok());
  for (const PolicyTest& test : *tests) {
    for (const ExpectedFinding& finding : test.expect.back().findings) {
      if (!finding.verdict.has_value()) continue;
      (*finding.verdict == Verdict::kPass ? passed : held).insert(finding.code);
    }
  }
  CHECK(codes.size() == 25);
  for (const std::string& code : codes) {
    CAPTURE(code);
    CHECK(passed.count(code) == 1);
    CHECK(held.count(code) == 1);
  }
}

constexpr std::string_view kPartner =
    R"({"type":"partner","id":"p-nova","program_id":"prog","program_status":[{"status":"active","from":"2025-01-01T00:00:00Z"}],"partner_manager":"u-maya","partner_owner":"u-tom","users":[{"id":"pu-1","email":"ira@nova.example"}]}
)";

// A complete referral of one party, with these members first.
std::string Referral(std::string_view id, std::string_view received, std::string_view first = "") {
  std::string json = R"({"type":"submission",)";
  json += first;
  json += R"("id":")";
  json += id;
  json += R"(","received_at":")";
  json += received;
  json +=
      R"(","channel":"portal","intent":"referral","partner_id":"p-nova","submitted_by":"pu-1","program_id":"prog","lead":{"first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"authority":"decision_maker"},"company":{"name":"Falkenried Werke AG","domains":["falkenried.example"],"industry":"manufacturing","employees":420},"need":"Replace an old ERP","urgency":"this_quarter","region":"DE","product_interest":["ERP "],"amount":{"minor":5000000,"currency":"EUR"},"introduction_path":"worked together","consent":{"basis":"consent","share_forward":true,"contact":true,"report_back":true}})";
  return json;
}

// Where does it stand, asked by the partner with nothing but the party.
std::string Question(std::string_view received) {
  std::string json =
      R"({"type":"submission","id":"q-1","channel":"portal","intent":"status_query","partner_id":"p-nova","submitted_by":"pu-1","program_id":"prog","lead":{"first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"]},"company":{"name":"Falkenried Werke AG","domains":["falkenried.example"]},"received_at":")";
  json += received;
  json += R"("})";
  return json;
}

std::vector<std::string> KindsOf(const Decision& decision) {
  std::vector<std::string> kinds;
  for (const Conflict& conflict : decision.conflicts) {
    kinds.emplace_back(ConflictKindName(conflict.kind));
  }
  return kinds;
}

TEST_CASE("places and products and lists compare trimmed and without case [FIT-04][STP-17]") {
  const auto policy = StandardPolicy().With({{"fit_regions", R"([" de"])"},
                                             {"fit_products", R"(["Erp"])"},
                                             {"strategic_lists", R"(["Key Accounts"])"}});
  REQUIRE(policy.ok());
  Run run(kPartner, *policy);
  const Decision decision = run.Decide(Referral("s-1", "2026-06-01T10:00:00Z"));
  CHECK(decision.outputs.qualification.fit_tier == "strong");
  CHECK(decision.recommendation == Recommendation::kAccept);

  Run listed(
      std::string(kPartner) +
          R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"],"named_account":{"list_id":"key accounts ","from":"2026-01-01T00:00:00Z"}})",
      *policy);
  const Decision strategic = listed.Decide(Referral("s-1", "2026-06-01T10:00:00Z"));
  const bool stops =
      std::any_of(strategic.findings.begin(), strategic.findings.end(), [](const Finding& f) {
        return f.code == "strategic_or_sensitive" && f.verdict == Verdict::kStop;
      });
  CHECK(stops);
}

TEST_CASE("a question leaves the conflicts of its referral listed [SCN-09][ATT-04]") {
  struct Row {
    const char* kind;
    const char* record;
    const char* member;  // Of the referral, with its comma.
    LaneState attribution;
  };
  const Row rows[] = {
      {"lapsed_registration",
       R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"]}
{"type":"deal_registration","id":"d-1","partner_id":"p-nova","company_id":"a-1","status":"approved","submitted_at":"2026-01-01T00:00:00Z","decided_at":"2026-01-02T00:00:00Z"})",
       "", LaneState::kStop},
      {"altered_evidence", "", R"("claimed_at":"2026-06-01T10:30:00Z",)", LaneState::kHold},
      {"reward_conflict", "", R"("reward":{},)", LaneState::kOpen},
      {"existing_customer",
       R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"],"last_purchase_at":"2023-06-02T10:00:00Z"})",
       "", LaneState::kOpen},
  };
  for (const Row& row : rows) {
    CAPTURE(row.kind);
    Run run(std::string(kPartner) + row.record);
    const Decision claim = run.Decide(Referral("s-1", "2026-06-01T10:00:00Z", row.member));
    REQUIRE(KindsOf(claim) == std::vector<std::string>{row.kind});
    const Decision answer = run.Decide(Question("2026-06-15T10:00:00Z"));
    CHECK(answer.referral_id == claim.referral_id);
    CHECK(KindsOf(answer) == std::vector<std::string>{row.kind});
    CHECK(answer.recommendation == Recommendation::kReview);
    CHECK(answer.lane(Lane::kAttribution) == row.attribution);
    CHECK_FALSE(answer.conflicts[0].facts.empty());
    CHECK(answer.conflicts[0].counterfactual.changes.empty());
  }
}

TEST_CASE("a contact known by name and account alone is found at its employer [DUP-02]") {
  const std::string account =
      R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"]}
{"type":"account","id":"a-2","name":"Uferstein Handel GmbH","domains":["uferstein.example"]}
)";
  const auto contact = [](const char* last_name, const char* company) {
    std::string json = R"({"type":"contact","id":"c-1","first_name":"Jonas","last_name":")";
    json += last_name;
    json += R"(","company_id":")";
    json += company;
    json += R"(","opt_out":{"all":true}})";
    return json;
  };
  const auto kinds_with = [&](const std::string& person) {
    Run run(std::string(kPartner) + account + person);
    return KindsOf(run.Decide(Referral("s-1", "2026-06-01T10:00:00Z")));
  };
  CHECK(kinds_with(contact("Weber", "a-1")) == std::vector<std::string>{"contested_consent"});
  CHECK(kinds_with(contact("Weber", "a-2")).empty());
  CHECK(kinds_with(contact("Weberling", "a-1")).empty());
}

TEST_CASE("an opportunity that fell asleep before the question is listed once") {
  Run run(
      std::string(kPartner) +
      R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"]}
{"type":"opportunity","id":"o-1","company_id":"a-1","is_closed":false,"created_at":"2026-01-01T00:00:00Z","last_activity_at":"2026-03-10T00:00:00Z","stage_changed_at":"2026-01-01T00:00:00Z","expected_close":"2026-02-01"})");
  CHECK(KindsOf(run.Decide(Referral("s-1", "2026-06-01T10:00:00Z"))) ==
        std::vector<std::string>{"live_opportunity"});
  CHECK(KindsOf(run.Decide(Question("2026-06-15T10:00:00Z"))) ==
        std::vector<std::string>{"dormant_opportunity"});
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
