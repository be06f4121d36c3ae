// Records change while decisions are made: a snapshot stays as it was.
#include <iostream>
#include <referee/referee.hpp>

constexpr const char* kRecords =
    R"({"type":"partner","id":"p-nova","name":"Nova Cloud GmbH","program_id":"prog",)"
    R"("program_status":[{"status":"active","from":"2025-01-01T00:00:00Z"}]})"
    "\n"
    R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"]})"
    "\n";

constexpr const char* kLiveOpportunity =
    R"({"type":"opportunity","id":"o-1","company_id":"a-1","stage":"proposal","is_closed":false,)"
    R"("created_at":"2026-02-01T00:00:00Z","last_activity_at":"2026-05-20T00:00:00Z"})";

constexpr const char* kSubmission =
    R"({"type":"submission","id":"s-1","intent":"referral","partner_id":"p-nova",)"
    R"("program_id":"prog","received_at":"2026-06-01T10:00:20Z",)"
    R"("company":{"name":"Falkenried Werke AG","domains":["falkenried.example"]}})";

void Decide(const char* when, const referee::Engine& engine, const referee::Policy& policy,
            const referee::Snapshot& records) {
  referee::Store store;  // A new history each time, so that only the records differ.
  const referee::Decision decision = engine.Submit(policy, records, store, kSubmission);
  std::cout << when << ", " << records.size() << " records:";
  for (std::size_t i = 0; i < decision.conflict_count(); ++i) {
    std::cout << ' ' << decision.conflict(i).kind() << " (" << decision.conflict(i).review_role()
              << ')';
  }
  std::cout << (decision.conflict_count() == 0 ? " no conflict\n" : "\n");
}

int main() try {
  const referee::Engine engine;
  const referee::Policy policy = referee::Policy::Standard();
  referee::Corpus corpus;
  corpus.LoadNdjson("records", kRecords);

  const referee::Snapshot before = corpus.TakeSnapshot();
  corpus.Upsert(kLiveOpportunity);
  Decide("before", engine, policy, before);
  Decide("after the change", engine, policy, corpus.TakeSnapshot());
  corpus.Remove("opportunity", "o-1");
  Decide("after its removal", engine, policy, corpus.TakeSnapshot());

  try {
    corpus.Upsert(R"({"type":"account","id":"a-2","employees":"many"})");
  } catch (const referee::Error& error) {
    std::cout << error.status_name() << " at " << error.pointer() << '\n';
  }
  return 0;
} catch (const referee::Error& error) {
  std::cerr << error.json() << '\n';
  return 1;
}
