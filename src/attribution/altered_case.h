// A case in which some facts are other than they are: what a counterfactual is evaluated on.
//
// A change is a fact's path, its record and the value that it would have, as conflicts name them.
// The case is copied once, which may be large; changes apply to every copy of their record inside
// it, keep what they overwrite, and are taken back together.

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
  // Copies; what the case points to must outlive this object.
  explicit AlteredCase(const Case& original);
  AlteredCase(const AlteredCase&) = delete;
  AlteredCase& operator=(const AlteredCase&) = delete;

  // As far as the changes so far have made it.
  const Case& the_case() const { return altered_; }

  // False, with nothing changed, when the case has no such fact or the value is not one for it.
  // Where a record has several values under one path, `change.from` says which one is meant.
  bool Apply(const FactChange& change);

  // All changes taken back.
  void Reset() { undo_.Run(); }

 private:
  Case altered_;
  Partner partner_;  // The source partner, when it is altered.
  Undo undo_;
};

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_ALTERED_CASE_H_
