// What is known about the party, merged from all who described it, each fact with its origin.

#ifndef REFEREE_SRC_ATTRIBUTION_MERGED_PARTY_H_
#define REFEREE_SRC_ATTRIBUTION_MERGED_PARTY_H_

#include "src/attribution/case.h"

namespace referee {

// The first to state a fact wins: this submission, earlier submissions of the referral, then
// records of band same, each group newest first, ties by type and id.  Reads submission, prior,
// accounts, contacts and leads of the case.  n log n.
MergedParty MergeParty(const Case& the_case);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_MERGED_PARTY_H_
