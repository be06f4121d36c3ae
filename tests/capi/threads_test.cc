// One engine, one policy, one snapshot and one store, eight threads: the same bytes for everyone.
// Run under ThreadSanitizer this checks what the tags of referee.h promise.

#include <string>
#include <thread>
#include <vector>

#include "tests/capi/world.hpp"

namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 5;

// Each thread is a tenant of the shared store, so its decisions do not depend on the others.
std::string SubmitAll(const World& world, referee::Store& store, const std::string& tenant) {
  std::string out;
  referee::CallOptions options;
  options.tenant = tenant;
  for (const char* submission : {kSubmission, kRival, kSubmission}) {
    const referee::Decision decision =
        world.engine.Submit(world.policy, world.records, store, submission, options);
    out += decision.json();
    for (std::size_t i = 0; i < decision.finding_count(); ++i) out += decision.finding(i).code();
    out += world.engine.FindMatches(world.policy, world.records, submission).json();
  }
  return out;
}

}  // namespace

int main() {
  const World world;
  referee::Store expected_store;
  const std::string expected = SubmitAll(world, expected_store, "tenant-0");

  referee::Store store;
  std::vector<std::string> first(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&world, &store, &first, i] {
      const std::string tenant = "tenant-" + std::to_string(i);
      for (int round = 0; round < kRounds; ++round) {
        const std::string answer = SubmitAll(world, store, tenant);
        if (round == 0) first[static_cast<std::size_t>(i)] = answer;
        // Later rounds replay: the same keys, the same bytes.
        if (answer != first[static_cast<std::size_t>(i)]) first[static_cast<std::size_t>(i)] = "";
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  CHECK(first[0] == expected);
  for (const std::string& answer : first) CHECK(!answer.empty());
  std::printf("%d passed, %d failed\n", checks_passed, checks_failed);
  return checks_failed == 0 ? 0 : 1;
}
