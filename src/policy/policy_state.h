// What a policy document is after reading: shared by the reader and by Policy, nobody else.

#ifndef REFEREE_SRC_POLICY_POLICY_STATE_H_
#define REFEREE_SRC_POLICY_POLICY_STATE_H_

#include <array>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/base/string_map.h"
#include "src/cel/value.h"
#include "src/policy/approver_matrix.h"
#include "src/policy/case_document.h"
#include "src/policy/confidence_rules.h"
#include "src/policy/decision_table.h"
#include "src/policy/disclosure.h"
#include "src/policy/gate.h"
#include "src/policy/partner_words.h"
#include "src/policy/policy.h"
#include "src/policy/policy_tests.h"
#include "src/policy/rule.h"

namespace referee {

struct Policy::State {
  struct QuestionText {
    std::string question, ask;
  };

  std::string id, version, hash, document;
  Parameters parameters;
  cel::Value parameters_value;  // As conditions see them.
  std::vector<policy::Gate> gates;
  std::vector<policy::Rule> rules;
  std::vector<policy::DecisionTable> tables;
  policy::ListsRead lists_read;  // By any condition of the policy.
  policy::ConfidenceRules confidence;
  std::array<ConflictRule, kConflictKindCount> conflicts;
  policy::Disclosure disclosure{};
  std::vector<ConflictKind> no_review_conflicts;
  std::vector<std::string> review_gates;
  policy::ApproverMatrix approvers;
  std::vector<ApproverRule> approver_rules;
  std::vector<std::string> never_automate;
  StringMap<QuestionText> questions;
  StringMap<std::string> texts;
  StringMap<std::int32_t> sla_hours;
  policy::PartnerWords partner_words;
  std::string queue;
};

namespace policy {

// Reads and checks a whole document.  Fails as Policy::FromJson() does.
absl::StatusOr<std::shared_ptr<const Policy::State>> ReadPolicy(std::string_view json,
                                                                const Limits& limits);

}  // namespace policy
}  // namespace referee

#endif  // REFEREE_SRC_POLICY_POLICY_STATE_H_
