// A case in which some facts are other than they are: what a counterfactual is evaluated on.
//
// A change is a fact's path, its record and the value that it would have, as conflicts name them.
// The case is copied once; changes apply to every copy of their record inside it and are taken
// back together.

#ifndef REFEREE_SRC_ATTRIBUTION_ALTERED_CASE_H_
#define REFEREE_SRC_ATTRIBUTION_ALTERED_CASE_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/case.h"
#include "src/record/decision.h"

namespace referee {

class AlteredCase {
 public:
  // Copies; the original must outlive this object.
  explicit AlteredCase(const Case& original);
  AlteredCase(const AlteredCase&) = delete;
  AlteredCase& operator=(const AlteredCase&) = delete;

  // As far as the changes so far have made it.
  const Case& the_case() const { return altered_; }

  // False, with nothing changed, when the case has no such fact or the value is not one for it.
  // Where a record has several values under one path, `change.from` says which one is meant.
  bool Apply(const FactChange& change);

  // All changes taken back.
  void Reset();

 private:
  void Restore(std::string_view type);

  const Case& original_;
  Case altered_;
  Partner partner_;                   // The source partner, when it is altered.
  std::vector<std::string> touched_;  // Types of records that were changed.
};

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_ALTERED_CASE_H_
