// What people ask of a referral through the library, as plain data.  An approval has the form of
// the record of the same name (src/record/records.h).

#ifndef REFEREE_SRC_RECORD_ACT_H_
#define REFEREE_SRC_RECORD_ACT_H_

#include <string>

#include "src/record/field.h"

namespace referee {

// {"type":"transition","id","referral_id","to","reason","outcome","user","at","rationale"}
struct TransitionAct {
  std::string id;
  Text referral_id;
  Text to;  // The code of a state: "accepted", "reward.paid".
  Text reason, outcome;
  Text user;
  Moment at;
  Text rationale;
};

// {"type":"status","referral_id" or "submission_id","user","view"}
struct StatusQuery {
  Text referral_id, submission_id;
  Text user;
  Text view;  // "partner" or "internal"; absent: what the user may see.
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_ACT_H_
