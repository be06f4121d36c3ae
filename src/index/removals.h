// What was removed or replaced of a segment since it was frozen.  Internal to index/.
//
// The segment stays as it is; its readers pass over these records, and what they had added to its
// counts is taken off again, so that only the present records decide how common a value is.

#ifndef REFEREE_SRC_INDEX_REMOVALS_H_
#define REFEREE_SRC_INDEX_REMOVALS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "src/index/posting_index.h"

namespace referee {

struct Segment;

class Removals {
 public:
  Removals() = default;  // None.

  // These records of `segment` and the earlier ones; null stands for none, and none is there twice.
  // Costs one bit for each record of the segment; `earlier` stays as it is for its readers.
  static std::shared_ptr<const Removals> Add(const Removals* earlier, const Segment& segment,
                                             const std::vector<std::uint32_t>& records);

  bool Has(std::size_t record) const { return record < is_gone_.size() && is_gone_[record]; }
  std::size_t size() const { return size_; }

  // What the removed records had added to the counts of the segment.
  std::uint64_t Count(std::uint64_t term) const;
  std::uint64_t people() const { return people_; }
  std::uint64_t companies() const { return companies_; }
  // The counts of the segment without them.  Linear.
  CountIndex CountsLeft(const CountIndex& terms) const;

 private:
  void AddCounts(std::vector<std::uint64_t> terms);

  std::vector<bool> is_gone_;
  std::size_t size_ = 0;
  // Each more than twice as large as the next, so that removing one by one stays cheap.
  std::vector<std::shared_ptr<const CountIndex>> tiers_;
  std::uint64_t people_ = 0, companies_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_REMOVALS_H_
