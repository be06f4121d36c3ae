#include "tests/store/ledger.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/intake/parse_record.h"
#include "src/store/file_store.h"

namespace referee {
namespace {

std::string DocumentOf(int n) {
  const std::string number = std::to_string(n);
  return R"({"type":"submission","id":"s-)" + number + R"(","idempotency_key":"k-)" + number +
         R"(","intent":"referral","received_at":"2026-06-01T10:00:00Z","lead":{"last_name":"Osei)" +
         number + R"("},"need":")" + std::string(static_cast<std::size_t>(n % 7) * 900, 'x') +
         R"("})";
}

[[noreturn]] void Fail(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::exit(1);
}

}  // namespace

absl::StatusOr<std::string> SubmitNumber(Store& store, int n) {
  const std::string document = DocumentOf(n);
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(document));
  REFEREE_ASSIGN_OR_RETURN(const Submission submission, ParseSubmission(*node, nullptr));
  JournalEntry entry;
  entry.at = "2026-06-01T10:00:00Z";
  entry.input = document;
  json::AppendCanonical(*node, entry.content);
  entry.key = *submission.idempotency_key;
  REFEREE_ASSIGN_OR_RETURN(const std::unique_ptr<Session> session, store.Begin("", CallContext()));
  REFEREE_ASSIGN_OR_RETURN(const std::shared_ptr<const StoredAnswer> earlier,
                           session->FindKey(entry.kind, entry.key, entry.content));
  if (earlier != nullptr) return earlier->json;
  entry.submission = &submission;
  entry.place = {"r-" + std::to_string(n), session->NextSequence(),
                 submission.received_at->instant};
  entry.decision.submission_id = submission.id;
  entry.decision.referral_id = entry.place.referral_id;
  entry.decision.sequence = entry.place.sequence;
  entry.decision.outputs.tracking_json = "{}";
  entry.output = DecisionJson(entry.decision, DecisionParts());
  REFEREE_ASSIGN_OR_RETURN(const std::shared_ptr<const StoredAnswer> answer,
                           session->Commit(std::move(entry)));
  return answer->json;
}

void Ledger::Check(const std::string& path) {
  const CallContext call;
  const absl::StatusOr<std::unique_ptr<Store>> store =
      OpenFileStore(path, FileStoreOptions(), call);
  if (!store.ok()) Fail("the store does not open: " + DescribeError(store.status()));
  const absl::StatusOr<AuditReport> report = (*store)->Verify("", call);
  if (!report.ok()) Fail("the audit fails: " + DescribeError(report.status()));
  if (!report->is_sound()) Fail("the store is not sound: " + AuditJson(*report));
  const absl::StatusOr<std::uint64_t> entries = (*store)->CountEntries("", call);
  if (!entries.ok()) Fail("the store cannot be read");

  // Every number that was given must be there as it was given.  Submitting it again finds it; what
  // was lost would become a new entry.
  for (const auto& [n, answer] : given_) {
    const absl::StatusOr<std::string> again = SubmitNumber(**store, n);
    if (!again.ok()) Fail("a retry fails: " + DescribeError(again.status()));
    if (*again != answer) ++lost;
  }
  // A number that was tried and not answered may be there, once: a retry must not add a second.
  for (int n = 1; n <= tried_; ++n) {
    const absl::StatusOr<std::string> again = SubmitNumber(**store, n);
    if (!again.ok()) Fail("a retry fails: " + DescribeError(again.status()));
    given_[n] = *again;
  }
  const absl::StatusOr<std::uint64_t> after = (*store)->CountEntries("", call);
  if (!after.ok()) Fail("the store cannot be read");
  doubled += static_cast<int>(*after) - tried_;
}

void RemoveStore(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) std::remove((path + suffix).c_str());
}

}  // namespace referee
