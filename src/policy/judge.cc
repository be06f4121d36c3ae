#include "src/policy/judge.h"

#include <string>
#include <utility>
#include <vector>

#include "src/policy/case_document.h"

namespace referee::policy {
namespace {

Finding FaultOf(const DecisionTable& table) {
  Finding finding;
  finding.code = table.name;
  finding.source = FindingSource::kTable;
  finding.lane = Lane::kFit;
  finding.verdict = Verdict::kFault;
  finding.because = "The policy erred: a decision table has no single answer.";
  finding.review_role = "partner_manager";
  return finding;
}

void RunTable(const DecisionTable& table, const cel::Value& document, Judgement* judgement) {
  const TableAnswer answer = Decide(table, document);
  if (answer.fault) {
    judgement->findings.push_back(FaultOf(table));
    return;
  }
  if (answer.hits.empty() || answer.unknown) return;
  if (table.gives == kGivesFitTier) {
    judgement->fit_tier = answer.hits.front()->result;
    judgement->fit_reasons.push_back(answer.hits.front()->because);
    return;
  }
  for (const TableRow* row : answer.hits) judgement->fit_reasons.push_back(row->result);
}

std::vector<std::string> CodesThatStop(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) {
    if (finding.verdict == Verdict::kStop) codes.push_back(finding.code);
  }
  return codes;
}

}  // namespace

Judgement Judge(const Policy::State& state, const Case& the_case, const Attribution& attribution) {
  Judgement judgement;
  judgement.fit_tier = "unknown";
  const cel::Value document = CaseDocument(the_case, attribution, state.parameters,
                                           state.parameters_value, state.lists_read);
  const bool is_query = !MakesClaim(the_case.submission.intent);
  judgement.findings.reserve(state.gates.size() + state.rules.size() + state.tables.size());
  for (const Gate& gate : state.gates) {
    if (is_query && !gate.runs_on_queries) continue;
    judgement.findings.push_back(RunGate(gate, document));
  }
  if (!is_query) {
    for (const Rule& rule : state.rules) judgement.findings.push_back(RunRule(rule, document));
    for (const DecisionTable& table : state.tables) RunTable(table, document, &judgement);
  }
  const cel::Value judged =
      WithVerdicts(document, judgement.fit_tier, CodesThatStop(judgement.findings));
  judgement.approvals = ApprovalsFor(state.approvers, judged);
  return judgement;
}

std::vector<Finding> JudgeLane(const Policy::State& state, Lane lane, const Case& the_case,
                               const Attribution& attribution) {
  std::vector<Finding> findings;
  findings.reserve(state.gates.size());
  const cel::Value document = CaseDocument(the_case, attribution, state.parameters,
                                           state.parameters_value, state.lists_read);
  const bool is_query = !MakesClaim(the_case.submission.intent);
  for (const Gate& gate : state.gates) {
    if (gate.lane != lane || (is_query && !gate.runs_on_queries)) continue;
    findings.push_back(RunGate(gate, document));
  }
  return findings;
}

}  // namespace referee::policy
