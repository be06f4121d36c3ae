// The real engine over a memory store in a small world: two partners, the people of the vendor,
// and whatever a test submits.

#ifndef REFEREE_TESTS_UNIT_ENGINE_ENGINE_UNDER_TEST_H_
#define REFEREE_TESTS_UNIT_ENGINE_ENGINE_UNDER_TEST_H_

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/engine/acts.h"
#include "src/engine/engine.h"
#include "src/index/snapshot.h"
#include "src/store/store.h"

namespace referee::testing {

inline constexpr std::string_view kPeopleAndPartners =
    R"({"type":"partner","id":"p-nova","name":"Nova Cloud GmbH","tier":"gold","program_id":"prog","program_status":[{"status":"active","from":"2025-01-01T00:00:00Z"}],"partner_manager":"u-maya","partner_owner":"u-tom","feedback_owner":"u-maya","users":[{"id":"pu-nova"}]}
{"type":"partner","id":"p-peak","name":"Peak Systems AG","program_id":"prog","program_status":[{"status":"active","from":"2025-01-01T00:00:00Z"}],"partner_manager":"u-maya","partner_owner":"u-tom","users":[{"id":"pu-peak"}]}
{"type":"user","id":"u-maya","roles":["partner_manager"],"active":true}
{"type":"user","id":"u-max","roles":["partner_manager","partner_owner"]}
{"type":"user","id":"u-tom","roles":["partner_owner"],"active":true}
{"type":"user","id":"u-pia","roles":["program_owner"],"active":true}
{"type":"user","id":"u-paul","roles":["program_owner"],"active":true}
{"type":"user","id":"u-sam","roles":["sales_owner"],"active":true}
{"type":"user","id":"u-gone","roles":["partner_manager"],"active":false}
)";

// A submission about one and the same party.
inline std::string SubmissionOf(std::string_view id, std::string_view partner,
                                std::string_view user, std::string_view received,
                                std::string_view intent = "referral", std::string_view more = "") {
  std::string json = R"({"type":"submission","id":")";
  json += id;
  json += R"(","channel":"portal","intent":")";
  json += intent;
  json += R"(","partner_id":")";
  json += partner;
  json += R"(","submitted_by":")";
  json += user;
  json += R"(","program_id":"prog","received_at":")";
  json += received;
  json +=
      R"(","lead":{"first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"authority":"decision_maker"},"company":{"name":"Falkenried Werke AG","domains":["falkenried.example"],"address":{"city":"Hamburg","country":"DE"},"industry":"manufacturing","employees":420},"need":"Replace an old ERP","urgency":"this_quarter","region":"DE","product_interest":["erp"],"amount":{"minor":5000000,"currency":"EUR"},"introduction_path":"worked together","consent":{"basis":"consent","share_forward":true,"contact":true,"report_back":true})";
  json += more;
  json += '}';
  return json;
}

// An act or a question as a document: members in pairs, all of them texts.
inline std::string Document(
    std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject();
  for (const auto& [name, text] : members) writer.Key(name).String(text);
  writer.EndObject();
  return out;
}

class EngineUnderTest {
 public:
  EngineUnderTest() : engine(Make()), policy(Shared()) {
    Corpus corpus;
    REQUIRE(corpus.LoadNdjson("records", kPeopleAndPartners, CallContext()).ok());
    records = corpus.Publish();
  }

  Decision Submit(std::string_view json) {
    const auto answer = engine.Submit(policy, records, *store, json, SubmitOptions(), {});
    REQUIRE_MESSAGE(answer.ok(), DescribeError(answer.status()));
    if (!(*answer)->decision.referral_id.empty()) referral = (*answer)->decision.referral_id;
    return (*answer)->decision;
  }

  absl::StatusOr<Standing> Approve(std::string_view json, std::string_view as_of) {
    return RecordApproval(*store, json, {"", std::string(as_of)}, CallContext());
  }
  absl::StatusOr<Standing> Move(std::string_view json, std::string_view as_of) {
    return RecordTransition(policy, *store, json, {"", std::string(as_of)}, CallContext());
  }
  absl::StatusOr<Standing> Ask(std::string_view json, std::string_view as_of) {
    return AnswerStatus(policy, *store, json, {"", std::string(as_of)}, CallContext());
  }

  // The hash of what is to be approved under an action now, from the internal status.
  std::string HashOf(std::string_view action, std::string_view as_of) {
    const auto standing =
        Ask(Document({{"type", "status"}, {"referral_id", referral}, {"user", "u-sam"}}), as_of);
    REQUIRE(standing.ok());
    json::Parser parser;
    const auto root = parser.Parse(standing->json);
    REQUIRE(root.ok());
    for (const json::Node& subject : (*root)->Find("subjects")->elements) {
      if (subject.Find("action")->text == action) {
        return std::string(subject.Find("subject_hash")->text);
      }
    }
    return {};
  }

  // Approves as the right person would, now.
  void Give(std::string_view action, std::string_view user, std::string_view role,
            std::string_view as_of) {
    const std::string id = "act-" + std::to_string(++acts);
    const auto given = Approve(Document({{"type", "approval"},
                                         {"id", id},
                                         {"referral_id", referral},
                                         {"action", action},
                                         {"subject_hash", HashOf(action, as_of)},
                                         {"user", user},
                                         {"role", role},
                                         {"decision", "approve"},
                                         {"rationale", "looked at it"}}),
                               as_of);
    REQUIRE_MESSAGE(given.ok(), DescribeError(given.status()));
  }

  absl::StatusOr<Standing> MoveTo(std::string_view to, std::string_view as_of,
                                  std::string_view reason = "mistake") {
    const std::string id = "act-" + std::to_string(++acts);
    return Move(Document({{"type", "transition"},
                          {"id", id},
                          {"referral_id", referral},
                          {"to", to},
                          {"reason", reason},
                          {"user", "u-sam"}}),
                as_of);
  }

  Engine engine;
  Policy policy;
  Snapshot records;
  std::unique_ptr<Store> store = NewMemoryStore();
  std::string referral;
  int acts = 0;

 private:
  static Engine Make() {
    auto made = Engine::Create(EngineOptions());
    REQUIRE(made.ok());
    return std::move(*made);
  }
  static const Policy& Shared() {
    static const Policy policy = *Policy::Standard();
    return policy;
  }
};

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_ENGINE_ENGINE_UNDER_TEST_H_
