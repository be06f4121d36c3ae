// Missing evidence on its way through an expression.
//
// In `&&`, `||` and the macros a deciding value wins, then unknown, then error; everywhere else an
// unknown argument makes the result unknown, also beside an error.  Unknowns merge into a set.

#ifndef REFEREE_SRC_CEL_EVIDENCE_H_
#define REFEREE_SRC_CEL_EVIDENCE_H_

#include <optional>
#include <vector>

#include "src/cel/value.h"

namespace referee::cel {

// Collects what keeps an operation from having a value.
class Obstacles {
 public:
  // Takes note of an error or an unknown; of several errors the first stays.  False for anything
  // else, which is no obstacle.
  bool Add(const Value& value) {
    if (value.kind() < Kind::kError) return false;
    AddObstacle(value);
    return true;
  }

  bool empty() const { return unknown_count_ == 0 && !error_.has_value(); }
  bool has_unknown() const { return unknown_count_ != 0; }

  // Unknown if there was any, else the first error.  Requires: not empty().
  Value Take() &&;

 private:
  void AddObstacle(const Value& value);

  std::size_t unknown_count_ = 0;
  Value first_unknown_;
  std::vector<UnknownPath> more_paths_;
  std::optional<Value> error_;
};

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_EVIDENCE_H_
