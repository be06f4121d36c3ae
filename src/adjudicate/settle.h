// decision -> referral: what a submission changes in the life of its referral.
//
// It records facts and it narrows; it never moves a referral forward.  What people approved and
// what has changed since is void, and an aspect that rested on it falls back to where a person
// must look again.

#ifndef REFEREE_SRC_ADJUDICATE_SETTLE_H_
#define REFEREE_SRC_ADJUDICATE_SETTLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/case.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"
#include "src/record/referral.h"

namespace referee {

// True when a submission says anew what is to be approved under `action`: a claim says everything
// but commitments that it does not name, a question about status or credit only what is told, a
// reward claim also the money.  Time alone changes no split, so that a question does not void who
// was credited.
bool Renews(const Submission& submission, std::string_view action);

// The referral after the decision.  `needs` holds, with subject hashes, all that can be approved of
// this case.  `decision` is as the gates left it, before approvals are counted.
Referral AfterDecision(std::optional<Referral> before, const Policy& policy, const Case& the_case,
                       const Decision& decision, std::vector<ReferralNeed> needs);

// Puts every aspect whose approvals no longer stand back, with `reason` in the history.
void Narrow(std::string_view at, const Instant& as_of, std::string_view reason, Referral* referral);

// When the next step is due in the present status, by the policy's SLAs and the working hours of
// the person who owns the step (null: every hour counts); "" where nothing is due.
std::string DueOf(const Policy& policy, const Referral& referral, const User* owner,
                  const Instant& from);

// The user who owns the next step in the present status: partner manager until it is accepted,
// sales owner from then on; "" when nobody is known.
const std::string& OwnerOfStep(const Referral& referral);

}  // namespace referee

#endif  // REFEREE_SRC_ADJUDICATE_SETTLE_H_
