#include "src/policy/rule.h"

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/policy/document_reader.h"

namespace referee::policy {

absl::StatusOr<Rule> ReadRule(const json::Node& node, const Predicates& predicates) {
  REFEREE_ASSIGN_OR_RETURN(cel::Program when, ReadCondition(node, "when", predicates, Sees::kCase));
  Rule rule(std::move(when));
  REFEREE_ASSIGN_OR_RETURN(rule.code, TextMember(node, "code"));
  REFEREE_ASSIGN_OR_RETURN(const std::string speaks, TextMember(node, "speaks"));
  if (speaks != "for" && speaks != "against") {
    return InsideOf("speaks", Invalid("must be for or against"));
  }
  rule.speaks = speaks == "for" ? Speaks::kFor : Speaks::kAgainst;
  REFEREE_ASSIGN_OR_RETURN(rule.review_role, TextMember(node, "review"));
  REFEREE_ASSIGN_OR_RETURN(rule.covers, TextsMember(node, "covers"));
  REFEREE_ASSIGN_OR_RETURN(rule.because, TextMember(node, "because"));
  REFEREE_RETURN_IF_ERROR(
      OnlyMembers(node, {"code", "speaks", "when", "review", "covers", "because"}));
  return rule;
}

Finding RunRule(const Rule& rule, const cel::Value& document) {
  Finding finding;
  finding.code = rule.code;
  finding.source = FindingSource::kRule;
  finding.review_role = rule.review_role;
  finding.covers = rule.covers;
  const cel::Value when = cel::Evaluate(rule.when, cel::Activation{document});
  if (when.is_unknown()) {
    AddUnknownPaths(when, &finding.missing);
  } else if (when.kind() != cel::Kind::kBool) {
    finding.verdict = Verdict::kFault;
    finding.because = FaultText(when);
  } else if (when.bool_value()) {
    finding.speaks = rule.speaks;
    finding.because = rule.because;
    QuoteEvidence(rule.when, document, &finding);
  }
  return finding;
}

}  // namespace referee::policy
