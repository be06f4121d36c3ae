// "Where is my referral, do I get credit": the answer from what people have decided, schema
// "referee.status/1".
//
// The partner view says what a person approved or what was told already, and nothing else: no
// other partner's identity, no conflict, no recommendation, no internal note, no promise.  Its text
// comes from the policy's templates `status.*` and passes the same check as every partner-visible
// text (src/output/partner_text.h).  The internal view shows the whole record.

#ifndef REFEREE_SRC_OUTPUT_STATUS_JSON_H_
#define REFEREE_SRC_OUTPUT_STATUS_JSON_H_

#include <string>
#include <string_view>

#include "src/base/instant.h"
#include "src/base/json_writer.h"
#include "src/policy/policy.h"
#include "src/record/referral.h"

namespace referee {

// The instant that an answer is given for, and its text.
struct StatusTime {
  Instant instant;
  std::string text;
};

// What one partner may know.  `partner_id` names whose question it is; the answer lists only its
// own submissions.
std::string PartnerStatusJson(const Policy& policy, const Referral& referral,
                              std::string_view partner_id, const StatusTime& as_of);

// Everything, with what may be done next and who must approve what.
std::string InternalStatusJson(const Referral& referral, const StatusTime& as_of);

// The members that say how every aspect and lane stands, who owns the next step and until when, and
// what is to be approved: part of the internal view and of the answer to every act.
void WriteStanding(json::Writer& writer, const Referral& referral, const Instant& as_of);

// What a partner is told of the status: the state itself, or `in_review` where telling it would
// anticipate a person.
ReferralState StateForPartner(const Referral& referral, const Instant& as_of);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_STATUS_JSON_H_
