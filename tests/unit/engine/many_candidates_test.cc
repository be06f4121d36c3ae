// Ten thousand people on one domain: the one of them who matters is found, and so is every claim on
// the company.  Nothing is capped in silence.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "src/engine/engine.h"

TEST_SUITE_BEGIN("engine/many_candidates");

namespace referee {
namespace {

constexpr int kRecords = 10'000;

// Beside one account that is a customer and carries a rival's registration: so many records of the
// same company, the last of whom saw a webinar.
std::string Corporation(const std::function<std::string(const std::string&)>& record) {
  std::string lines =
      R"({"type":"partner","id":"p-nova","program_status":[{"status":"active"}]}
{"type":"partner","id":"p-rival","program_status":[{"status":"active"}]}
{"type":"account","id":"a-1","name":"Brightwater Holdings","domains":["brightwater.example"],"owner":"u-sam","kind":"customer","created_at":"2020-01-01T00:00:00Z"}
{"type":"deal_registration","id":"d-1","partner_id":"p-rival","company_id":"a-1","product_families":["erp"],"status":"approved","submitted_at":"2026-05-01T00:00:00Z","decided_at":"2026-05-02T00:00:00Z"}
{"type":"touch","id":"t-1","kind":"webinar","at":"2026-05-20T00:00:00Z","person_id":"x-9999","company_id":"a-1","by":"prospect"}
)";
  for (int i = 0; i < kRecords; ++i) lines += record(std::to_string(i)) + "\n";
  return lines;
}

std::string Person(const std::string& n) {
  return R"("id":"x-)" + n + R"(","first_name":"Given)" + n + R"(","last_name":"Family)" + n +
         R"(","emails":["person)" + n +
         R"(@brightwater.example"],"created_at":"2025-01-01T00:00:00Z")";
}

struct Crowd {
  const char* of;
  std::function<std::string(const std::string&)> record;
};

const std::vector<Crowd>& Crowds() {
  static const auto& crowds = *new std::vector<Crowd>{
      {"contacts",
       [](const std::string& n) {
         return R"({"type":"contact",)" + Person(n) + R"(,"company_id":"a-1"})";
       }},
      {"leads",
       [](const std::string& n) {
         return R"({"type":"lead",)" + Person(n) +
                R"(,"company":{"name":"Brightwater Holdings"},"lead_source":"partner"})";
       }},
      {"accounts",
       [](const std::string& n) {
         return R"({"type":"account","id":"x-)" + n +
                R"(","name":"Brightwater Holdings","domains":["brightwater.example"]})";
       }},
  };
  return crowds;
}

constexpr std::string_view kSubmission =
    R"({"type":"submission","id":"s-1","intent":"referral","channel":"portal","partner_id":"p-nova","received_at":"2026-06-01T10:00:00Z","lead":{"first_name":"Given9999","last_name":"Family9999","emails":["person9999@brightwater.example"]},"company":{"name":"Brightwater Holdings","domains":["brightwater.example"]},"product_interest":["erp"]})";

std::vector<std::string> ConflictsAmong(const Crowd& crowd) {
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("records", Corporation(crowd.record), CallContext()).ok());
  const auto engine = Engine::Create({});
  const auto policy = Policy::Standard();
  REQUIRE(engine.ok());
  REQUIRE(policy.ok());
  const auto store = NewMemoryStore();
  SubmitOptions options;
  options.parts.explanation = false;
  const auto stored =
      engine->Submit(*policy, corpus.Publish(), *store, kSubmission, options, CallContext());
  REQUIRE(stored.ok());
  std::vector<std::string> kinds;
  for (const Conflict& conflict : (*stored)->decision.conflicts) {
    kinds.emplace_back(ConflictKindName(conflict.kind));
  }
  return kinds;
}

TEST_CASE("conflicts are found across 10000 candidates on one domain without a cap [DUP-22]") {
  for (const Crowd& crowd : Crowds()) {
    CAPTURE(std::string(crowd.of));
    const std::vector<std::string> kinds = ConflictsAmong(crowd);
    for (const std::string kind :
         {"partner_vs_partner", "prior_marketing_source", "existing_customer"}) {
      CAPTURE(kind);
      CHECK(std::find(kinds.begin(), kinds.end(), kind) != kinds.end());
    }
  }
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
