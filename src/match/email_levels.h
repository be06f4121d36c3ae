// Mailboxes of two people.  A mailbox whose local part derives from its owner's name says the name
// again; what counts beside an equal name is only what the mailbox says beyond it.

#ifndef REFEREE_SRC_MATCH_EMAIL_LEVELS_H_
#define REFEREE_SRC_MATCH_EMAIL_LEVELS_H_

#include "src/match/evidence_sum.h"
#include "src/match/person_name_levels.h"

namespace referee {

struct EmailMatch {
  EmailLevel level = EmailLevel::kAbsent;
  bool covers_employer = false;  // An equal corporate mailbox says the employer as well.
};

// Adds "email" for the best pair of mailboxes.  Symmetric.
EmailMatch CompareEmails(const PersonWeights& weights, const TermStatistics& statistics,
                         const PersonFeatures& a, const PersonFeatures& b,
                         const PersonNameMatch& name, EvidenceSum& evidence);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_EMAIL_LEVELS_H_
