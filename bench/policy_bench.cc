// case -> findings: the case document and the conditions over it.

#include "src/policy/policy.h"

#include <benchmark/benchmark.h>

#include <utility>

#include "bench/made_world.h"
#include "bench/policy_of_40.h"
#include "src/attribution/attribute.h"
#include "src/attribution/gather.h"

namespace referee::bench {
namespace {

struct Setting {
  Policy policy = *PolicyOf40();
  Model model = Model::Default();
  Case the_case;
  Attribution attribution;

  Setting() {
    GatherInput input;
    input.records = TheWorld().snapshot;
    input.submission = TheWorld().parsed[0];
    input.sequence = 1;
    input.as_of = input.submission.received_at->instant;
    input.as_of_text = input.submission.received_at->text;
    input.model = &model;
    input.parameters = &policy.parameters();
    the_case = *GatherCase(std::move(input), CallContext());
    attribution = Attribute(the_case, policy.parameters());
  }
};

void BM_Judge40(benchmark::State& state) {
  const Setting setting;
  for (auto _ : state) {
    benchmark::DoNotOptimize(setting.policy.Judge(setting.the_case, setting.attribution));
  }
  state.SetItemsProcessed(state.iterations() * 40);
}
BENCHMARK(BM_Judge40);

void BM_LoadStandardPolicy(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Policy::Standard());
}
BENCHMARK(BM_LoadStandardPolicy)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace referee::bench
