// What a snapshot holds.  Internal to index/.

#ifndef REFEREE_SRC_INDEX_SNAPSHOT_STATE_H_
#define REFEREE_SRC_INDEX_SNAPSHOT_STATE_H_

#include <memory>
#include <utility>
#include <vector>

#include "src/index/removals.h"
#include "src/index/segment.h"
#include "src/index/snapshot.h"

namespace referee {

// A segment in use, and which of its records were removed or replaced since.
struct LiveSegment {
  std::shared_ptr<const Segment> segment;
  std::shared_ptr<const Removals> removed;  // Null: none.
  RecordNo base = 0;                        // Number of the first record inside the snapshot.

  bool IsLive(std::uint32_t local) const { return removed == nullptr || !removed->Has(local); }
  std::size_t live() const { return segment->size() - (removed == nullptr ? 0 : removed->size()); }
  // Of the live records.
  std::uint64_t CountOf(std::uint64_t term) const {
    return segment->terms.Count(term) - (removed == nullptr ? 0 : removed->Count(term));
  }
  std::uint64_t people() const {
    return segment->people - (removed == nullptr ? 0 : removed->people());
  }
  std::uint64_t companies() const {
    return segment->companies - (removed == nullptr ? 0 : removed->companies());
  }
};

struct Snapshot::State {
  std::vector<LiveSegment> segments;
  std::size_t live = 0;
  std::shared_ptr<const TableOverrides> tables;  // Null: as they ship.
  std::shared_ptr<const std::vector<std::shared_ptr<const Partner>>> partners;
  std::shared_ptr<const std::vector<std::shared_ptr<const User>>> users;
  std::shared_ptr<const std::vector<std::shared_ptr<const Territory>>> territories;

  // The segment of a record and its number there.
  std::pair<const LiveSegment*, std::uint32_t> Locate(RecordNo record) const;

  // Live records under a key, unordered.
  void Collect(std::uint64_t key, std::vector<RecordNo>* out) const;
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_SNAPSHOT_STATE_H_
