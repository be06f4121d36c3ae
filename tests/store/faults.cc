// A decision given is a decision kept: whatever happens to the process or the disk, a store is left
// with its last committed state, and a retry finds what was given.
//
// usage: store_faults kills|torn_writes|failing_syncs|full_disk|read_only_disk ROUNDS
// Prints the counts; exit 1 when a decision was lost or doubled.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "src/store/file_store.h"
#include "tests/store/faulty_vfs.h"
#include "tests/store/ledger.h"

namespace referee {
namespace {

// A file grows over some rounds, so that faults meet checkpoints as well, and then starts anew.
constexpr int kRoundsPerFile = 25;
constexpr int kMostTold = 8;

struct Totals {
  int rounds = 0, given = 0, lost = 0, doubled = 0;
  std::uint64_t faults = 0;
};

// The ledgers of one file after the other.
class Files {
 public:
  explicit Files(std::string path) : path_(std::move(path)) { RemoveStore(path_); }
  ~Files() { RemoveStore(path_); }

  // Before each round: whether the file starts anew.
  void Begin(int round) {
    if (round % kRoundsPerFile != 0) return;
    RemoveStore(path_);
    ledger_ = Ledger();
    next_ = 1;
  }
  void End(Totals* totals, int given) {
    ledger_.lost = ledger_.doubled = 0;
    ledger_.Check(path_);
    totals->lost += ledger_.lost;
    totals->doubled += ledger_.doubled;
    totals->given += given;
    ++totals->rounds;
  }

  const std::string& path() const { return path_; }
  Ledger& ledger() { return ledger_; }
  int next() const { return next_; }
  void Advance() { ++next_; }

 private:
  std::string path_;
  Ledger ledger_;
  int next_ = 1;
};

// The child: submits on and on and tells each answer, "N BYTES\n", once it has it.
[[noreturn]] void WriteForEver(const std::string& path, int first, int out) {
  const auto store = OpenFileStore(path, FileStoreOptions(), CallContext());
  if (!store.ok()) _exit(2);
  for (int n = first;; ++n) {
    const absl::StatusOr<std::string> answer = SubmitNumber(**store, n);
    if (!answer.ok()) _exit(3);
    const std::string line = std::to_string(n) + ' ' + *answer + '\n';
    if (write(out, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(4);
  }
}

// Reads until `lines` lines were told, or to the end.  Returns how many there were; a line without
// its end was not told.
int ReadTold(int in, int lines, std::string* pending, Files* files) {
  int told = 0;
  char buffer[1 << 16];
  while (told < lines) {
    const std::size_t end = pending->find('\n');
    if (end != std::string::npos) {
      const std::size_t blank = pending->find(' ');
      const int n = std::atoi(pending->c_str());
      files->ledger().Note(n, pending->substr(blank + 1, end - blank - 1));
      files->ledger().NoteTried(n);
      files->Advance();
      pending->erase(0, end + 1);
      ++told;
      continue;
    }
    const ssize_t size = read(in, buffer, sizeof buffer);
    if (size <= 0) break;
    pending->append(buffer, static_cast<std::size_t>(size));
  }
  return told;
}

void Kills(int rounds, Files* files, Totals* totals) {
  std::minstd_rand random(7);
  for (int round = 0; round < rounds; ++round) {
    files->Begin(round);
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      WriteForEver(files->path(), files->next(), ends[1]);
    }
    close(ends[1]);
    std::string pending;
    // At least one answer in most rounds; 0 kills while the store is opened or made.
    int told = ReadTold(ends[0], static_cast<int>(random() % kMostTold), &pending, files);
    usleep(static_cast<useconds_t>(random() % 3000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) ++totals->faults;
    told += ReadTold(ends[0], 1 << 20, &pending, files);
    close(ends[0]);
    files->ledger().NoteTried(files->next());  // The one that was under way.
    files->Advance();
    files->End(totals, told);
  }
}

// Submits until a fault is answered, and after it once more; returns how many were given.
int SubmitThroughFaults(Files* files, int most) {
  FileStoreOptions options;
  options.vfs = kFaultyVfs;
  const auto store = OpenFileStore(files->path(), options, CallContext());
  if (!store.ok()) return 0;
  int given = 0;
  for (int i = 0; i < most; ++i) {
    const int n = files->next();
    files->Advance();
    files->ledger().NoteTried(n);
    absl::StatusOr<std::string> answer = SubmitNumber(**store, n);
    if (!answer.ok() && TheFaults().has_power) answer = SubmitNumber(**store, n);  // A retry.
    if (!answer.ok()) continue;
    files->ledger().Note(n, *answer);
    ++given;
  }
  return given;
}

void TornWrites(int rounds, Files* files, Totals* totals) {
  std::minstd_rand random(11);
  Faults& faults = TheFaults();
  for (int round = 0; round < rounds; ++round) {
    files->Begin(round);
    faults.has_power = true;
    faults.random.seed(static_cast<unsigned>(round) + 1);
    faults.writes_until_power_failure = static_cast<int>(1 + random() % 60);
    const int given = SubmitThroughFaults(files, kMostTold);
    faults.writes_until_power_failure = -1;
    faults.has_power = true;
    files->End(totals, given);
  }
  totals->faults = faults.failures;
}

void FailingSyncs(int rounds, Files* files, Totals* totals) {
  std::minstd_rand random(13);
  Faults& faults = TheFaults();
  for (int round = 0; round < rounds; ++round) {
    files->Begin(round);
    faults.has_power = true;
    faults.random.seed(static_cast<unsigned>(round) + 1);
    faults.syncs_until_failure = static_cast<int>(1 + random() % kMostTold);
    // In every second round the power goes as well, some writes later.
    if (round % 2 == 1) faults.writes_until_power_failure = static_cast<int>(1 + random() % 60);
    const int given = SubmitThroughFaults(files, kMostTold);
    faults.syncs_until_failure = faults.writes_until_power_failure = -1;
    faults.has_power = true;
    files->End(totals, given);
  }
  totals->faults = faults.failures;
}

// A file-size limit stands for the full disk: no file of the child grows beyond it.
void FullDisk(int rounds, Files* files, Totals* totals) {
  std::minstd_rand random(17);
  for (int round = 0; round < rounds; ++round) {
    files->Begin(round);
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      std::signal(SIGXFSZ, SIG_IGN);
      const rlim_t most = 20'000 + random() % 400'000;
      const rlimit limit = {most, most};
      setrlimit(RLIMIT_FSIZE, &limit);
      WriteForEver(files->path(), files->next(), ends[1]);
    }
    (void)random();  // As the child's.
    close(ends[1]);
    std::string pending;
    const int told = ReadTold(ends[0], 1 << 20, &pending, files);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    // The child ends by itself, at the first submission that was refused.
    if (WIFEXITED(status) && WEXITSTATUS(status) >= 2) ++totals->faults;
    files->ledger().NoteTried(files->next());
    files->Advance();
    files->End(totals, told);
  }
}

std::string BytesOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// A disk that can only be read: writers are told so, and the file stays as it is.
void ReadOnlyDisk(int rounds, Files* files, Totals* totals) {
  Faults& faults = TheFaults();
  for (int round = 0; round < rounds; ++round) {
    files->Begin(round);
    const int given = SubmitThroughFaults(files, 2);
    const std::string before = BytesOf(files->path());
    faults.is_read_only = true;
    FileStoreOptions options;
    options.vfs = kFaultyVfs;
    const auto store = OpenFileStore(files->path(), options, CallContext());
    faults.is_read_only = false;
    const bool is_told = store.status().code() == absl::StatusCode::kPermissionDenied;
    if (is_told && BytesOf(files->path()) == before) ++totals->faults;
    files->End(totals, given);
  }
}

int Run(std::string_view mode, int rounds) {
  Files files("store_faults_" + std::string(mode) + ".db");
  Totals totals;
  if (mode == "kills") {
    Kills(rounds, &files, &totals);
  } else if (mode == "torn_writes") {
    TornWrites(rounds, &files, &totals);
  } else if (mode == "failing_syncs") {
    FailingSyncs(rounds, &files, &totals);
  } else if (mode == "full_disk") {
    FullDisk(rounds, &files, &totals);
  } else if (mode == "read_only_disk") {
    ReadOnlyDisk(rounds, &files, &totals);
  } else {
    return 2;
  }
  std::printf("%.*s: %d rounds, %llu faults, %d decisions given, %d lost, %d doubled\n",
              static_cast<int>(mode.size()), mode.data(), totals.rounds,
              static_cast<unsigned long long>(totals.faults), totals.given, totals.lost,
              totals.doubled);
  const bool was_tested = totals.faults * 2 >= static_cast<std::uint64_t>(rounds);
  if (!was_tested) std::printf("too few faults: the test tests nothing\n");
  return totals.lost == 0 && totals.doubled == 0 && was_tested ? 0 : 1;
}

}  // namespace
}  // namespace referee

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  return referee::Run(argv[1], std::atoi(argv[2]));
}
