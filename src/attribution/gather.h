// matches -> case: follows the references of the matched records and lays out what belongs to the
// party, resolves the referral it belongs to, and merges what is known about it.

#ifndef REFEREE_SRC_ATTRIBUTION_GATHER_H_
#define REFEREE_SRC_ATTRIBUTION_GATHER_H_

#include <string>

#include "src/attribution/case.h"
#include "src/attribution/match_trace.h"
#include "src/base/call.h"
#include "src/match/match_parties.h"

namespace referee {

struct GatherInput {
  std::string tenant;
  Snapshot records;
  Snapshot history;
  Submission submission;
  std::uint64_t sequence = 0;  // Of this submission.
  Instant as_of;
  std::string as_of_text;
  const Model* model = nullptr;
  const Parameters* parameters = nullptr;
  MatchTrace* trace = nullptr;  // Notes what matching found, or answers in its place.
};

// Matches the submission's party against records and history, resolves the referral (an earlier
// one of the same person, or of the same company with overlapping scope, in the same program;
// otherwise a new id derived from tenant, program and this submission's id) and gathers the case.
// Fails only as `call` asks.
absl::StatusOr<Case> GatherCase(GatherInput input, const CallContext& call);

// The id of a new referral.
std::string NewReferralId(std::string_view tenant, std::string_view program_id,
                          std::string_view submission_id);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_GATHER_H_
