#include "bench/made_world.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "bench/data.h"
#include "src/base/json.h"
#include "src/intake/parse_record.h"

namespace referee::bench {
namespace {

constexpr std::size_t kSubmissions = 256;

void Check(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "the world is no world: %s\n", std::string(status.message()).c_str());
  std::exit(1);
}

MadeWorld Make() {
  MadeWorld made;
  const World world{WorldOptions()};
  made.directory = world.Directory();
  world.WriteRecords([&](std::string_view piece) { made.records += piece; });
  Corpus corpus;
  Check(corpus.LoadNdjson("world", made.directory + made.records, CallContext()));
  made.snapshot = corpus.Publish();
  made.submissions = world.Submissions(kSubmissions);
  json::Parser parser;
  for (const std::string& text : made.submissions) {
    auto node = parser.Parse(text);
    Check(node.status());
    auto submission = ParseSubmission(**node, nullptr);
    Check(submission.status());
    made.parsed.push_back(std::move(*submission));
  }
  return made;
}

}  // namespace

const MadeWorld& TheWorld() {
  static const MadeWorld& world = *new MadeWorld(Make());
  return world;
}

}  // namespace referee::bench
