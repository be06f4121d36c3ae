#include "src/attribution/match_trace.h"

#include <doctest/doctest.h>

#include <string>

#include "src/base/json.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("attribution/match_trace");

Snapshot OneContact() {
  Corpus corpus;
  REQUIRE(corpus.Upsert(R"({"type":"contact","id":"c-1","last_name":"Osei"})", {}).ok());
  return corpus.Publish();
}

MatchResult OneMatch(const Snapshot& snapshot) {
  MatchResult result;
  result.truncated = true;
  Match match;
  match.type = RecordType::kContact;
  match.id = "c-1";
  match.record = snapshot.Find(RecordType::kContact, "c-1");
  match.person = {true, 1.0 / 3, 0.1 + 0.2, Band::kPossible, {{"email", "exact", 9.4}}};
  result.matches.push_back(match);
  return result;
}

absl::StatusOr<MatchTrace> ReadBack(const MatchTrace& trace, std::string* text) {
  text->clear();
  json::Writer writer(text);
  trace.AppendTo(writer);
  json::Parser parser;
  const auto node = parser.Parse(*text);
  REQUIRE(node.ok());
  return MatchTrace::FromJson(**node);
}

TEST_CASE("what matching found comes back in order and to the last bit") {
  const Snapshot snapshot = OneContact();
  MatchTrace trace;
  trace.Note(snapshot, OneMatch(snapshot));
  trace.Note(snapshot, MatchResult());
  trace.Note(AspectMatch{true, 0.25, -2, Band::kSame, {}});
  trace.NoteHistory(true);
  std::string text;
  absl::StatusOr<MatchTrace> read = ReadBack(trace, &text);
  REQUIRE(read.ok());
  CHECK(read->answers());
  CHECK(read->has_history());
  // Another snapshot: the record has another number there.
  Corpus corpus;
  REQUIRE(corpus.Upsert(R"({"type":"account","id":"a-1","name":"Kranbau"})", {}).ok());
  REQUIRE(corpus.Upsert(R"({"type":"contact","id":"c-1","last_name":"Osei"})", {}).ok());
  const Snapshot other = corpus.Publish();
  const absl::StatusOr<MatchResult> first = read->NextResult(other);
  REQUIRE(first.ok());
  REQUIRE(first->matches.size() == 1);
  CHECK(first->truncated);
  CHECK(first->matches[0].record == other.Find(RecordType::kContact, "c-1"));
  CHECK(first->matches[0].person.probability == 1.0 / 3);
  CHECK(first->matches[0].person.bits == 0.1 + 0.2);
  CHECK(first->matches[0].person.explanation[0].level == "exact");
  CHECK_FALSE(first->matches[0].company.compared);
  CHECK(read->NextResult(other)->matches.empty());
  CHECK(read->NextScore().band == Band::kSame);
}

TEST_CASE("more answers than were noted are data loss") {
  std::string text;
  absl::StatusOr<MatchTrace> read = ReadBack(MatchTrace(), &text);
  REQUIRE(read.ok());
  CHECK(read->NextResult(OneContact()).status().code() == absl::StatusCode::kDataLoss);
}

TEST_CASE("a record that is not there is data loss") {
  const Snapshot snapshot = OneContact();
  MatchTrace trace;
  trace.Note(snapshot, OneMatch(snapshot));
  std::string text;
  absl::StatusOr<MatchTrace> read = ReadBack(trace, &text);
  REQUIRE(read.ok());
  CHECK(read->NextResult(Snapshot()).status().code() == absl::StatusCode::kDataLoss);
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
