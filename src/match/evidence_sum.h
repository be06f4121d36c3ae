// The ledger of one comparison: what each field adds, summed, and written down if asked.

#ifndef REFEREE_SRC_MATCH_EVIDENCE_SUM_H_
#define REFEREE_SRC_MATCH_EVIDENCE_SUM_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/match/levels.h"
#include "src/record/match.h"

namespace referee {

class EvidenceSum {
 public:
  // Entries go to *explanation unless it is null.  Borrows it.
  explicit EvidenceSum(std::vector<FieldEvidence>* explanation) : explanation_(explanation) {}

  template <typename Level>
  void Add(std::string_view field, Level level, double bits) {
    if (level == Level::kAbsent) return;
    total_ += bits;
    if (explanation_ != nullptr) Write(field, LevelName(level), bits);
  }

  // For entries without a level of a field: the prior, sufficiency.
  void AddNote(std::string_view field, std::string_view note, double bits) {
    total_ += bits;
    if (explanation_ != nullptr) Write(field, note, bits);
  }

  double total() const { return total_; }

 private:
  void Write(std::string_view field, std::string_view level, double bits) {
    explanation_->push_back({std::string(field), std::string(level), bits});
  }

  std::vector<FieldEvidence>* explanation_;
  double total_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_EVIDENCE_SUM_H_
