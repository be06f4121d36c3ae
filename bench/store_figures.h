// What durability costs: commits into a store in a file, and the audit of what was committed.

#ifndef REFEREE_BENCH_STORE_FIGURES_H_
#define REFEREE_BENCH_STORE_FIGURES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "bench/figures.h"
#include "src/engine/engine.h"
#include "src/index/snapshot.h"
#include "src/policy/policy.h"

namespace referee::bench {

// store_commits_per_s beside plain SQLite inserts of the same bytes, both reaching the disk one
// transaction each, and audit_verify_per_s.  Files go to a folder of their own below the working
// folder and are removed.  The first measures time that passes, for waiting is what it is about.
std::vector<Figure> MeasureStore(const Engine& engine, const Policy& policy,
                                 const Snapshot& records,
                                 const std::vector<std::string>& submissions, std::size_t passes);

}  // namespace referee::bench

#endif  // REFEREE_BENCH_STORE_FIGURES_H_
