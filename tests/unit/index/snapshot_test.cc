#include "src/index/snapshot.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "src/base/json.h"
#include "src/intake/parse_record.h"

TEST_SUITE_BEGIN("index/snapshot");

namespace referee {
namespace {

void AddSubmission(Corpus& corpus, const std::string& json, const std::string& referral,
                   std::uint64_t sequence) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  REQUIRE(node.ok());
  const auto submission = ParseSubmission(**node, nullptr);
  REQUIRE(submission.ok());
  HistoryEntry entry;
  entry.referral_id = referral;
  entry.sequence = sequence;
  entry.receipt = {static_cast<std::int64_t>(sequence) * 10, 0};
  REQUIRE(corpus.AddSubmission(*submission, json, entry).ok());
}

std::string Referral(const std::string& id, const std::string& partner) {
  return "{\"type\":\"submission\",\"id\":\"" + id +
         "\",\"intent\":\"referral\",\"partner_id\":\"" + partner +
         "\",\"evidence\":[{\"id\":\"e-" + id + "\"}]}";
}

TEST_CASE("an empty snapshot answers everything with nothing") {
  const Snapshot snapshot;
  CHECK(snapshot.size() == 0);
  CHECK(snapshot.Find(RecordType::kLead, "x") == kNoRecord);
  CHECK(snapshot.Referring(Reference::kTouchPerson, "x").empty());
  CHECK(snapshot.AllOf(RecordType::kUser).empty());
  CHECK(snapshot.partners().empty());
  CHECK(snapshot.FindPartner("x") == nullptr);
  CHECK(snapshot.FindUser("x") == nullptr);
  CHECK(snapshot.FindTerritory("x") == nullptr);
}

TEST_CASE("submissions with one id are kept apart by their sequence") {
  Corpus corpus;
  for (std::uint64_t sequence = 1; sequence <= 40; ++sequence) {
    AddSubmission(corpus,
                  Referral(sequence % 2 == 0 ? "s#1" : "s", "p" + std::to_string(sequence % 3)),
                  "r" + std::to_string(sequence % 4), sequence);
  }
  const Snapshot snapshot = corpus.Publish();
  CHECK(snapshot.size() == 40);
  const std::vector<RecordNo> first = snapshot.Referring(Reference::kSubmissionReferral, "r1");
  REQUIRE(first.size() == 10);
  std::uint64_t last = 0;
  for (const RecordNo record : first) {
    const HistoryEntry entry = snapshot.HistoryAt(record);
    CHECK(entry.referral_id == "r1");
    CHECK(entry.sequence > last);
    CHECK(entry.receipt.seconds == static_cast<std::int64_t>(entry.sequence) * 10);
    CHECK(snapshot.IdAt(record) == (entry.sequence % 2 == 0 ? "s#1" : "s"));
    CHECK(snapshot.SubmissionAt(record).id == snapshot.IdAt(record));
    last = entry.sequence;
  }
  CHECK(snapshot.Referring(Reference::kSubmissionPartner, "p2").size() == 13);
  CHECK(snapshot.Referring(Reference::kEvidence, "e-s").size() == 20);
}

TEST_CASE("a query about an unknown party belongs to no referral") {
  Corpus corpus;
  AddSubmission(corpus, Referral("s", "p"), "", 1);
  CHECK(corpus.Publish().Referring(Reference::kSubmissionReferral, "").empty());
}

TEST_CASE("directories follow every change and are shared while nothing changes") {
  Corpus corpus;
  REQUIRE(
      corpus
          .LoadNdjson("f",
                      "{\"type\":\"partner\",\"id\":\"p2\"}\n{\"type\":\"partner\",\"id\":\"p1\"}\n"
                      "{\"type\":\"user\",\"id\":\"u\"}\n{\"type\":\"territory\",\"id\":\"t\"}\n",
                      {})
          .ok());
  const Snapshot first = corpus.Publish();
  REQUIRE(first.partners().size() == 2);
  CHECK(first.partners()[0]->id == "p1");
  CHECK(first.FindPartner("p2") != nullptr);
  CHECK(first.FindUser("u") != nullptr);
  CHECK(first.FindTerritory("t") != nullptr);
  REQUIRE(corpus.Upsert(R"({"type":"lead","id":"l"})", {}).ok());
  CHECK(&corpus.Publish().partners() == &first.partners());
  REQUIRE(corpus.Upsert(R"({"type":"partner","id":"p1","name":"Nova"})", {}).ok());
  CHECK(corpus.Remove(RecordType::kUser, "u"));
  CHECK(!corpus.Remove(RecordType::kUser, "u"));
  const Snapshot second = corpus.Publish();
  CHECK(*second.FindPartner("p1")->name == "Nova");
  CHECK(second.FindUser("u") == nullptr);
  CHECK(!first.FindPartner("p1")->name.has());
  CHECK(first.FindUser("u") != nullptr);
}

TEST_CASE("an id and a type are both needed to find a record") {
  Corpus corpus;
  REQUIRE(corpus.LoadNdjson("f", R"({"type":"lead","id":"x"})", {}).ok());
  const Snapshot snapshot = corpus.Publish();
  CHECK(snapshot.Find(RecordType::kLead, "x") != kNoRecord);
  CHECK(snapshot.Find(RecordType::kContact, "x") == kNoRecord);
  CHECK(snapshot.Find(RecordType::kLead, "X") == kNoRecord);
  CHECK(snapshot.Find(RecordType::kLead, "") == kNoRecord);
}

std::string Registration(const std::string& id, const std::string& members) {
  return R"({"type":"deal_registration","id":")" + id + R"(","partner_id":"p-1")" + members + "}\n";
}

std::vector<std::string> Since(const Snapshot& snapshot, const char* text) {
  std::vector<std::string> ids;
  for (const RecordNo number : snapshot.RegistrationsSince("p-1", *ParseInstant(text))) {
    ids.emplace_back(snapshot.IdAt(number));
  }
  return ids;
}

TEST_CASE("a registration is left out when its last date has passed and only then") {
  Corpus corpus;
  const std::string records =
      Registration("d-4", R"(,"submitted_at":"2024-01-01T00:00:00Z")") +
      Registration(
          "d-3", R"(,"submitted_at":"2024-01-01T00:00:00Z","expires_at":"2026-03-01T00:00:00Z")") +
      Registration(
          "d-2",
          R"(,"submitted_at":"2024-01-01T00:00:00Z","extensions":[{"requested_at":"2024-02-01T00:00:00Z"}])") +
      Registration("d-1", "") +
      R"({"type":"deal_registration","id":"d-0","partner_id":"p-2","submitted_at":"2026-01-01T00:00:00Z"})";
  REQUIRE(corpus.LoadNdjson("records", records, CallContext()).ok());
  Snapshot snapshot = corpus.Publish();
  using Ids = std::vector<std::string>;
  CHECK(Since(snapshot, "2023-12-31T00:00:00Z") == Ids{"d-1", "d-2", "d-3", "d-4"});
  CHECK(Since(snapshot, "2024-01-01T00:00:00Z") == Ids{"d-1", "d-2", "d-3", "d-4"});
  CHECK(Since(snapshot, "2024-01-01T00:00:01Z") == Ids{"d-1", "d-2", "d-3"});
  CHECK(Since(snapshot, "2026-03-01T00:00:01Z") == Ids{"d-1", "d-2"});

  // The dates move with their records when segments are merged and records replaced.
  for (int i = 0; i < 40; ++i) {
    const std::string account = R"({"type":"account","id":"a-)" + std::to_string(i) + "\"}";
    REQUIRE(corpus.Upsert(account, CallContext()).ok());
  }
  REQUIRE(
      corpus.Upsert(Registration("d-3", R"(,"submitted_at":"2024-01-01T00:00:00Z")"), CallContext())
          .ok());
  snapshot = corpus.Publish();
  CHECK(Since(snapshot, "2024-01-01T00:00:00Z") == Ids{"d-1", "d-2", "d-3", "d-4"});
  CHECK(Since(snapshot, "2024-01-01T00:00:01Z") == Ids{"d-1", "d-2"});
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
