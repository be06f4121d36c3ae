// One immutable batch of records with its index.  Internal to index/.

#ifndef REFEREE_SRC_INDEX_SEGMENT_H_
#define REFEREE_SRC_INDEX_SEGMENT_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/index/growing_array.h"
#include "src/index/keys.h"
#include "src/index/posting_index.h"
#include "src/index/removals.h"
#include "src/index/snapshot.h"
#include "src/normalize/feature_sketch.h"
#include "src/record/records.h"

namespace referee {

// Texts behind each other, addressed by number.
class TextPool {
 public:
  void Add(std::string_view text) {
    bytes_.Append(text.data(), text.size());
    ends_.push_back(bytes_.size());
  }
  std::string_view At(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return {bytes_.data() + begin, ends_[i] - begin};
  }
  // Brings the place of a text, and the text itself, nearer to the processor.
  void ExpectPlace(std::size_t i) const { __builtin_prefetch(&ends_[i]); }
  void ExpectText(std::size_t i) const {
    constexpr std::size_t kLine = 64, kMost = 4 * kLine;
    const std::string_view text = At(i).substr(0, kMost);
    for (std::size_t at = 0; at < text.size(); at += kLine) __builtin_prefetch(text.data() + at);
  }

  std::size_t size() const { return ends_.size(); }
  std::size_t bytes() const { return bytes_.capacity() + ends_.capacity() * sizeof(ends_[0]); }
  void Shrink() {
    bytes_.ShrinkToFit();
    ends_.ShrinkToFit();
  }

 private:
  GrowingArray<char> bytes_;
  GrowingArray<std::size_t> ends_;
};

struct Segment {
  TextPool ids, documents, features;
  std::vector<RecordType> types;
  GrowingArray<FeatureSketch> sketches;
  PostingIndex index;  // Identity, reference and blocking keys -> records of this segment.
  CountIndex terms;
  std::vector<std::pair<std::uint32_t, HistoryEntry>> history;  // Of submissions, ascending.
  // Of deal registrations, ascending: the last second that one names, kNeverPast without a date or
  // with an extension.
  std::vector<std::pair<std::uint32_t, std::int64_t>> last_dates;
  static constexpr std::int64_t kNeverPast = std::numeric_limits<std::int64_t>::max();
  std::uint64_t people = 0, companies = 0;

  std::size_t size() const { return types.size(); }
};

// Collects records, then freezes them.
class SegmentBuilder {
 public:
  // `overrides` must outlive the builder; null leaves the tables as they ship.
  explicit SegmentBuilder(const TableOverrides* overrides = nullptr);

  std::uint32_t Add(const Record& record, std::string_view document);
  std::uint32_t Add(const Submission& submission, std::string_view document,
                    const HistoryEntry& entry);

  std::size_t size() const { return segment_->size(); }
  const Segment& draft() const { return *segment_; }

  std::shared_ptr<const Segment> Finish();

 private:
  std::uint32_t AddParts(RecordType type, std::string_view id, std::string_view document,
                         const Features& parties);

  const TableOverrides* overrides_;
  std::shared_ptr<Segment> segment_;
  GrowingArray<Posting> postings_;
  GrowingArray<std::uint64_t> terms_;
  std::vector<BlockingKey> keys_;          // Scratch.
  std::vector<std::uint64_t> references_;  // Scratch.
  std::vector<std::uint64_t> counted_;     // Scratch.
  std::string packed_;                     // Scratch.
};

// Both segments as one, without the records that were removed from them.  Linear.
std::shared_ptr<const Segment> MergeSegments(const Segment& a, const Removals& removed_a,
                                             const Segment& b, const Removals& removed_b);

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_SEGMENT_H_
