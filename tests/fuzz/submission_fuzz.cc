// Any bytes as a submission: refused, or a decision that is the same the second time.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "src/engine/engine.h"
#include "tests/capi/fixture.h"

namespace {

using namespace referee;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

struct World {
  Engine engine;
  Policy policy;
  Snapshot records;

  static World Make() {
    Corpus corpus;
    Require(corpus.LoadNdjson("fixture", kRecords, {}).ok());
    auto engine = Engine::Create({});
    auto policy = Policy::Standard();
    Require(engine.ok() && policy.ok());
    return {*engine, *policy, corpus.Publish()};
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const World& world = *new World(World::Make());
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  SubmitOptions options;
  options.as_of = "2026-06-01T12:00:00Z";
  const auto decide = [&](bool after_rival) {
    const std::unique_ptr<Store> store = NewMemoryStore();
    if (after_rival) {
      // Another claim stands already, so that conflicts are reached.
      Require(world.engine.Submit(world.policy, world.records, *store, kRival, options, {}).ok());
    }
    const auto decision =
        world.engine.Submit(world.policy, world.records, *store, json, options, {});
    return decision.ok() ? (*decision)->json : std::string();
  };
  if (decide(false).empty()) return 0;
  Require(decide(true) == decide(true));
  return 0;
}
