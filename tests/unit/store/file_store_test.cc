#include "src/store/file_store.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/intake/parse_record.h"
#include "tests/unit/store/store_file.h"

namespace referee {
namespace {

TEST_SUITE_BEGIN("store/file_store");

using testing::StoreFile;

constexpr char kDocument[] =
    R"({"type":"submission","id":"s-1","idempotency_key":"call-77","intent":"referral",)"
    R"("received_at":"2026-06-01T10:00:00Z","lead":{"last_name":"Osei"}})";

absl::StatusOr<std::string> Submit(Store& store, std::string_view document) {
  json::Parser parser;
  const auto node = parser.Parse(document);
  REQUIRE(node.ok());
  const auto submission = ParseSubmission(**node, nullptr);
  REQUIRE(submission.ok());
  auto session = store.Begin("", CallContext());
  if (!session.ok()) return session.status();
  JournalEntry entry;
  entry.at = "2026-06-01T10:00:00Z";
  entry.input = document;
  json::AppendCanonical(**node, entry.content);
  entry.key = *submission->idempotency_key;
  const auto earlier = (*session)->FindKey(entry.kind, entry.key, entry.content);
  if (!earlier.ok()) return earlier.status();
  if (*earlier != nullptr) return (*earlier)->json;
  entry.submission = &*submission;
  entry.place = {"r-1", (*session)->NextSequence(), submission->received_at->instant};
  entry.decision.submission_id = submission->id;
  entry.decision.sequence = entry.place.sequence;
  entry.decision.outputs.tracking_json = "{}";
  entry.output = DecisionJson(entry.decision, DecisionParts());
  const auto answer = (*session)->Commit(std::move(entry));
  if (!answer.ok()) return answer.status();
  return (*answer)->json;
}

TEST_CASE(
    "a retried event gives the same bytes in memory and from a file opened again [INT-14] "
    "[INT-20]") {
  const std::unique_ptr<Store> memory = NewMemoryStore();
  const absl::StatusOr<std::string> in_memory = Submit(*memory, kDocument);
  REQUIRE(in_memory.ok());
  CHECK(*Submit(*memory, kDocument) == *in_memory);

  const StoreFile file("file_store_test_retry.db");
  const absl::StatusOr<std::string> first = Submit(*file.Open(), kDocument);
  REQUIRE(first.ok());
  CHECK(*Submit(*file.Open(), kDocument) == *first);
  CHECK(*file.Open()->CountEntries("", CallContext()) == 1);
}

TEST_CASE("a used key with other content is refused at the key and writes nothing") {
  const StoreFile file("file_store_test_key.db");
  const std::unique_ptr<Store> store = file.Open();
  REQUIRE(Submit(*store, kDocument).ok());
  std::string changed = kDocument;
  changed.replace(changed.find("Osei"), 4, "Lind");
  const absl::Status status = Submit(*store, changed).status();
  CHECK(status.code() == absl::StatusCode::kAlreadyExists);
  CHECK(ErrorPointer(status) == "/idempotency_key");
  CHECK(*store->CountEntries("", CallContext()) == 1);
}

TEST_CASE("a second writer waits and is then told that the store is busy") {
  const StoreFile file("file_store_test_busy.db");
  const std::unique_ptr<Store> one = file.Open();
  FileStoreOptions impatient;
  impatient.busy_timeout_ms = 20;
  const std::unique_ptr<Store> two = file.Open(impatient);
  {
    const auto held = one->Begin("", CallContext());
    REQUIRE(held.ok());
    CHECK(two->Begin("", CallContext()).status().code() == absl::StatusCode::kUnavailable);
  }
  CHECK(two->Begin("", CallContext()).ok());
}

TEST_CASE("a session that is dropped leaves nothing and the other connection catches up") {
  const StoreFile file("file_store_test_catch_up.db");
  const std::unique_ptr<Store> one = file.Open(), two = file.Open();
  { REQUIRE(one->Begin("", CallContext()).ok()); }
  CHECK(*one->CountEntries("", CallContext()) == 0);
  CHECK((*two->Begin("", CallContext()))->NextSequence() == 1);
  REQUIRE(Submit(*one, kDocument).ok());
  const auto session = two->Begin("", CallContext());
  REQUIRE(session.ok());
  CHECK((*session)->NextSequence() == 2);
  CHECK((*session)->History().size() == 1);
}

TEST_CASE("a store that was opened for reading refuses to write") {
  const StoreFile file("file_store_test_read.db");
  REQUIRE(Submit(*file.Open(), kDocument).ok());
  FileStoreOptions options;
  options.read_only = true;
  const std::unique_ptr<Store> store = file.Open(options);
  CHECK(Submit(*store, kDocument).ok());
  std::string other = kDocument;
  other.replace(other.find("call-77"), 7, "call-78");
  CHECK(Submit(*store, other).status().code() == absl::StatusCode::kPermissionDenied);
}

TEST_SUITE_END();

}  // namespace
}  // namespace referee
