// record -> features.

#include "src/normalize/normalize.h"

#include <benchmark/benchmark.h>

#include "bench/made_world.h"

namespace referee::bench {
namespace {

void BM_NormalizeSubmission(benchmark::State& state) {
  const MadeWorld& world = TheWorld();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(NormalizeSubmission(world.parsed[i++ % world.parsed.size()]));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_NormalizeSubmission);

void BM_PackFeatures(benchmark::State& state) {
  const Features features = NormalizeSubmission(TheWorld().parsed[0]);
  std::string packed;
  for (auto _ : state) {
    packed.clear();
    PackFeatures(features, packed);
    benchmark::DoNotOptimize(packed.data());
  }
}
BENCHMARK(BM_PackFeatures);

void BM_UnpackFeatures(benchmark::State& state) {
  std::string packed;
  PackFeatures(NormalizeSubmission(TheWorld().parsed[0]), packed);
  Features features;
  for (auto _ : state) benchmark::DoNotOptimize(UnpackFeatures(packed, &features));
}
BENCHMARK(BM_UnpackFeatures);

}  // namespace
}  // namespace referee::bench
