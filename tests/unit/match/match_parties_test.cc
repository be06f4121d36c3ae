#include "src/match/match_parties.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "src/normalize/normalize.h"

TEST_SUITE_BEGIN("match/match_parties");

namespace referee {
namespace {

constexpr std::string_view kRecords = R"(
{"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"],"address":{"city":"Hamburg","country":"DE"}}
{"type":"account","id":"a-2","name":"Falkenried Glashütte GmbH","domains":["glas-falkenried.example"],"address":{"city":"Passau","country":"DE"}}
{"type":"contact","id":"c-1","first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"company_id":"a-1"}
{"type":"contact","id":"c-2","first_name":"Mette","last_name":"Lind","emails":["mette.lind@falkenried.example"],"company_id":"a-1"}
{"type":"lead","id":"l-1","first_name":"Jonas","last_name":"Weber","emails":["jonas.weber@falkenried.example"],"company":{"name":"Falkenried Werke"}}
{"type":"partner","id":"p-1","name":"Falkenried Werke AG","domains":["falkenried.example"]}
)";

Snapshot Load(std::string_view ndjson) {
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("records", ndjson, CallContext{}).ok());
  return corpus.Publish();
}

Features Query() {
  Person person;
  person.first_name = std::string("Jonas");
  person.last_name = std::string("Weber");
  person.emails = std::vector<std::string>{"Jonas.Weber@falkenried.example"};
  Company company;
  company.name = std::string("FALKENRIED WERKE");
  company.domains = std::vector<std::string>{"falkenried.example"};
  return NormalizeParties(&person, &company);
}

MatchResult Search(const Snapshot& snapshot, const Features& query,
                   const CallContext& call = CallContext{}) {
  const auto result = MatchParties(Model::Default(), snapshot, query, MatchOptions{}, call);
  REQUIRE(result.ok());
  return *result;
}

const Match* FindMatch(const MatchResult& result, std::string_view id) {
  for (const Match& match : result.matches) {
    if (match.id == id) return &match;
  }
  return nullptr;
}

TEST_CASE("person and company are found among contacts, leads and accounts, and nobody else") {
  const MatchResult result = Search(Load(kRecords), Query());
  REQUIRE(FindMatch(result, "a-1") != nullptr);
  CHECK(FindMatch(result, "a-1")->company.band == Band::kSame);
  REQUIRE(FindMatch(result, "c-1") != nullptr);
  CHECK(FindMatch(result, "c-1")->person.band == Band::kSame);
  REQUIRE(FindMatch(result, "l-1") != nullptr);
  CHECK(FindMatch(result, "l-1")->person.band == Band::kSame);
  CHECK(FindMatch(result, "a-2") == nullptr);
  CHECK(FindMatch(result, "c-2") == nullptr);
  CHECK(FindMatch(result, "p-1") == nullptr);
  CHECK_FALSE(result.truncated);
}

TEST_CASE("matches come by probability, then type, then id, whatever the order of loading") {
  std::vector<std::string> orders[2];
  const std::string forward(kRecords);
  std::string backward;
  for (std::size_t end = forward.size(); end > 0;) {
    const std::size_t start = forward.rfind('\n', end - 1);
    if (start == std::string::npos) break;
    backward += forward.substr(start + 1, end - start - 1) + "\n";
    end = start;
  }
  int which = 0;
  for (const std::string& text : {forward, backward}) {
    for (const Match& match : Search(Load(text), Query()).matches) {
      orders[which].push_back(match.id);
    }
    ++which;
  }
  CHECK(orders[0] == orders[1]);
}

TEST_CASE("every match explains its bits, field by field") {
  const MatchResult result = Search(Load(kRecords), Query());
  for (const Match& match : result.matches) {
    for (const AspectMatch* aspect : {&match.person, &match.company}) {
      double sum = 0;
      for (const FieldEvidence& field : aspect->explanation) sum += field.bits;
      CHECK(sum == doctest::Approx(aspect->bits));
    }
  }
}

TEST_CASE("two clinics of one name are both possible when the submission names no place") {
  const Snapshot snapshot = Load(R"(
{"type":"account","id":"a-1","name":"Gracehollow Clinic","domains":["gracehollow-tn.example"],"address":{"city":"Cookeville","region":"TN","country":"US"}}
{"type":"account","id":"a-2","name":"Gracehollow Clinic","domains":["gracehollow-al.example"],"address":{"city":"Decatur","region":"AL","country":"US"}}
)");
  Company company;
  company.name = std::string("Gracehollow Clinic");
  company.address.mutable_value().country = std::string("US");
  const MatchResult result = Search(snapshot, NormalizeParties(nullptr, &company));
  REQUIRE(result.matches.size() == 2);
  CHECK(result.matches[0].company.band == Band::kPossible);
  CHECK(result.matches[1].company.band == Band::kPossible);
}

TEST_CASE("a call that is stopped gives no partial answer") {
  CallContext call;
  call.poll = [] { return absl::CancelledError("stopped"); };
  const Snapshot snapshot = Load(kRecords);
  CHECK(MatchParties(Model::Default(), snapshot, Query(), MatchOptions{}, call).status().code() ==
        absl::StatusCode::kCancelled);
}

TEST_CASE("an empty query and an empty corpus match nothing") {
  CHECK(Search(Load(kRecords), Features{}).matches.empty());
  CHECK(Search(Snapshot(), Query()).matches.empty());
}

TEST_CASE("a pair scores alike alone and in a search without rivals") {
  const Snapshot snapshot = Load(kRecords);
  const MatchResult result = Search(snapshot, Query());
  const Match* account = FindMatch(result, "a-1");
  REQUIRE(account != nullptr);
  Features features;
  snapshot.FeaturesAt(account->record, &features);
  AspectMatch person, company;
  ScorePair(Model::Default(), snapshot, Query(), features, MatchOptions{}, &person, &company);
  CHECK_FALSE(person.compared);
  CHECK(company.bits == account->company.bits);
  CHECK(company.band == account->company.band);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
