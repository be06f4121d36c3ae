// Which records were read through a snapshot: what a decision must keep to be made again.

#ifndef REFEREE_SRC_INDEX_SNAPSHOT_READS_H_
#define REFEREE_SRC_INDEX_SNAPSHOT_READS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/index/snapshot.h"

namespace referee {

// Collects the reads of one call.  One thread at a time.
class SnapshotReads {
 public:
  void Note(RecordNo record) { records_.push_back(record); }

  // The records that were read, ascending and without duplicates.
  std::vector<RecordNo> Records() const;

 private:
  std::vector<RecordNo> records_;
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_SNAPSHOT_READS_H_
