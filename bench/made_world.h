// A world of ten thousand records, loaded once for all micro benches.

#ifndef REFEREE_BENCH_MADE_WORLD_H_
#define REFEREE_BENCH_MADE_WORLD_H_

#include <string>
#include <vector>

#include "src/index/snapshot.h"
#include "src/record/submission.h"

namespace referee::bench {

struct MadeWorld {
  std::string directory, records;  // NDJSON.
  Snapshot snapshot;
  std::vector<std::string> submissions;  // Their documents ...
  std::vector<Submission> parsed;        // ... and what they say.
};

// Made on the first call, kept for ever.
const MadeWorld& TheWorld();

}  // namespace referee::bench

#endif  // REFEREE_BENCH_MADE_WORLD_H_
