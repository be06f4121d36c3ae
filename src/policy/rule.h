// A rule: a condition that speaks for or against acceptance.  It never stops or holds a lane and
// never changes the recommendation by itself; people read it as an argument.

#ifndef REFEREE_SRC_POLICY_RULE_H_
#define REFEREE_SRC_POLICY_RULE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/cel/cel.h"
#include "src/policy/gate.h"
#include "src/record/decision.h"

namespace referee::policy {

struct Rule {
  explicit Rule(cel::Program condition) : when(std::move(condition)) {}

  std::string code;
  Speaks speaks = Speaks::kFor;
  cel::Program when;
  std::string review_role, because;
  std::vector<std::string> covers;
};

// {"code","speaks":"for|against","when","review","covers","because"}.  Fails with the pointer of
// the member; faults of the expression carry line and column too.
absl::StatusOr<Rule> ReadRule(const json::Node& node, const Predicates& predicates);

// A finding of verdict pass that speaks when the condition holds and says nothing when it does not
// or cannot be told; then it names the missing paths, for which nobody has to wait.  Fault when the
// condition erred.
Finding RunRule(const Rule& rule, const cel::Value& document);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_RULE_H_
