// Who is proposed as the source of a referral and who influenced it.  A proposal that a person
// approves or changes; no claim is ever dropped for it.

#ifndef REFEREE_SRC_ADJUDICATE_CREDIT_SPLIT_H_
#define REFEREE_SRC_ADJUDICATE_CREDIT_SPLIT_H_

#include <string>
#include <vector>

#include "src/record/decision.h"

namespace referee {

// The split that the first of `conflicts` (in the policy's order of precedence) that says anything
// about the source proposes; without one the earliest live claim is the source.  Every other
// partner with a live claim on the party and the same scope influenced it.  Nobody is the source
// while receipts tie, the prospect names two sources or nobody can be found.
//
// `claims` are ascending by receipt.  Linear in claims and facts.
CreditSplit ProposeSplit(const std::vector<Claim>& claims, const std::vector<Conflict>& conflicts);

// What merged_source restores: "Restore partner p-nova (merge m-1), known since ...", naming the
// earliest source that a merge dropped and the claim of that partner where it has one; "" for
// other conflicts.
std::string RestoredSource(const Conflict& conflict, const std::vector<Claim>& claims);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_CREDIT_SPLIT_H_
