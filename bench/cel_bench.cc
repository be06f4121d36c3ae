// Expressions: compiled once, evaluated on a bound record.

#include "src/cel/cel.h"

#include <benchmark/benchmark.h>

#include "src/base/json.h"

namespace referee::bench {
namespace {

constexpr char kRule[] =
    "partner.tier == 'gold' && company.employees >= 500 && submission.region in ['DE', 'AT'] && "
    "submission.amount.minor > 100000";
constexpr char kRecord[] = R"({"partner":{"tier":"gold"},"company":{"employees":900},)"
                           R"("submission":{"region":"AT","amount":{"minor":250000}}})";

cel::Value Record() {
  json::Parser parser;
  return *cel::FromJson(**parser.Parse(kRecord));
}

cel::CompileOptions Options(cel::Mode mode) {
  cel::CompileOptions options;
  options.mode = mode;
  options.variables = cel::DeclareDynamic(Record());
  return options;
}

void BM_Compile(benchmark::State& state) {
  const cel::CompileOptions options = Options(cel::Mode::kEvidence);
  for (auto _ : state) benchmark::DoNotOptimize(cel::Compile(kRule, options));
}
BENCHMARK(BM_Compile);

void BM_EvaluateFourComparisons(benchmark::State& state) {
  const cel::Program program = *cel::Compile(
      kRule, Options(state.range(0) != 0 ? cel::Mode::kEvidence : cel::Mode::kStrict));
  const cel::Activation activation{Record()};
  for (auto _ : state) benchmark::DoNotOptimize(cel::Evaluate(program, activation));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_EvaluateFourComparisons)->ArgName("evidence")->Arg(0)->Arg(1);

void BM_BindRecord(benchmark::State& state) {
  json::Parser parser;
  for (auto _ : state) benchmark::DoNotOptimize(cel::FromJson(**parser.Parse(kRecord)));
}
BENCHMARK(BM_BindRecord);

}  // namespace
}  // namespace referee::bench
