#include "src/output/events.h"

#include "tests/unit/output/example.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("output/events");

namespace referee::testing {
namespace {

std::string Codes(const Decision& decision) {
  std::string codes;
  for (const Event& event : decision.events) codes += event.code + " ";
  return codes;
}

TEST_CASE("events measure quality and duplicates and conflicts [OUT-09][OUT-10][OUT-11]") {
  Run clean(Records());
  CHECK(Codes(clean.Decide(Submitted())) ==
        "submission_received fit_assessed confidence_labelled recommendation_made ");
  Run disputed(Records(std::string(kAccount) + std::string(kRivalRegistration)));
  CHECK(Codes(disputed.Decide(Submitted(R"({"need":null,"reward":{}})"))) ==
        "submission_received duplicate_found conflict_flagged conflict_flagged context_missing "
        "fit_assessed confidence_labelled reward_held recommendation_made ");
}

TEST_CASE("a query is not assessed for fit") {
  Run run(Records());
  CHECK(Codes(run.Decide(Submitted(R"({"intent":"status_query"})"))).find("fit_assessed") ==
        std::string::npos);
}

TEST_CASE("every event has its time and what reports are broken down by and no personal data") {
  Run run(Records(kAccount));
  for (const Event& event : run.Decide(Submitted()).events) {
    CAPTURE(event.code);
    CHECK(event.at == "2026-06-01T10:00:20Z");
    const Json attributes(event.json);
    for (const char* name : {"referral_id", "submission_id", "intent", "channel", "partner_id",
                             "partner_tier", "sales_owner"}) {
      CHECK(attributes->Find(name) != nullptr);
    }
    for (const char* personal : {"Jonas", "Weber", "@", "Falkenried"}) {
      CHECK(event.json.find(personal) == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
