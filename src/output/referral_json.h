// Referral <-> its document, schema "referee.referral/1": how a store keeps it between calls.

#ifndef REFEREE_SRC_OUTPUT_REFERRAL_JSON_H_
#define REFEREE_SRC_OUTPUT_REFERRAL_JSON_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/record/referral.h"

namespace referee {

// One line of compact JSON.  Same value, same bytes.
std::string ReferralJson(const Referral& referral);

// Fails with kInvalidArgument where the document is not as ReferralJson() writes it.
absl::StatusOr<Referral> ReferralFromJson(std::string_view json);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_REFERRAL_JSON_H_
