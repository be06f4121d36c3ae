#include "src/index/snapshot.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace referee {
namespace {

TEST_SUITE_BEGIN("index/snapshot");

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

TEST_SUITE_END();

}  // namespace
}  // namespace referee
