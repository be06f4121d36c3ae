#include "src/output/summaries.h"

#include "tests/unit/output/example.h"

TEST_SUITE_BEGIN("output/summaries");

namespace referee::testing {
namespace {

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE(
    "the qualification says tier and reasons and what speaks for and against [OUT-02][OUT-05]") {
  Run run(Records());
  const auto good = run.Decide(Submitted()).outputs.qualification;
  CHECK(good.fit_tier == "strong");
  CHECK(good.summary ==
        "Fit is strong. Target industry, and large enough. For it: The customer wants a solution "
        "within the quarter. The person decides or owns the budget. The partner knows the customer "
        "and says how, with dated evidence.");
  CHECK(good.speaks_against.empty());
  Run other(Records());
  const auto slow =
      other.Decide(Submitted(R"({"urgency":"none","need":null})")).outputs.qualification;
  CHECK(slow.speaks_against == std::vector<std::string>{"The customer is in no hurry."});
  CHECK(Has(slow.summary, "Missing: submission.need."));
}

TEST_CASE("customer and source are told in a line each [OUT-15]") {
  Run run(Records(kAccount));
  const auto context = run.Decide(Submitted()).outputs.context;
  CHECK(
      context.customer ==
      "Jonas Weber at Falkenried Werke AG, manufacturing, 420 employees, DE. Need: Replace an ERP. "
      "Urgency: this_quarter. Authority: decision_maker. Known in the records as account a-1.");
  CHECK(context.source ==
        "Partner Nova Cloud GmbH, tier gold, received 2026-06-01T10:00:20Z through portal. "
        "Introduction: worked together. Relationship: customer.");
}

TEST_CASE("what is not known leaves no hole in a text") {
  Run run("");
  const auto outputs =
      run.Decide(
             R"({"type":"submission","id":"s","intent":"referral","received_at":"2026-06-01T10:00:00Z"})")
          .outputs;
  CHECK(outputs.context.customer == "an unnamed party.");
  CHECK(outputs.context.source == ", received 2026-06-01T10:00:00Z.");
  CHECK(outputs.qualification.fit_tier == "unknown");
}

TEST_CASE("the suggestion names owner and next path by the recommendation [OUT-19][FIT-14]") {
  struct Row {
    const char* patch;
    const char* next;
  };
  const Row rows[] = {
      {"{}", "follow_up_route"},
      {R"({"need":null})", "discovery_questions"},
      {R"({"company":{"industry":"mining","employees":4}})", "decline_path"},
      {R"({"sensitive":true})", "person_review"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.patch);
    Run run(Records());
    const auto suggestion = run.Decide(Submitted(row.patch)).outputs.suggestion;
    CHECK(suggestion.next_path == row.next);
    CHECK(suggestion.owner == "partner-operations");
    CHECK(Has(suggestion.text, "partner-operations"));
  }
}

TEST_CASE("an owner is alerted by role only when a person is needed [OUT-17][APR-32]") {
  struct Row {
    const char* patch;
    const char* role;
  };
  const Row rows[] = {
      {"{}", ""},
      {R"({"need":null})", ""},
      {R"({"company":{"industry":"mining","employees":4}})", ""},
      {R"({"sensitive":true})", "partner_owner"},
      {R"({"reward":{}})", "program_owner"},
      {R"({"commitments":["a discount"]})", "partner_manager"},
      {R"({"consent":{"withdrawn_at":"2026-05-01T00:00:00Z"}})", "partner_manager"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.patch);
    Run run(Records());
    const auto alert = run.Decide(Submitted(row.patch)).outputs.owner_alert;
    CHECK(alert.is_needed == (std::string_view(row.role) != ""));
    CHECK(alert.role == row.role);
    CHECK(Has(alert.text, row.role));
  }
}

TEST_CASE("note and flag and acceptance are sentences [OUT-04][OUT-06][OUT-13]") {
  Run run(Records(std::string(kAccount) + std::string(kRivalRegistration)));
  const auto outputs = run.Decide(Submitted()).outputs;
  CHECK(Has(outputs.attribution_note, "Attribution confidence is disputed."));
  CHECK(Has(outputs.attribution_note, "Rule: confidence.disputed_open_conflict."));
  CHECK(Has(outputs.attribution_note, "Evidence: Disputed: partner_vs_partner"));
  CHECK(outputs.review_flag.starts_with("To be reviewed: "));
  CHECK(Has(outputs.acceptance, "A person must look at this"));
  Run good(Records());
  const auto clean = good.Decide(Submitted()).outputs;
  CHECK(clean.review_flag.empty());
  CHECK(Has(clean.acceptance, "Recommend to accept"));
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
