// How often values occur: what scoring knows of the corpus.  An interface, so that matching without
// an index, training and tests can bring their own counts.

#ifndef REFEREE_SRC_MATCH_TERM_STATISTICS_H_
#define REFEREE_SRC_MATCH_TERM_STATISTICS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "src/base/string_map.h"
#include "src/index/candidates.h"

namespace referee {

class TermStatistics {
 public:
  virtual ~TermStatistics() = default;

  // Records with this value, the compared ones included; 0 when it is unknown.
  virtual std::uint64_t Count(Term term, std::string_view value) const = 0;
  virtual std::uint64_t People() const = 0;     // Records that describe a person.
  virtual std::uint64_t Companies() const = 0;  // Records that describe a company.
};

// The counts of a snapshot, each looked up once.  Borrows the snapshot.  One thread: make one a
// call.
class SnapshotStatistics final : public TermStatistics {
 public:
  explicit SnapshotStatistics(const Snapshot& snapshot);

  std::uint64_t Count(Term term, std::string_view value) const override;
  std::uint64_t People() const override { return people_; }
  std::uint64_t Companies() const override { return companies_; }

 private:
  static constexpr std::size_t kTerms = static_cast<std::size_t>(Term::kNameAndDomain) + 1;

  const Snapshot& snapshot_;
  std::uint64_t people_, companies_;
  mutable std::array<StringMap<std::uint64_t>, kTerms> seen_;
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_TERM_STATISTICS_H_
