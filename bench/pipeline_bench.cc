// The whole path of a submission over worlds of several sizes: parse, match, attribution, forty
// conditions, outputs, JSON, store in memory.  See bench/README.md for what each figure means.

#include <malloc.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "bench/cpu_time.h"
#include "bench/data.h"
#include "bench/figures.h"
#include "bench/policy_of_40.h"
#include "bench/sqlite_peer.h"
#include "bench/store_figures.h"
#include "src/base/hash.h"
#include "src/base/json.h"
#include "src/engine/engine.h"
#include "src/index/candidates.h"
#include "src/index/keys.h"
#include "src/index/snapshot.h"
#include "src/intake/parse_record.h"
#include "src/match/match_parties.h"
#include "src/normalize/normalize.h"

namespace referee::bench {
namespace {

struct Options {
  std::vector<std::size_t> sizes = {10'000, 100'000, 1'000'000};
  std::size_t submissions = 2'000;
  std::size_t passes = 5;
  bool with_peers = true;
};

[[noreturn]] void Fail(std::string_view what, const absl::Status& status) {
  std::fprintf(stderr, "pipeline_bench: %.*s: %s\n", static_cast<int>(what.size()), what.data(),
               std::string(status.message()).c_str());
  std::exit(1);
}

void Check(std::string_view what, const absl::Status& status) {
  if (!status.ok()) Fail(what, status);
}

template <typename T>
T Take(std::string_view what, absl::StatusOr<T> result) {
  if (!result.ok()) Fail(what, result.status());
  return std::move(*result);
}

std::size_t HeapInUse() {
  malloc_trim(0);
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

std::string Suffix(std::size_t records) {
  if (records % 1'000'000 == 0) return "_" + std::to_string(records / 1'000'000) + "m";
  return "_" + std::to_string(records / 1'000) + "k";
}

Figure Plain(std::string figure, double value, std::string unit, double goal) {
  Figure f;
  f.figure = std::move(figure);
  f.value = value;
  f.unit = std::move(unit);
  f.goal = goal;
  return f;
}

class Bench {
 public:
  explicit Bench(const Options& options)
      : options_(options),
        policy_(Take("policy", PolicyOf40())),
        engine_(Take("engine", Engine::Create(EngineOptions()))) {}

  void Run() {
    for (const std::size_t size : options_.sizes) RunSize(size);
    RunCrowd();
    RunStore();
    PrintFigures(figures_);
  }

 private:
  void RunSize(std::size_t size) {
    std::fprintf(stderr, "a world of %zu records ...\n", size);
    WorldOptions world_options;
    world_options.records = size;
    const World world(world_options);
    const std::string suffix = Suffix(size);
    Corpus corpus;
    const Snapshot records = Load(world, size, suffix, &corpus);
    const std::vector<std::string> submissions = world.Submissions(options_.submissions);
    Adjudicate(records, submissions, suffix, size == 1'000'000);
    MatchAlone(records, submissions, suffix);
  }

  Snapshot Load(const World& world, std::size_t size, const std::string& suffix, Corpus* corpus) {
    const std::size_t before = HeapInUse();
    const CallContext call;
    double spent = 0, peer_spent = 0;
    auto peer = options_.with_peers ? std::make_unique<DocumentTable>() : nullptr;
    std::size_t bytes = 0;
    corpus->BeginLoad();
    const auto load = [&](std::string_view piece) {
      double start = CpuTime();
      Check("load", corpus->LoadNdjson("world", piece, call));
      spent += CpuTime() - start;
      bytes += piece.size();
      if (peer == nullptr) return;
      start = CpuTime();
      peer->Insert(piece);
      peer_spent += CpuTime() - start;
    };
    load(world.Directory());
    world.WriteRecords(load);
    double start = CpuTime();
    Check("load", corpus->EndLoad());
    Snapshot records = corpus->Publish();
    spent += CpuTime() - start;
    if (peer != nullptr) {
      start = CpuTime();
      peer->Finish();
      peer_spent += CpuTime() - start;
      peer.reset();
    }
    const auto count = static_cast<double>(records.size());
    Figure rate = Plain("load_records_per_s" + suffix, count / spent * 1e6, "records/s", 100'000);
    if (peer_spent > 0) {
      rate.peer = "rows into an in-memory SQLite table";
      rate.peer_value = count / peer_spent * 1e6;
    }
    AddAlsoPlain(std::move(rate), suffix, size);
    const double grown = static_cast<double>(HeapInUse() - before);
    AddAlsoPlain(Plain("bytes_per_record" + suffix, grown / count, "bytes", 900), suffix, size);
    const CorpusMemory memory = corpus->MemoryUsed();
    const auto part = [&](const char* name, std::size_t held) {
      figures_.push_back(Plain(name + suffix, static_cast<double>(held) / count, "bytes", 0));
    };
    part("bytes_given", bytes);
    part("bytes_documents", memory.documents);
    part("bytes_features", memory.features);
    part("bytes_index", memory.index);
    part("bytes_other", memory.other);
    return records;
  }

  // Under its own name and, for the largest world, under the name without a size.
  void AddAlsoPlain(Figure figure, const std::string& suffix, std::size_t size) {
    figures_.push_back(figure);
    if (size != options_.sizes.back()) return;
    figure.figure.resize(figure.figure.size() - suffix.size());
    figures_.push_back(std::move(figure));
  }

  // Latencies of one pass over all submissions, into a store of its own.
  std::vector<double> Pass(const Snapshot& records, const std::vector<std::string>& submissions,
                           std::string* decisions = nullptr) {
    const std::unique_ptr<Store> store = NewMemoryStore();
    const SubmitOptions submit;
    const CallContext call;
    std::vector<double> latencies;
    latencies.reserve(submissions.size());
    for (const std::string& submission : submissions) {
      const double start = CpuTime();
      const auto decision = engine_.Submit(policy_, records, *store, submission, submit, call);
      latencies.push_back(CpuTime() - start);
      Check("submit", decision.status());
      if (decisions != nullptr) *decisions += (*decision)->json;
    }
    return latencies;
  }

  void Adjudicate(const Snapshot& records, const std::vector<std::string>& submissions,
                  const std::string& suffix, bool has_goal) {
    std::vector<double> p50, p99, mean;
    std::string decisions;
    Pass(records, submissions, &decisions);
    // Equal before and after a change that is about speed alone.
    std::printf("decisions%s %s, %zu bytes\n", suffix.c_str(), Sha256Text(decisions).c_str(),
                decisions.size());
    for (std::size_t i = 0; i < options_.passes; ++i) {
      const std::vector<double> latencies = Pass(records, submissions);
      p50.push_back(Percentile(latencies, 0.5));
      p99.push_back(Percentile(latencies, 0.99));
      double sum = 0;
      for (const double latency : latencies) sum += latency;
      mean.push_back(sum / static_cast<double>(latencies.size()));
    }
    figures_.push_back(Over(p50, "adjudicate_p50_us" + suffix, "us"));
    if (has_goal) figures_.back().goal = 100;
    figures_.push_back(Over(p99, "adjudicate_p99_us" + suffix, "us"));
    if (has_goal) figures_.back().goal = 500;
    figures_.push_back(Over(mean, "adjudicate_mean_us" + suffix, "us"));
  }

  // Retrieval and scoring alone, beside the same keys looked up in SQLite without any scoring.
  void MatchAlone(const Snapshot& records, const std::vector<std::string>& submissions,
                  const std::string& suffix) {
    std::vector<Features> queries;
    for (const std::string& text : submissions) {
      json::Parser parser;
      const json::Node* node = Take("parse", parser.Parse(text));
      queries.push_back(NormalizeSubmission(Take("parse", ParseSubmission(*node, nullptr))));
    }
    MatchOptions options;
    options.explain = Explain::kNo;
    const Model model = Model::Default();
    const CallContext call;
    const auto ours = [&](const Features& query) {
      Check("match", MatchParties(model, records, query, options, call).status());
    };
    Figure p50, p99;
    std::tie(p50, p99) = Quantiles(queries, ours, "match", suffix);
    if (options_.with_peers) {
      KeyTable table(AllKeys(records));
      std::vector<std::uint32_t> found;
      std::vector<BlockingKey> keys;
      const auto peers = [&](const Features& query) {
        found.clear();
        keys.clear();
        AppendBlockingKeys(query, &keys);
        for (const BlockingKey& key : keys) {
          table.Find(key.hash, IsNeverSkipped(key.kind) ? 1'000'000 : 401, &found);
        }
      };
      const auto [peer50, peer99] = Quantiles(queries, peers, "peer", suffix);
      for (const auto& [figure, peer] : {std::pair(&p50, &peer50), std::pair(&p99, &peer99)}) {
        figure->peer = "the same keys in an in-memory SQLite b-tree, nothing scored";
        figure->peer_value = peer->value;
      }
    }
    figures_.push_back(p50);
    figures_.push_back(p99);
  }

  template <typename Ask>
  std::pair<Figure, Figure> Quantiles(const std::vector<Features>& queries, Ask ask,
                                      const std::string& name, const std::string& suffix) {
    std::vector<double> p50, p99;
    for (std::size_t pass = 0; pass <= options_.passes; ++pass) {
      std::vector<double> latencies;
      for (const Features& query : queries) {
        const double start = CpuTime();
        ask(query);
        latencies.push_back(CpuTime() - start);
      }
      if (pass == 0) continue;
      p50.push_back(Percentile(latencies, 0.5));
      p99.push_back(Percentile(latencies, 0.99));
    }
    return {Over(p50, name + "_p50_us" + suffix, "us"), Over(p99, name + "_p99_us" + suffix, "us")};
  }

  static std::vector<std::pair<std::uint64_t, std::uint32_t>> AllKeys(const Snapshot& records) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
    Features features;
    std::vector<BlockingKey> keys;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      records.FeaturesAt(i, &features);
      keys.clear();
      AppendBlockingKeys(features, &keys);
      for (const BlockingKey& key : keys) rows.emplace_back(key.hash, i);
    }
    return rows;
  }

  // Ten thousand candidates on one domain: all of them are read, none is cut off.
  void RunCrowd() {
    WorldOptions world_options;
    const World world(world_options);
    const CallContext call;
    Corpus corpus;
    corpus.BeginLoad();
    Check("load", corpus.LoadNdjson("directory", world.Directory(), call));
    Check("load", corpus.LoadNdjson("crowd", CrowdedCompany(10'000), call));
    Check("load", corpus.EndLoad());
    const Snapshot records = corpus.Publish();
    std::vector<double> passes;
    for (std::size_t i = 0; i <= options_.passes; ++i) {
      const std::vector<double> latencies = Pass(records, {CrowdedSubmission()});
      if (i > 0) passes.push_back(latencies[0] / 1e3);
    }
    figures_.push_back(Over(passes, "conflicts_10000_candidates_ms", "ms"));
    figures_.back().goal = 100;
  }

  // Commits into a file: each waits for the disk, so few are enough.
  void RunStore() {
    constexpr std::size_t kCommits = 200;
    const World world{WorldOptions()};
    Corpus corpus;
    corpus.BeginLoad();
    Check("load", corpus.LoadNdjson("directory", world.Directory(), CallContext()));
    world.WriteRecords([&](std::string_view piece) {
      Check("load", corpus.LoadNdjson("world", piece, CallContext()));
    });
    Check("load", corpus.EndLoad());
    const std::vector<Figure> figures = MeasureStore(engine_, policy_, corpus.Publish(),
                                                     world.Submissions(kCommits), options_.passes);
    figures_.insert(figures_.end(), figures.begin(), figures.end());
  }

  Options options_;
  Policy policy_;
  Engine engine_;
  std::vector<Figure> figures_;
};

constexpr char kUsage[] =
    "usage: pipeline_bench [--quick] [--records N] [--submissions N] [--passes N] [--no-peers]\n"
    "  --quick        worlds of 10,000 and 100,000 records only\n"
    "  --records N    one world of N records\n"
    "  --submissions N, --passes N  how many are adjudicated, how often (2,000, 5)\n"
    "  --no-peers     leave out what is measured beside\n";

std::size_t NumberAfter(int argc, char** argv, int* i) {
  const long number = *i + 1 < argc ? std::strtol(argv[++*i], nullptr, 10) : 0;
  if (number > 0) return static_cast<std::size_t>(number);
  std::fprintf(stderr, "%s needs a number above 0\n", argv[*i - 1]);
  std::exit(2);
}

int Main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--quick") {
      options.sizes = {10'000, 100'000};
    } else if (argument == "--records") {
      options.sizes = {NumberAfter(argc, argv, &i)};
    } else if (argument == "--submissions") {
      options.submissions = NumberAfter(argc, argv, &i);
    } else if (argument == "--passes") {
      options.passes = NumberAfter(argc, argv, &i);
    } else if (argument == "--no-peers") {
      options.with_peers = false;
    } else {
      std::fputs(kUsage, argument == "--help" ? stdout : stderr);
      return argument == "--help" ? 0 : 2;
    }
  }
  Bench(options).Run();
  return 0;
}

}  // namespace
}  // namespace referee::bench

int main(int argc, char** argv) { return referee::bench::Main(argc, argv); }
