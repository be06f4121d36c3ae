#include "bench/store_figures.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include "bench/cpu_time.h"
#include "bench/sqlite_peer.h"
#include "src/store/file_store.h"

namespace referee::bench {
namespace {

using Clock = std::chrono::steady_clock;

void Check(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "the store failed: %s\n", std::string(status.message()).c_str());
  std::exit(1);
}

double SecondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Times the commits of another session.
class TimedSession final : public Session {
 public:
  TimedSession(std::unique_ptr<Session> inner, double* spent)
      : inner_(std::move(inner)), spent_(*spent) {}

  absl::StatusOr<std::shared_ptr<const StoredAnswer>> FindKey(EntryKind kind, std::string_view key,
                                                              std::string_view content) override {
    return inner_->FindKey(kind, key, content);
  }
  std::uint64_t NextSequence() const override { return inner_->NextSequence(); }
  const Snapshot& History() const override { return inner_->History(); }
  void UseTables(const std::shared_ptr<const TableOverrides>& tables) override {
    inner_->UseTables(tables);
  }
  absl::StatusOr<std::optional<Referral>> FindReferral(std::string_view id) override {
    return inner_->FindReferral(id);
  }
  const Directory& Users() const override { return inner_->Users(); }
  absl::StatusOr<std::shared_ptr<const StoredAnswer>> Commit(JournalEntry entry) override {
    const Clock::time_point start = Clock::now();
    auto answer = inner_->Commit(std::move(entry));
    spent_ += SecondsSince(start);
    return answer;
  }

 private:
  std::unique_ptr<Session> inner_;
  double& spent_;
};

class TimedStore final : public Store {
 public:
  explicit TimedStore(Store* inner) : inner_(*inner) {}

  bool KeepsFrames() const override { return inner_.KeepsFrames(); }
  absl::StatusOr<std::unique_ptr<Session>> Begin(std::string_view tenant,
                                                 const CallContext& call) override {
    auto session = inner_.Begin(tenant, call);
    if (!session.ok()) return session;
    return std::unique_ptr<Session>(std::make_unique<TimedSession>(std::move(*session), &spent_));
  }
  double spent() const { return spent_; }  // Seconds.

 private:
  Store& inner_;
  double spent_ = 0;
};

// One store file, filled and audited; the same bytes into a plain table.
struct Round {
  double commits = 0, inserts = 0, verified = 0;  // Per second.
};

Round RunRound(const Engine& engine, const Policy& policy, const Snapshot& records,
               const std::vector<std::string>& submissions, const std::string& folder) {
  Round round;
  const CallContext call;
  auto store = OpenFileStore(folder + "/referee.store", FileStoreOptions(), call);
  Check(store.status());
  TimedStore timed(store->get());
  JournalTable plain(folder + "/plain.db");
  double plain_spent = 0;
  for (const std::string& submission : submissions) {
    const auto answer = engine.Submit(policy, records, timed, submission, SubmitOptions(), call);
    Check(answer.status());
    const Clock::time_point start = Clock::now();
    plain.Insert(submission, (*answer)->json);
    plain_spent += SecondsSince(start);
  }
  const auto count = static_cast<double>(submissions.size());
  round.commits = count / timed.spent();
  round.inserts = count / plain_spent;
  const double start = CpuTime();
  const auto report = (*store)->Verify("", call);
  Check(report.status());
  round.verified = count / (CpuTime() - start) * 1e6;
  return round;
}

}  // namespace

std::vector<Figure> MeasureStore(const Engine& engine, const Policy& policy,
                                 const Snapshot& records,
                                 const std::vector<std::string>& submissions, std::size_t passes) {
  const std::string folder = "bench-store";
  std::vector<double> commits, inserts, verified;
  for (std::size_t i = 0; i <= passes; ++i) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    const Round round = RunRound(engine, policy, records, submissions, folder);
    if (i == 0) continue;
    commits.push_back(round.commits);
    inserts.push_back(round.inserts);
    verified.push_back(round.verified);
  }
  std::filesystem::remove_all(folder);
  Figure rate = Over(commits, "store_commits_per_s", "commits/s");
  rate.peer = "plain SQLite inserts of the same bytes, WAL, synchronous=FULL";
  rate.peer_value = Median(inserts);
  return {rate, Over(verified, "audit_verify_per_s", "entries/s")};
}

}  // namespace referee::bench
