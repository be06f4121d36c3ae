// A policy: versioned data that says what the engine must never decide for itself.
//
// Loaded from one JSON document (schema "referee.policy/1"; src/policy/standard/ holds the one that
// ships), checked completely before it is used: every expression compiles against the case schema,
// every parameter is there, every gate names a lane, a role and what to ask.

#ifndef REFEREE_SRC_POLICY_POLICY_H_
#define REFEREE_SRC_POLICY_POLICY_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "src/attribution/attribute.h"
#include "src/attribution/case.h"
#include "src/base/call.h"
#include "src/policy/confidence_rules.h"
#include "src/policy/disclosure.h"
#include "src/policy/partner_words.h"
#include "src/policy/policy_tests.h"
#include "src/record/decision.h"
#include "src/record/parameters.h"

namespace referee {

// How the policy treats one kind of conflict.
struct ConflictRule {
  std::int32_t precedence = 0;  // Ascending order of listing.
  std::string reason;           // Why it ranks there, as a sentence; "" when the policy is silent.
  std::string clause;           // "conflicts.partner_vs_partner".
  std::string proposal;
  std::string review_role;
};

// One row of the approver matrix: who must approve an action where `when` holds.  The condition
// may look at kinds of conflict, the partner's tier, amounts or anything else of the case.  Where
// several rows hold for one action, all of their roles are asked.
struct ApproverRule {
  std::string action;  // accept, reject_message, attribute, commission, reward, commitment,
                       // advocacy, exception, feedback.
  std::vector<std::string> roles;  // At least one; all of them are asked.
  std::string when;                // CEL over the case document, "" for always; compiled at load.
  std::int32_t people = 1;         // Different people who must approve; default: one a role.
  std::int32_t expires_hours = 0;  // How long an approval holds; 0: it does not expire.
  bool not_submitter = true;       // Who submitted, or acts for the source, may not approve.
};

// What gates, rules and tables made of a case.
struct Judgement {
  std::vector<Finding> findings;  // Every gate and rule run, passes included, in their order.
  std::string fit_tier;           // strong, possible, weak, none, or unknown.
  std::vector<std::string> fit_reasons;
  std::vector<ApprovalNeeded> approvals;  // Without hashes.
};

// Immutable, cheap to copy, shared freely.
class Policy {
 public:
  // Fails with kInvalidArgument: place in the JSON pointer, and line and column for expressions.
  static absl::StatusOr<Policy> FromJson(std::string_view json, const Limits& limits = {});

  // The standard policy that ships with the product.
  static absl::StatusOr<Policy> Standard();

  // This policy with parameters replaced, each as NAME and JSON.  Unknown names and wrong kinds
  // fail with the pointer /parameters/NAME.
  absl::StatusOr<Policy> With(
      const std::vector<std::pair<std::string, std::string>>& parameters) const;

  const std::string& id() const;
  const std::string& version() const;
  const std::string& hash() const;      // sha256 of the canonical document, parameters included.
  const std::string& document() const;  // That document.
  const Parameters& parameters() const;
  const ConflictRule& conflict_rule(ConflictKind kind) const;

  // One of policy::kConfidenceRules.
  const ConfidenceRule& confidence_rule(std::string_view name) const;

  // True when an open conflict of this kind makes the recommendation `review`.
  bool NeedsReview(ConflictKind kind) const;
  // Codes of gates that do so when they stop.
  const std::vector<std::string>& review_gates() const;

  // The queue for what nobody owns.
  const std::string& queue() const;

  // A template's text by name, "" when there is none.
  const std::string& text(std::string_view name) const;

  // The question to ask for a case path and who can answer it: {question, ask}.
  std::pair<std::string, std::string> QuestionFor(std::string_view path) const;

  // Actions that no call sequence may reach without a person.
  const std::vector<std::string>& never_automate() const;

  // The approver matrix, in the order of the document.
  const std::vector<ApproverRule>& approver_rules() const;

  // What a partner may learn of a conflict of this kind.
  DisclosureLevel disclosure(ConflictKind kind) const;

  // What partner-visible text may say.
  const policy::PartnerWords& partner_words() const;

  // Hours of an SLA: decision, owner, feedback, partner_accept; 0 for a name that is none.
  std::int32_t SlaHours(std::string_view name) const;

  // The tests that the document carries.  They were valid at load.
  absl::StatusOr<std::vector<PolicyTest>> Tests() const;

  // Runs all gates, rules and tables.  Total: an erring expression is a finding with verdict fault.
  Judgement Judge(const Case& the_case, const Attribution& attribution) const;

  // Runs the gates of one lane only, in the policy's order.
  std::vector<Finding> JudgeLane(Lane lane, const Case& the_case,
                                 const Attribution& attribution) const;

  struct State;
  explicit Policy(std::shared_ptr<const State> state) : state_(std::move(state)) {}

 private:
  std::shared_ptr<const State> state_;
};

}  // namespace referee

#endif  // REFEREE_SRC_POLICY_POLICY_H_
