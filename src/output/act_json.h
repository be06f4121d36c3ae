// What an act did: schema "referee.act/1".

#ifndef REFEREE_SRC_OUTPUT_ACT_JSON_H_
#define REFEREE_SRC_OUTPUT_ACT_JSON_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/output/status_json.h"
#include "src/record/referral.h"

namespace referee {

// An approval or refusal that was recorded: whether its action is approved now and who is still to
// approve, how all aspects and lanes stand, and its events.  `moved_from` is the length that the
// history had before: what follows are the aspects that fell back.
std::string ApprovalActJson(const Referral& referral, const StatusTime& as_of,
                            std::size_t moved_from);

// The last move of the history, with how everything stands after it.
std::string TransitionActJson(const Referral& referral, const StatusTime& as_of);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_ACT_JSON_H_
