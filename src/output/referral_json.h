// Referral <-> its document, schema "referee.referral/1": how a store keeps it between calls.

#ifndef REFEREE_SRC_OUTPUT_REFERRAL_JSON_H_
#define REFEREE_SRC_OUTPUT_REFERRAL_JSON_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/json_writer.h"
#include "src/record/referral.h"

namespace referee {

// One line of compact JSON with every member of the referral.  Same value, same bytes.
std::string ReferralJson(const Referral& referral);

// The referral that such a document holds: ReferralFromJson(ReferralJson(r)) equals r in every
// member.  Fails with kInvalidArgument and the JSON pointer of the first member that is not as
// ReferralJson() writes it.
absl::StatusOr<Referral> ReferralFromJson(std::string_view json);

// Parts that other documents show as well.
void WriteApproval(const GivenApproval& given, json::Writer& writer);
void WriteMove(const ReferralMove& move, json::Writer& writer);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_REFERRAL_JSON_H_
