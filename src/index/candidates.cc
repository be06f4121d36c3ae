#include "src/index/candidates.h"

#include <algorithm>

#include "src/index/keys.h"
#include "src/index/snapshot_state.h"

namespace referee {
namespace {

// A key that more records share than this says too little by itself: conjunctions find what
// matters among them.
constexpr std::size_t kMostPerKey = 400;

std::size_t PostingsOf(const Snapshot::State& state, std::uint64_t key) {
  std::size_t count = 0;
  for (const LiveSegment& segment : state.segments) {
    count += segment.segment->index.Find(key).size();
  }
  return count;
}

}  // namespace

void FindCandidates(const Snapshot& snapshot, const Features& query,
                    const CandidateOptions& options, CandidateSet* out) {
  const Snapshot::State& state = snapshot.state();
  out->records.clear();
  out->skipped_keys.clear();
  out->truncated = false;
  std::vector<BlockingKey> keys;
  AppendBlockingKeys(query, &keys);
  for (const BlockingKey& key : keys) {
    if (!IsNeverSkipped(key.kind) && PostingsOf(state, key.hash) > kMostPerKey) {
      out->skipped_keys.emplace_back(KeyKindName(key.kind));
      continue;
    }
    state.Collect(key.hash, &out->records);
  }
  std::sort(out->records.begin(), out->records.end());
  out->records.erase(std::unique(out->records.begin(), out->records.end()), out->records.end());
  std::sort(out->skipped_keys.begin(), out->skipped_keys.end());
  out->skipped_keys.erase(std::unique(out->skipped_keys.begin(), out->skipped_keys.end()),
                          out->skipped_keys.end());
  if (out->records.size() > options.max_candidates) {
    out->records.resize(options.max_candidates);
    out->truncated = true;
  }
}

std::uint64_t Frequency(const Snapshot& snapshot, Term term, std::string_view value) {
  const std::uint64_t key = TermKey(term, value);
  std::uint64_t count = 0;
  for (const LiveSegment& segment : snapshot.state().segments) {
    count += segment.segment->terms.Count(key);
  }
  return count;
}

std::uint64_t PeopleCount(const Snapshot& snapshot) {
  std::uint64_t count = 0;
  for (const LiveSegment& segment : snapshot.state().segments) count += segment.segment->people;
  return count;
}

std::uint64_t CompanyCount(const Snapshot& snapshot) {
  std::uint64_t count = 0;
  for (const LiveSegment& segment : snapshot.state().segments) count += segment.segment->companies;
  return count;
}

}  // namespace referee
