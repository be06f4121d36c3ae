// The same submissions through the C boundary; compare with pipeline_bench for its cost.

#include <benchmark/benchmark.h>

#include <string>

#include "bench/made_world.h"
#include "referee/referee.h"

namespace referee::bench {
namespace {

void Must(referee_status status, benchmark::State& state) {
  if (status != REFEREE_OK) state.SkipWithError(referee_status_name(status).data);
}

void BM_SubmitThroughC(benchmark::State& state) {
  const MadeWorld& world = TheWorld();
  referee_engine* engine = nullptr;
  referee_policy* policy = nullptr;
  referee_corpus* corpus = nullptr;
  referee_snapshot* snapshot = nullptr;
  referee_store* store = nullptr;
  Must(referee_engine_new(nullptr, &engine, nullptr), state);
  Must(referee_policy_standard(&policy, nullptr), state);
  Must(referee_corpus_new(&corpus, nullptr), state);
  const std::string records = world.directory + world.records;
  Must(referee_corpus_load_ndjson(corpus, "world", REFEREE_NUL, records.data(), records.size(),
                                  nullptr, nullptr),
       state);
  Must(referee_corpus_snapshot(corpus, &snapshot, nullptr), state);
  std::size_t i = 0;
  for (auto _ : state) {
    // The history starts anew with the first submission.
    if (i % world.submissions.size() == 0) {
      referee_store_free(store);
      Must(referee_store_new_memory(&store, nullptr), state);
    }
    const std::string& json = world.submissions[i++ % world.submissions.size()];
    referee_decision* decision = nullptr;
    Must(referee_engine_submit(engine, policy, snapshot, store, json.data(), json.size(), nullptr,
                               &decision, nullptr),
         state);
    benchmark::DoNotOptimize(referee_decision_json(decision).size);
    referee_decision_free(decision);
  }
  state.SetItemsProcessed(state.iterations());
  referee_store_free(store);
  referee_snapshot_free(snapshot);
  referee_corpus_free(corpus);
  referee_policy_free(policy);
  referee_engine_free(engine);
}
BENCHMARK(BM_SubmitThroughC)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace referee::bench
