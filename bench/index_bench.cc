// NDJSON -> searchable records, and features -> candidates.

#include <benchmark/benchmark.h>

#include "bench/made_world.h"
#include "src/index/candidates.h"
#include "src/normalize/normalize.h"

namespace referee::bench {
namespace {

void BM_Load(benchmark::State& state) {
  const MadeWorld& world = TheWorld();
  for (auto _ : state) {
    Corpus corpus;
    benchmark::DoNotOptimize(corpus.LoadNdjson("world", world.records, CallContext()));
  }
  state.SetItemsProcessed(state.iterations() * 10'000);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(world.records.size()));
}
BENCHMARK(BM_Load)->Unit(benchmark::kMillisecond);

void BM_FindCandidates(benchmark::State& state) {
  const MadeWorld& world = TheWorld();
  std::vector<Features> queries;
  for (const Submission& submission : world.parsed) {
    queries.push_back(NormalizeSubmission(submission));
  }
  CandidateSet candidates;
  std::size_t i = 0;
  for (auto _ : state) {
    FindCandidates(world.snapshot, queries[i++ % queries.size()], CandidateOptions(), &candidates);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_FindCandidates);

void BM_RecordAt(benchmark::State& state) {
  const Snapshot& snapshot = TheWorld().snapshot;
  RecordNo record = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(snapshot.RecordAt(record));
    record = (record + 97) % static_cast<RecordNo>(snapshot.size());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_RecordAt);

}  // namespace
}  // namespace referee::bench
