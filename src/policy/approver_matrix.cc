#include "src/policy/approver_matrix.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/policy/document_reader.h"

namespace referee::policy {
namespace {

constexpr std::array<std::string_view, 9> kActions = {"accept",     "reject_message", "attribute",
                                                      "commission", "reward",         "commitment",
                                                      "advocacy",   "exception",      "feedback"};
constexpr std::int64_t kMostPeople = 9;
constexpr std::int64_t kMostHours = 87'600;  // Ten years.

bool Holds(const Approver& approver, const cel::Activation& activation) {
  if (!approver.when.has_value()) return true;
  const cel::Value when = cel::Evaluate(*approver.when, activation);
  return when.kind() != cel::Kind::kBool || when.bool_value();
}

// The shorter of two times of which 0 means for ever.
std::int32_t Shorter(std::int32_t a, std::int32_t b) {
  if (a == 0 || b == 0) return std::max(a, b);
  return std::min(a, b);
}

void Ask(const ApproverRule& rule, const std::string& role, std::vector<ApprovalNeeded>* out) {
  const auto listed = std::find_if(out->begin(), out->end(), [&](const ApprovalNeeded& needed) {
    return needed.action == rule.action && needed.role == role;
  });
  if (listed == out->end()) {
    out->push_back({rule.action, role, {}, rule.people, rule.expires_hours, rule.not_submitter});
    return;
  }
  listed->expires_hours = Shorter(listed->expires_hours, rule.expires_hours);
  listed->not_submitter = listed->not_submitter || rule.not_submitter;
}

// How many people an action needs is one number for all of its roles: the largest of the rows, and
// never fewer than there are roles.
void SettlePeople(const std::vector<const ApproverRule*>& rules, std::vector<ApprovalNeeded>* out) {
  for (ApprovalNeeded& needed : *out) {
    const auto roles = std::count_if(
        out->begin(), out->end(), [&](const auto& other) { return other.action == needed.action; });
    needed.people = static_cast<std::int32_t>(roles);
    for (const ApproverRule* rule : rules) {
      if (rule->action == needed.action) needed.people = std::max(needed.people, rule->people);
    }
  }
}

}  // namespace

absl::StatusOr<Approver> ReadApprover(const json::Node& node, const Predicates& predicates) {
  Approver approver;
  ApproverRule& rule = approver.rule;
  REFEREE_ASSIGN_OR_RETURN(rule.action, TextMember(node, "action"));
  if (std::find(kActions.begin(), kActions.end(), rule.action) == kActions.end()) {
    return InsideOf("action", Invalid("is no action that people approve"));
  }
  REFEREE_ASSIGN_OR_RETURN(rule.roles, TextsMember(node, "roles"));
  if (rule.roles.empty()) return InsideOf("roles", Invalid("must name a role"));
  REFEREE_ASSIGN_OR_RETURN(rule.when, OptionalText(node, "when"));
  if (!rule.when.empty()) {
    auto when = CompileCondition(rule.when, predicates, Sees::kCaseAndVerdicts);
    if (!when.ok()) return InsideOf("when", when.status());
    approver.when = std::move(*when);
  }
  const auto roles = static_cast<std::int64_t>(rule.roles.size());
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t people,
                           OptionalInteger(node, "people", 1, kMostPeople, roles));
  if (people < roles) return InsideOf("people", Invalid("must not be below the number of roles"));
  rule.people = static_cast<std::int32_t>(people);
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t hours,
                           OptionalInteger(node, "expires_hours", 1, kMostHours, 0));
  rule.expires_hours = static_cast<std::int32_t>(hours);
  REFEREE_ASSIGN_OR_RETURN(rule.not_submitter, OptionalFlag(node, "not_submitter", true));
  REFEREE_RETURN_IF_ERROR(OnlyMembers(
      node, {"action", "roles", "when", "people", "expires_hours", "not_submitter", "covers"}));
  return approver;
}

std::vector<ApprovalNeeded> ApprovalsFor(const ApproverMatrix& matrix, const cel::Value& document) {
  std::vector<ApprovalNeeded> needed;
  std::vector<const ApproverRule*> rules;
  const cel::Activation activation{document};
  for (const Approver& approver : matrix) {
    if (!Holds(approver, activation)) continue;
    rules.push_back(&approver.rule);
    for (const std::string& role : approver.rule.roles) Ask(approver.rule, role, &needed);
  }
  SettlePeople(rules, &needed);
  return needed;
}

}  // namespace referee::policy
