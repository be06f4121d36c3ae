// What a policy's own test demands of a decision, in the words of scenario files (contract, section
// 6): findings, conflicts, approvals, lanes, recommendation, confidence, fit tier, questions.

#ifndef REFEREE_SRC_POLICY_EXPECTATION_H_
#define REFEREE_SRC_POLICY_EXPECTATION_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/record/decision.h"

namespace referee {

// A finding that must or must not be there; what is not said is not looked at.
struct ExpectedFinding {
  std::string code;
  std::optional<Verdict> verdict;
  std::optional<Lane> lane;
};

struct ExpectedApproval {
  std::string action, role;
};

// What one decision must look like.  An empty list demands nothing.
struct Expectation {
  std::vector<ExpectedFinding> findings, no_findings;
  std::vector<ConflictKind> conflicts, no_conflicts;
  std::vector<std::pair<Lane, std::vector<std::string>>> lanes;   // Allowed states.
  std::vector<std::string> recommendation, confidence, fit_tier;  // Allowed words.
  std::vector<std::string> missing, not_missing;                  // Paths that are asked for.
  std::vector<ExpectedApproval> approvals, no_approvals;
};

// Every expectation that `decision` does not meet, as a sentence; none when all are met.
std::vector<std::string> UnmetBy(const Decision& decision, const Expectation& expectation);

namespace policy {

// One member of `expect`.  Fails with the pointer of the member, also for one that is unknown.
absl::StatusOr<Expectation> ReadExpectation(const json::Node& node);

}  // namespace policy
}  // namespace referee

#endif  // REFEREE_SRC_POLICY_EXPECTATION_H_
