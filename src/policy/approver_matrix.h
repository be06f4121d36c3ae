// The approver matrix: which people an act needs, by action, conflict, tier and amount.
//
// A row says {"action","roles","when","people","expires_hours","not_submitter"}.  It asks for
// people; it never grants anything.

#ifndef REFEREE_SRC_POLICY_APPROVER_MATRIX_H_
#define REFEREE_SRC_POLICY_APPROVER_MATRIX_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/cel/cel.h"
#include "src/policy/gate.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"

namespace referee::policy {

struct Approver {
  ApproverRule rule;
  std::optional<cel::Program> when;
};

using ApproverMatrix = std::vector<Approver>;

// Fails with the pointer of the member: an unknown action, no role, fewer people than roles.
absl::StatusOr<Approver> ReadApprover(const json::Node& node, const Predicates& predicates);

// What the rows that hold ask for, each pair of action and role once, in the order of the rows.
// A row whose condition is unknown or errs holds: an approval too many costs a click, one too few
// costs trust.  Of several rows for one action the largest number of people and the shortest
// time count.
std::vector<ApprovalNeeded> ApprovalsFor(const ApproverMatrix& matrix, const cel::Value& document);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_APPROVER_MATRIX_H_
