// features x snapshot -> matches: the one call that matching offers to the later steps.

#ifndef REFEREE_SRC_MATCH_MATCH_PARTIES_H_
#define REFEREE_SRC_MATCH_MATCH_PARTIES_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/index/snapshot.h"
#include "src/match/model.h"
#include "src/record/match.h"

namespace referee {

// Whether the field-by-field account is made; it costs time and nothing else.
enum class Explain : std::uint8_t { kNo, kYes };

struct MatchOptions {
  double same_match = 0.99;      // Band `same` at or above, in (0, 1).
  double possible_match = 0.80;  // Band `possible` at or above, below same_match.
  Explain explain = Explain::kYes;
};

struct MatchResult {
  // Records of types contact, lead, account, touch (embedded parties) and submission of which an
  // aspect reaches band `possible`, by descending probability of the main aspect, type, id.  A
  // contact counts by its person alone: its colleagues are reached through the company.
  // Opportunities and registrations are reached through their company; see attribution/gather.h.
  std::vector<Match> matches;
  bool truncated = false;  // The search was cut short: the decision must hold.
};

// Total but for `call`, which may stop it (kCancelled, kDeadlineExceeded).
absl::StatusOr<MatchResult> MatchParties(const Model& model, const Snapshot& snapshot,
                                         const Features& query, const MatchOptions& options,
                                         const CallContext& call);

// One pair, whatever the index thinks of it; the explanation of `match` and of why-not questions.
// No rivals lower it.
void ScorePair(const Model& model, const Snapshot& snapshot, const Features& a, const Features& b,
               const MatchOptions& options, AspectMatch* person, AspectMatch* company);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_MATCH_PARTIES_H_
