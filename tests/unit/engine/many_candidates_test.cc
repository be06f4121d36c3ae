// Ten thousand people on one domain: the one of them who matters is found, and so is every claim on
// the company.  Nothing is capped in silence.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/json.h"
#include "src/engine/engine.h"

TEST_SUITE_BEGIN("engine/many_candidates");

namespace referee {
namespace {

constexpr int kPeople = 10'000;

std::string Corporation() {
  std::string lines =
      R"({"type":"partner","id":"p-nova","program_status":[{"status":"active"}]}
{"type":"partner","id":"p-rival","program_status":[{"status":"active"}]}
{"type":"account","id":"a-1","name":"Brightwater Holdings","domains":["brightwater.example"],"owner":"u-sam","kind":"customer","created_at":"2020-01-01T00:00:00Z"}
{"type":"deal_registration","id":"d-1","partner_id":"p-rival","company_id":"a-1","product_families":["erp"],"status":"approved","submitted_at":"2026-05-01T00:00:00Z","decided_at":"2026-05-02T00:00:00Z"}
)";
  for (int i = 0; i < kPeople; ++i) {
    const std::string n = std::to_string(i);
    lines += R"({"type":"contact","id":"x-)" + n + R"(","first_name":"Given)" + n +
             R"(","last_name":"Family)" + n + R"(","emails":["person)" + n +
             R"(@brightwater.example"],"company_id":"a-1")";
    lines += R"(,"created_at":"2025-01-01T00:00:00Z"})";
    lines += '\n';
  }
  // The last of them saw a webinar.
  lines +=
      R"({"type":"touch","id":"t-1","kind":"webinar","at":"2026-05-20T00:00:00Z","person_id":"x-9999","company_id":"a-1","by":"prospect"})";
  return lines;
}

constexpr std::string_view kSubmission =
    R"({"type":"submission","id":"s-1","intent":"referral","channel":"portal","partner_id":"p-nova","received_at":"2026-06-01T10:00:00Z","lead":{"first_name":"Given9999","last_name":"Family9999","emails":["person9999@brightwater.example"]},"company":{"name":"Brightwater Holdings","domains":["brightwater.example"]},"product_interest":["erp"]})";

TEST_CASE("conflicts are found across 10000 candidates on one domain without a cap [DUP-22]") {
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("records", Corporation(), CallContext()).ok());
  const auto engine = Engine::Create({});
  const auto policy = Policy::Standard();
  REQUIRE(engine.ok());
  REQUIRE(policy.ok());
  const auto store = NewMemoryStore();
  const auto stored = engine->Submit(*policy, corpus.Publish(), *store, kSubmission,
                                     SubmitOptions(), CallContext());
  REQUIRE(stored.ok());
  const Decision& decision = (*stored)->decision;
  std::vector<std::string_view> kinds;
  for (const Conflict& conflict : decision.conflicts)
    kinds.push_back(ConflictKindName(conflict.kind));
  for (const char* kind : {"partner_vs_partner", "prior_marketing_source", "existing_customer"}) {
    CAPTURE(kind);
    CHECK(std::find(kinds.begin(), kinds.end(), kind) != kinds.end());
  }
  for (const Finding& finding : decision.findings) {
    CAPTURE(finding.code);
    for (const MissingFact& fact : finding.missing) CHECK(fact.reason != "truncated");
  }
  REQUIRE_FALSE(decision.matches.empty());
  CHECK(std::any_of(decision.matches.begin(), decision.matches.end(), [](const Match& match) {
    return match.id == "x-9999" && match.person.band == Band::kSame;
  }));
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
