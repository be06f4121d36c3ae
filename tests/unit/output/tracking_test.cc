#include "src/output/tracking.h"

#include "tests/unit/output/example.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("output/tracking");

namespace referee::testing {
namespace {

TEST_CASE(
    "the record holds partner and customer and owners and statuses [OUT-03][REC-01][REC-06]") {
  Run run(Records(
      std::string(kAccount) +
      R"({"type":"lead","id":"l-1","first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"lead_status":"open"})" +
      "\n" + std::string(kRivalRegistration)));
  const Json record(run.Decide(Submitted()).outputs.tracking_json);
  struct Row {
    const char* name;
    const char* text;
  };
  const Row rows[] = {
      {"status", "submitted"},
      {"intent", "referral"},
      {"channel", "portal"},
      {"partner_id", "p-nova"},
      {"partner_name", "Nova Cloud GmbH"},
      {"partner_tier", "gold"},
      {"partner_program_status", "active"},
      {"relationship", "customer"},
      {"introduction_path", "worked together"},
      {"referral_timestamp", "2026-06-01T10:00:20Z"},
      {"company", "Falkenried Werke AG"},
      {"industry", "manufacturing"},
      {"employees", "420"},
      {"authority", "decision_maker"},
      {"consent_basis", "consent"},
      {"need", "Replace an ERP"},
      {"urgency", "this_quarter"},
      {"region", "DE"},
      {"account_owner", "u-sam"},
      {"lead_status", "open"},
      {"registration_status", "approved"},
      {"sales_owner", "u-sam"},
      {"partner_owner", "u-tom"},
      {"feedback_owner", "u-maya"},
      {"fit_tier", "strong"},
      {"acceptance_status", "undecided"},
      {"duplicate_status", "duplicate"},
      {"attribution_confidence", "disputed"},
      {"reward_state", "none"},
      {"feedback_status", "draft_held"},
      {"next_action", "review"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const json::Node* member = record->Find(row.name);
    REQUIRE(member != nullptr);
    CHECK(member->text == row.text);
  }
  CHECK(record->Find("is_written_back")->kind == json::Kind::kBool);
  CHECK(record->Find("amount")->Find("minor")->text == "1200000");
  const json::Node* duplicates = record->Find("duplicates");
  CHECK(duplicates->Find("account")->text == "1");
  CHECK(duplicates->Find("lead")->text == "1");
  CHECK(duplicates->Find("deal_registration")->text == "1");
  CHECK(duplicates->Find("submission")->text == "0");
}

TEST_CASE("what is not known is null and never guessed") {
  Run run("");
  const Json record(
      run.Decide(
             R"({"type":"submission","id":"s","intent":"referral","received_at":"2026-06-01T10:00:00Z"})")
          .outputs.tracking_json);
  for (const char* name : {"partner_id", "partner_program_status", "company", "employees", "amount",
                           "territory", "account_owner", "need", "consent_basis", "sales_owner"}) {
    CAPTURE(name);
    REQUIRE(record->Find(name) != nullptr);
    CHECK(record->Find(name)->kind == json::Kind::kNull);
  }
  CHECK(record->Find("duplicate_status")->text == "none_found");
}

TEST_CASE("the record carries neither a mail address nor a phone number") {
  Run run(Records());
  const std::string record =
      run.Decide(Submitted(R"({"lead":{"phones":["+49 40 1234568"]}})")).outputs.tracking_json;
  CHECK(record.find('@') == std::string::npos);
  CHECK(record.find("1234568") == std::string::npos);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
