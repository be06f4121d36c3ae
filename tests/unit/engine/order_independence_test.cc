// Verdicts depend on what is known, not on how it came: not on the order of records, not on how
// many loads brought them, not on who else is in the file.

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/json.h"
#include "src/engine/engine.h"
#include "tests/unit/engine/random_world.h"

TEST_SUITE_BEGIN("engine/order_independence");

namespace referee::testing {
namespace {

// Records in loads of at most `batch`, in the order given.
Snapshot Load(const std::vector<std::string>& records, std::size_t batch) {
  Corpus corpus;
  for (std::size_t i = 0; i < records.size(); i += batch) {
    std::string lines;
    for (std::size_t k = i; k < std::min(records.size(), i + batch); ++k) {
      lines += records[k] + "\n";
    }
    const absl::Status status = corpus.LoadNdjson("records", lines, CallContext());
    REQUIRE_MESSAGE(status.ok(), std::string(status.message()));
  }
  return corpus.Publish();
}

// The decisions without their audit member, which is the last one.
std::vector<std::string> Decide(const Snapshot& records, const World& world) {
  static const Engine engine = *Engine::Create({});
  static const Policy policy = *Policy::Standard();
  const auto store = NewMemoryStore();
  std::vector<std::string> decisions;
  for (const std::string& submission : world.submissions) {
    const auto stored =
        engine.Submit(policy, records, *store, submission, SubmitOptions(), CallContext());
    REQUIRE_MESSAGE(stored.ok(), std::string(stored.status().message()));
    const std::string& json = (*stored)->json;
    decisions.push_back(json.substr(0, json.rfind(",\"audit\":")));
  }
  return decisions;
}

// What a decision says, without probabilities, which read how common names are among all records.
std::string Verdicts(const std::string& decision) {
  json::Parser parser;
  const auto root = parser.Parse(decision + "}", Limits());
  REQUIRE(root.ok());
  std::string text;
  for (const char* member :
       {"recommendation", "lanes", "conflicts", "attribution", "missing", "route", "referral_id"}) {
    const json::Node* node = (*root)->Find(member);
    REQUIRE(node != nullptr);
    json::AppendJson(*node, text);
  }
  for (const json::Node& finding : (*root)->Find("findings")->elements) {
    json::AppendJson(*finding.Find("code"), text);
    json::AppendJson(*finding.Find("verdict"), text);
  }
  return text;
}

TEST_CASE("decisions are the same bytes whatever the order of records and however they are split") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const World world = WorldMaker(seed).Make();
    const auto expected = Decide(Load(world.records, world.records.size()), world);
    std::mt19937 random(seed);
    std::vector<std::string> shuffled = world.records;
    for (int round = 0; round < 2; ++round) {
      std::shuffle(shuffled.begin(), shuffled.end(), random);
      const std::size_t batch = 1 + random() % shuffled.size();
      CAPTURE(batch);
      CHECK(Decide(Load(shuffled, batch), world) == expected);
    }
  }
}

TEST_CASE("verdicts do not depend on who else is in the file") {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    const World world = WorldMaker(seed).Make();
    const auto alone = Decide(Load(world.records, world.records.size()), world);
    std::vector<std::string> crowded = world.records;
    for (std::string& record : WorldMaker::Unrelated(seed, 60)) crowded.push_back(record);
    std::mt19937 random(seed);
    std::shuffle(crowded.begin(), crowded.end(), random);
    const auto among_others = Decide(Load(crowded, crowded.size()), world);
    REQUIRE(alone.size() == among_others.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
      CHECK(Verdicts(alone[i]) == Verdicts(among_others[i]));
    }
  }
}

TEST_CASE("the random worlds hold the conflicts that they are there to test") {
  std::vector<std::string> kinds;
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const World world = WorldMaker(seed).Make();
    for (const std::string& decision : Decide(Load(world.records, world.records.size()), world)) {
      json::Parser parser;
      const auto root = parser.Parse(decision + "}", Limits());
      REQUIRE(root.ok());
      for (const json::Node& conflict : (*root)->Find("conflicts")->elements) {
        kinds.emplace_back(conflict.Find("kind")->text);
      }
    }
  }
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  CHECK(kinds.size() >= 20);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
