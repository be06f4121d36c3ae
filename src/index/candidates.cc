#include "src/index/candidates.h"

#include <algorithm>
#include <span>

#include "absl/container/inlined_vector.h"
#include "src/index/keys.h"
#include "src/index/snapshot_state.h"

namespace referee {
namespace {

// A key that more records share than this says too little by itself: conjunctions find what
// matters among them.
constexpr std::size_t kMostPerKey = 400;

// Records under one key, a list a segment.
struct Postings {
  struct List {
    const LiveSegment* segment;
    std::span<const std::uint32_t> numbers;
  };
  absl::InlinedVector<List, 8> lists;
  std::size_t count = 0;

  Postings(const Snapshot::State& state, std::uint64_t key) {
    for (const LiveSegment& segment : state.segments) {
      const std::span<const std::uint32_t> numbers = segment.segment->index.Find(key);
      if (numbers.empty()) continue;
      lists.push_back({&segment, numbers});
      count += numbers.size();
    }
  }

  // Whether more live records than that share the key.  What was removed or replaced does not
  // count, so that only the present records decide.
  bool IsCommon() const {
    if (count <= kMostPerKey) return false;
    std::size_t live = 0;
    for (const List& list : lists) {
      if (list.segment->removed == nullptr) {
        live += list.numbers.size();
        continue;
      }
      for (std::size_t i = 0; i < list.numbers.size() && live <= kMostPerKey; ++i) {
        live += list.segment->IsLive(list.numbers[i]) ? 1 : 0;
      }
    }
    return live > kMostPerKey;
  }

  void AppendLive(std::vector<RecordNo>* out) const {
    for (const List& list : lists) {
      for (const std::uint32_t local : list.numbers) {
        if (list.segment->IsLive(local)) out->push_back(list.segment->base + local);
      }
    }
  }
};

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
    const Postings postings(state, key.hash);
    if (!IsNeverSkipped(key.kind) && postings.IsCommon()) {
      out->skipped_keys.emplace_back(KeyKindName(key.kind));
      continue;
    }
    postings.AppendLive(&out->records);
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

std::string NameAndDomain(std::string_view name, std::string_view domain) {
  std::string value(name);
  value += '\n';
  value += domain;
  return value;
}

std::uint64_t Frequency(const Snapshot& snapshot, Term term, std::string_view value) {
  const std::uint64_t key = TermKey(term, value);
  std::uint64_t count = 0;
  for (const LiveSegment& segment : snapshot.state().segments) {
    count += segment.CountOf(key);
  }
  return count;
}

std::uint64_t PeopleCount(const Snapshot& snapshot) {
  std::uint64_t count = 0;
  for (const LiveSegment& segment : snapshot.state().segments) count += segment.people();
  return count;
}

std::uint64_t CompanyCount(const Snapshot& snapshot) {
  std::uint64_t count = 0;
  for (const LiveSegment& segment : snapshot.state().segments) count += segment.companies();
  return count;
}

}  // namespace referee
