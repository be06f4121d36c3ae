#include "src/output/partner_text.h"

#include <random>
#include <string>

#include "src/base/json_writer.h"
#include "tests/unit/output/example.h"

TEST_SUITE_BEGIN("output/partner_text");

namespace referee::testing {
namespace {

std::string PartnerCalled(std::string_view name) {
  std::string record =
      R"({"type":"partner","id":"p-x","program_status":[{"status":"active"}],"name":)";
  json::AppendString(name, record);
  return record + "}\n";
}

constexpr const char* kPromises[] = {"you will receive", "your commission is", "guarantee",
                                     "has been approved"};

TEST_CASE("drafts answer the situation and ask what unlocks most first [OUT-08][APR-05]") {
  Run run(Records());
  const Decision decision = run.Decide(Submitted(R"({"need":null,"consent":{"contact":null}})"));
  const std::string& draft = decision.outputs.feedback_draft;
  CHECK(draft.find("Nova Cloud GmbH") != std::string::npos);
  const std::size_t contact = draft.find("May we contact this person?");
  const std::size_t need = draft.find("What problem does the customer want to solve?");
  REQUIRE(contact != std::string::npos);
  REQUIRE(need != std::string::npos);
  CHECK(contact < need);
  CHECK(decision.outputs.partner_status == "Received; waiting for more context.");
}

TEST_CASE("a name or an id that promises never reaches the partner [STP-27][APR-28][STP-32]") {
  for (const char* value :
       {"Guarantee Corp", "you will receive", "YOU WILL\nRECEIVE 500", "your  commission is 5 %",
        "G\u0443arantee", "guar\u200Bantee", "has-been-approved", "Nova (has been approved) AG",
        "\uFF47\uFF55\uFF41\uFF52\uFF41\uFF4E\uFF54\uFF45\uFF45", "y0u w1ll rece1ve", "gu@rantee",
        "your comrnission is"}) {
    CAPTURE(value);
    Run run(PartnerCalled(value));
    std::string id = R"({"partner_id":"p-x","submitted_by":null,"id":)";
    json::AppendString(value, id);
    const Decision decision = run.Decide(Submitted(id + "}"));
    const auto& words = StandardPolicy().partner_words();
    for (const std::string* text :
         {&decision.outputs.feedback_draft, &decision.outputs.partner_status}) {
      CHECK_FALSE(words.Promises(*text));
      CHECK_FALSE(text->empty());
    }
  }
}

TEST_CASE("a promise split over template and slots is replaced by the neutral text") {
  Run run(PartnerCalled("Ask us what you will"));
  std::string id = R"({"partner_id":"p-x","submitted_by":null,"id":"receive"})";
  const Decision decision = run.Decide(Submitted(id));
  for (const char* promise : kPromises) {
    CHECK(decision.outputs.feedback_draft.find(promise) == std::string::npos);
  }
  CHECK_FALSE(StandardPolicy().partner_words().Promises(decision.outputs.feedback_draft));
}

TEST_CASE("no situation promises and every one has a text [STP-33]") {
  for (const char* patch :
       {"{}", R"({"need":null})", R"({"company":{"industry":"mining","employees":3}})",
        R"({"sensitive":true})", R"({"intent":"status_query"})", R"({"intent":"reward_claim"})",
        R"({"intent":"credit_query"})", R"({"consent":{"withdrawn_at":"2026-05-01T00:00:00Z"}})"}) {
    CAPTURE(patch);
    Run run(Records());
    const Decision decision = run.Decide(Submitted(patch));
    CHECK_FALSE(decision.outputs.feedback_draft.empty());
    CHECK_FALSE(decision.outputs.partner_status.empty());
    CHECK_FALSE(StandardPolicy().partner_words().Promises(decision.outputs.feedback_draft));
    CHECK_FALSE(StandardPolicy().partner_words().Promises(decision.outputs.partner_status));
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
