#include "src/index/snapshot_reads.h"

#include <algorithm>

namespace referee {

std::vector<RecordNo> SnapshotReads::Records() const {
  std::vector<RecordNo> records = records_;
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

}  // namespace referee
