// Where two people work: supporting evidence that they are one, as colleagues are many.

#ifndef REFEREE_SRC_MATCH_EMPLOYER_LEVELS_H_
#define REFEREE_SRC_MATCH_EMPLOYER_LEVELS_H_

#include <string_view>

#include "src/match/levels.h"
#include "src/match/term_statistics.h"
#include "src/match/weights.h"

namespace referee {

struct EmployerMatch {
  EmployerLevel level = EmployerLevel::kAbsent;
  double bits = 0;
};

// By corporate domain (of the company or of a mailbox), else by company name.  Symmetric.
EmployerMatch CompareEmployers(const Model::Weights& weights, const TermStatistics& statistics,
                               const Features& a, const Features& b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_EMPLOYER_LEVELS_H_
