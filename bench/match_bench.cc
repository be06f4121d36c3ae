// features x features -> scored match.

#include <benchmark/benchmark.h>

#include "bench/made_world.h"
#include "src/match/jaro_winkler.h"
#include "src/match/match_parties.h"
#include "src/normalize/normalize.h"

namespace referee::bench {
namespace {

void BM_JaroWinkler(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(JaroWinkler("falkenried", "falkenreid"));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_JaroWinkler);

void BM_MatchParties(benchmark::State& state) {
  const MadeWorld& world = TheWorld();
  const Model model = Model::Default();
  MatchOptions options;
  options.explain = state.range(0) != 0 ? Explain::kYes : Explain::kNo;
  std::vector<Features> queries;
  for (const Submission& submission : world.parsed) {
    queries.push_back(NormalizeSubmission(submission));
  }
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        MatchParties(model, world.snapshot, queries[i++ % queries.size()], options, CallContext()));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_MatchParties)->ArgName("explain")->Arg(0)->Arg(1);

void BM_ScorePair(benchmark::State& state) {
  const MadeWorld& world = TheWorld();
  const Model model = Model::Default();
  const Features a = NormalizeSubmission(world.parsed[0]);
  const Features b = NormalizeSubmission(world.parsed[1]);
  MatchOptions options;
  options.explain = Explain::kNo;
  AspectMatch person, company;
  for (auto _ : state) {
    ScorePair(model, world.snapshot, a, b, options, &person, &company);
    benchmark::DoNotOptimize(company.bits);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_ScorePair);

}  // namespace
}  // namespace referee::bench
