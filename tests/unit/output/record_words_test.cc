#include "src/output/record_words.h"

#include <string>

#include "doctest/doctest.h"
#include "src/index/snapshot.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("output/record_words");

Case CaseWith(std::string_view records) {
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("records", records, CallContext()).ok());
  Case the_case;
  the_case.records = corpus.Publish();
  the_case.submission.id = "s-own";
  PriorSubmission prior;
  prior.submission.id = "s-1";
  prior.partner_id = "p-1";
  the_case.prior.push_back(prior);
  return the_case;
}

constexpr std::string_view kRecords =
    R"({"type":"partner","id":"p-1","name":"Nova Cloud GmbH"}
{"type":"user","id":"u-1","name":"Maya Lind"}
{"type":"account","id":"a-1","legal_name":"Falkenried Werke AG"}
{"type":"contact","id":"c-1","last_name":"Weber"}
{"type":"lead","id":"l-1","emails":["weber@falkenried.example"]}
{"type":"lead","id":"l-2","company":{"name":"Falkenried Werke"}}
{"type":"opportunity","id":"o-1","name":"ERP rollout"}
{"type":"touch","id":"t-1","kind":"webinar"}
)";

TEST_CASE("a record is named by what a person knows it by with its id beside") {
  const Case the_case = CaseWith(kRecords);
  const auto words = [&](const char* type, const char* id) {
    return RecordWords(the_case, {type, id});
  };
  CHECK(words("account", "a-1") == "account Falkenried Werke AG (a-1)");
  CHECK(words("contact", "c-1") == "contact Weber (c-1)");
  CHECK(words("lead", "l-1") == "lead weber@falkenried.example (l-1)");
  CHECK(words("lead", "l-2") == "lead Falkenried Werke (l-2)");
  CHECK(words("opportunity", "o-1") == "opportunity ERP rollout (o-1)");
  CHECK(words("touch", "t-1") == "touch t-1");
  CHECK(words("deal_registration", "d-1") == "deal registration d-1");
  CHECK(words("account", "a-9") == "account a-9");
  CHECK(words("submission", "s-1") == "submission s-1 from Nova Cloud GmbH");
  CHECK(words("submission", "s-2") == "submission s-2");
  CHECK(words("submission", "s-own") == "this submission");
}

TEST_CASE("an id that no record has a name for stays an id") {
  const Case the_case = CaseWith(kRecords);
  CHECK(PartnerWords(the_case, "p-1") == "Nova Cloud GmbH");
  CHECK(PartnerWords(the_case, "p-2") == "p-2");
  CHECK(UserWords(the_case, "u-1") == "Maya Lind");
  CHECK(UserWords(the_case, "u-2") == "u-2");
  CHECK(PersonWords(Person()).empty());
}

TEST_CASE("a fact says its record and value in words and its time once") {
  const Case the_case = CaseWith(kRecords);
  const auto words = [&](Fact fact) { return FactWords(the_case, fact); };
  CHECK(words({"created_at",
               std::string("2026-04-02T09:00:00Z"),
               {"lead", "l-2"},
               "2026-04-02T09:00:00Z"}) ==
        "lead Falkenried Werke (l-2), created at: 2026-04-02 09:00 UTC");
  CHECK(words({"kind", std::string("call_mention"), {"touch", "t-1"}, "2026-04-02T09:00:00Z"}) ==
        "touch t-1, kind: call mention (2026-04-02 09:00 UTC)");
  CHECK(words({"merge.loser.partner_id", std::string("p-1"), {"merge", "m-1"}, ""}) ==
        "merge m-1, loser partner: Nova Cloud GmbH");
  CHECK(words({"ultimate_parent_id", std::string("a-1"), {"account", "a-2"}, ""}) ==
        "account a-2, ultimate parent: Falkenried Werke AG");
  CHECK(words({"owner", std::string("u-1"), {"opportunity", "o-1"}, ""}) ==
        "opportunity ERP rollout (o-1), owner: Maya Lind");
  CHECK(words({"is_closed", false, {"opportunity", "o-1"}, ""}) ==
        "opportunity ERP rollout (o-1), is closed: no");
  CHECK(words({"employees", std::int64_t{420}, {"account", "a-1"}, ""}) ==
        "account Falkenried Werke AG (a-1), employees: 420");
}

TEST_CASE("a note shows names and times and keeps its points") {
  const Case the_case = CaseWith(kRecords);
  CHECK(NoteWords(the_case,
                  "Disputed: merged_source, customer_choice. Partner p-1 is named, with "
                  "evidence e-1 (email) of 2026-05-27T12:00:00Z.") ==
        "Disputed: merged source, customer choice. Partner Nova Cloud GmbH is named, with evidence "
        "e-1 (email) of 2026-05-27 12:00 UTC.");
  CHECK(NoteWords(the_case, "").empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
