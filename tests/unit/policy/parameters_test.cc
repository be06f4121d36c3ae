#include "src/policy/parameters.h"

#include <string>
#include <utility>

#include "src/policy/merge_patch.h"
#include "src/policy/policy.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/parameters");

namespace referee::testing {
namespace {

using policy::ReadParameters;

// The parameters of the standard policy, changed by a merge patch.
std::string Changed(const std::string& patch) {
  const auto policy = Policy::Standard();
  REQUIRE(policy.ok());
  const Json document(policy->document());
  std::string out;
  policy::AppendMerged(document->Find("parameters"), *Json(patch), out);
  return out;
}

TEST_CASE("the standard values are those of the contract [STP-31]") {
  const auto policy = Policy::Standard();
  REQUIRE(policy.ok());
  const Parameters& p = policy->parameters();
  CHECK(p.tie_window_hours == 24);
  CHECK(p.protection_window_days == 90);
  CHECK(p.marketing_lookback_days == 180);
  CHECK(p.marketing_scope == "company");
  CHECK(p.introduction_lookback_days == 90);
  CHECK(p.link_window_days == 30);
  CHECK(p.live_activity_days == 90);
  CHECK(p.live_stage_days == 30);
  CHECK(p.live_close_days == 90);
  CHECK(p.worked_activity_days == 90);
  CHECK(p.new_customer_after_days == 1095);
  CHECK(p.renewal_window_days == 120);
  CHECK(p.minimum_deal == Amount{std::int64_t{500000}, std::string("USD")});
  CHECK(p.high_value == Amount{std::int64_t{10000000}, std::string("USD")});
  CHECK(p.enterprise_employees == 1000);
  CHECK(p.strategic_lists == std::vector<std::string>{"strategic"});
  CHECK(p.same_match == doctest::Approx(0.99));
  CHECK(p.possible_match == doctest::Approx(0.80));
  CHECK(p.registration_capacity == 25);
  CHECK(p.required_certifications.empty());
  CHECK(p.resubmission_limit == 2);
  CHECK(p.resubmission_days == 90);
  CHECK(p.stale_evidence_days == 180);
  CHECK(p.recent_ask_days == 14);
  CHECK(p.quiet_periods.empty());
  CHECK(p.unresolved_severity == "medium");
  CHECK(p.clock_skew_minutes == 10);
  CHECK(p.backdating_days == 7);
  CHECK(p.required_consent == std::vector<std::string>{"share_forward", "contact", "report_back"});
  CHECK(p.required_registration_fields == std::vector<std::string>{"company.name", "lead.last_name",
                                                                   "product_families", "amount",
                                                                   "need"});
  CHECK(p.channel_precedence == std::vector<std::string>{"deal_registration", "introduction",
                                                         "call_mention", "form", "link_click",
                                                         "marketplace", "utm"});
  CHECK(p.decision_sla_hours == 48);
  CHECK(p.owner_sla_hours == 4);
  CHECK(p.feedback_sla_hours == 72);
  CHECK(p.partner_accept_hours == 24);
  CHECK(p.fit_industries.size() == 16);
  CHECK(p.fit_min_employees == 10);
  CHECK(p.fit_regions.empty());
  CHECK(p.fit_products.empty());
}

TEST_CASE("every parameter is required: none has a default") {
  const Json all(Changed("{}"));
  for (const json::Member& member : all->members) {
    const std::string name(member.name);
    CAPTURE(name);
    const auto status = ReadParameters(*Json(Changed("{\"" + name + "\":null}"))).status();
    CHECK(ErrorPointer(status) == "/" + name);
    CHECK(status.message().find("required") != std::string_view::npos);
  }
}

TEST_CASE("a wrong value is refused where it is wrong") {
  struct Row {
    const char* patch;
    const char* pointer;
  };
  const Row rows[] = {
      {R"({"tie_window_hours":"24"})", "/tie_window_hours"},
      {R"({"tie_window_hours":-1})", "/tie_window_hours"},
      {R"({"tie_window_hours":1e3})", "/tie_window_hours"},
      {R"({"tie_window_hours":2147483648})", "/tie_window_hours"},
      {R"({"marketing_scope":"group"})", "/marketing_scope"},
      {R"({"minimum_deal":{"minor":1.5}})", "/minimum_deal/minor"},
      {R"({"minimum_deal":{"currency":"EURO"}})", "/minimum_deal/currency"},
      {R"({"minimum_deal":500})", "/minimum_deal"},
      {R"({"same_match":1.5})", "/same_match"},
      {R"({"same_match":0.5})", "/possible_match"},
      {R"({"unresolved_severity":"grave"})", "/unresolved_severity"},
      {R"({"required_consent":["contact","mail"]})", "/required_consent/1"},
      {R"({"strategic_lists":["a",1]})", "/strategic_lists/1"},
      {R"({"required_certifications":{"erp":5}})", "/required_certifications/erp"},
      {R"({"quiet_periods":[{"from":"2026-01-01T00:00:00Z"}]})", "/quiet_periods/0/to"},
      {R"({"quiet_periods":[{"from":"tomorrow","to":"2026-01-01T00:00:00Z"}]})",
       "/quiet_periods/0/from"},
      {R"({"exchange":{"rates":[{"currency":"EUR","rate_micros":0,"exponent":2}]}})",
       "/exchange/rates/0/rate_micros"},
      {R"({"exchange":{"rates":[{"currency":"EUR","rate_micros":1,"exponent":5}]}})",
       "/exchange/rates/0/exponent"},
      {R"({"colour":"blue"})", "/colour"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.patch);
    CHECK(ErrorPointer(ReadParameters(*Json(Changed(row.patch))).status()) == row.pointer);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
