// A case in which some facts are other than they are: what a counterfactual is evaluated on.
//
// A change is a fact's path, its record and the value that it would have, as conflicts name them.
// A case may be large, so it is not copied: changes apply to it as it stands, to every copy of
// their record inside it, keep what they overwrite, and are taken back together.

#ifndef REFEREE_SRC_ATTRIBUTION_ALTERED_CASE_H_
#define REFEREE_SRC_ATTRIBUTION_ALTERED_CASE_H_

#include <functional>
#include <utility>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"

namespace referee {

// What was overwritten, to be put back in reverse.
class Undo {
 public:
  // To be called before `*place` changes; the place must not move until Run.
  template <typename T>
  void Keep(T* place) {
    kept_.push_back([place, old = *place]() mutable { *place = std::move(old); });
  }
  void Run() {
    for (; !kept_.empty(); kept_.pop_back()) kept_.back()();
  }

 private:
  std::vector<std::function<void()>> kept_;
};

class AlteredCase {
 public:
  // Borrows the case, which nobody else may read before this object is gone or reset.  Records
  // stay where they are; views of their texts do not outlive a change.
  explicit AlteredCase(Case* the_case);
  AlteredCase(const AlteredCase&) = delete;
  AlteredCase& operator=(const AlteredCase&) = delete;
  ~AlteredCase() { Reset(); }

  // As far as the changes so far have made it.
  const Case& the_case() const { return *case_; }

  // False, with nothing changed, when the case has no such fact or the value is not one for it.
  // Where a record has several values under one path, `change.from` says which one is meant.
  bool Apply(const FactChange& change);

  // All changes taken back.
  void Reset() { undo_.Run(); }

 private:
  Case* case_;
  Partner partner_;  // The source partner, when it is altered.
  Undo undo_;
};

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_ALTERED_CASE_H_
