#include "src/policy/confidence_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/policy/document_reader.h"

namespace referee::policy {
namespace {

std::optional<Confidence> LabelFromName(std::string_view name) {
  for (const Confidence label : {Confidence::kConfirmed, Confidence::kHigh, Confidence::kMedium,
                                 Confidence::kLow, Confidence::kDisputed, Confidence::kNone}) {
    if (ConfidenceName(label) == name) return label;
  }
  return std::nullopt;
}

ConfidenceRule DefaultRule(std::string_view name) {
  ConfidenceRule rule;
  rule.label = *LabelFromName(name.substr(0, name.find('_')));
  rule.clause = "confidence.";
  rule.clause += name;
  return rule;
}

absl::Status ReadRule(const json::Node& node, std::string_view name, ConfidenceRule* rule) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  REFEREE_ASSIGN_OR_RETURN(const std::string text, TextMember(node, "label"));
  const auto label = LabelFromName(text);
  if (!label.has_value()) return InsideOf("label", Invalid("is no label of confidence"));
  const bool is_persons = name == "confirmed_by_person";
  if ((*label == Confidence::kConfirmed) != is_persons) {
    return InsideOf("label", Invalid("is `confirmed` for the act of a person and nothing else"));
  }
  rule->label = *label;
  REFEREE_ASSIGN_OR_RETURN(rule->because, TextMember(node, "because"));
  return OnlyMembers(node, {"label", "because"});
}

}  // namespace

absl::StatusOr<ConfidenceRules> ReadConfidenceRules(const json::Node& root) {
  ConfidenceRules rules;
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i] = DefaultRule(kConfidenceRules[i]);
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node,
                           OptionalMember(root, "confidence", json::Kind::kObject));
  if (node == nullptr) return rules;
  for (const json::Member& member : node->members) {
    const auto found = std::find(kConfidenceRules.begin(), kConfidenceRules.end(), member.name);
    if (found == kConfidenceRules.end()) {
      return InsideOf("confidence", InsideOf(member.name, Invalid("is no rule of confidence")));
    }
    ConfidenceRule& rule = rules[static_cast<std::size_t>(found - kConfidenceRules.begin())];
    REFEREE_RETURN_IF_ERROR(
        InsideOf("confidence", InsideOf(member.name, ReadRule(member.value, *found, &rule))));
  }
  return rules;
}

}  // namespace referee::policy
