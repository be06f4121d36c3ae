#include "src/policy/decision_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"
#include "src/policy/document_reader.h"

namespace referee::policy {
namespace {

// The condition of one cell, or "" for a cell that is always true.
std::string CellCondition(std::string_view input, std::string_view cell) {
  cell = TrimAscii(cell);
  if (cell == "-") return {};
  std::string condition = "(";
  condition += input;
  condition += ')';
  if (cell == "true") return condition;
  if (cell == "false") return "!" + condition;
  const bool compares = cell.starts_with("<") || cell.starts_with(">") || cell.starts_with("==") ||
                        cell.starts_with("!=");
  condition += compares ? " " : " in [";
  condition += cell;
  if (!compares) condition += ']';
  return condition;
}

absl::StatusOr<TableRow> ReadRow(const json::Node& node, const std::vector<std::string>& inputs,
                                 const Predicates& predicates) {
  REFEREE_ASSIGN_OR_RETURN(const std::vector<std::string> cells, TextsMember(node, "cells"));
  if (cells.size() != inputs.size()) {
    return InsideOf("cells", Invalid("must have one cell for each input"));
  }
  std::string condition;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = CellCondition(inputs[i], cells[i]);
    if (cell.empty()) continue;
    if (!condition.empty()) condition += " && ";
    condition += cell;
  }
  auto program = CompileCondition(condition.empty() ? "true" : condition, predicates, Sees::kCase);
  if (!program.ok()) return InsideOf("cells", program.status());
  TableRow row(std::move(*program));
  REFEREE_ASSIGN_OR_RETURN(row.result, TextMember(node, "result"));
  REFEREE_ASSIGN_OR_RETURN(row.because, OptionalText(node, "because"));
  REFEREE_RETURN_IF_ERROR(OnlyMembers(node, {"cells", "result", "because"}));
  return row;
}

absl::StatusOr<HitPolicy> ReadHitPolicy(const json::Node& node) {
  struct Row {
    std::string_view name;
    HitPolicy policy;
  };
  constexpr std::array<Row, 5> kNames = {{{"unique", HitPolicy::kUnique},
                                          {"first", HitPolicy::kFirst},
                                          {"any", HitPolicy::kAny},
                                          {"collect", HitPolicy::kCollect},
                                          {"rule_order", HitPolicy::kRuleOrder}}};
  REFEREE_ASSIGN_OR_RETURN(const std::string name, TextMember(node, "hit_policy"));
  for (const Row& row : kNames) {
    if (row.name == name) return row.policy;
  }
  return InsideOf("hit_policy", Invalid("must be one of unique, first, any, collect, rule_order"));
}

absl::Status CheckPairing(const DecisionTable& table) {
  const HitPolicy hit_policy = table.hit_policy;
  const bool takes_all = hit_policy == HitPolicy::kCollect || hit_policy == HitPolicy::kRuleOrder;
  if (table.gives == kGivesFitTier) {
    return takes_all ? InsideOf("hit_policy", Invalid("must be unique, first or any for fit_tier"))
                     : absl::OkStatus();
  }
  if (table.gives == kGivesReasons) {
    return takes_all ? absl::OkStatus()
                     : InsideOf("hit_policy", Invalid("must be collect or rule_order for reasons"));
  }
  return InsideOf("gives", Invalid("must be fit_tier or reasons"));
}

absl::Status CheckTier(const DecisionTable& table, const TableRow& row) {
  constexpr std::array<std::string_view, 4> kTiers = {"strong", "possible", "weak", "none"};
  if (table.gives != kGivesFitTier) return absl::OkStatus();
  if (std::find(kTiers.begin(), kTiers.end(), row.result) != kTiers.end()) return absl::OkStatus();
  return InsideOf("result", Invalid("must be strong, possible, weak or none"));
}

// Several rows may hit under `any` only when they agree, under `unique` never.
bool Contradicts(HitPolicy policy, const std::vector<const TableRow*>& hits) {
  if (hits.size() < 2) return false;
  if (policy == HitPolicy::kUnique) return true;
  return policy == HitPolicy::kAny &&
         std::any_of(hits.begin(), hits.end(),
                     [&](const TableRow* row) { return row->result != hits.front()->result; });
}

// Whether a row that is undecided could still change the answer.
bool CouldChange(HitPolicy policy, const std::vector<const TableRow*>& undecided,
                 const std::vector<const TableRow*>& hits) {
  if (undecided.empty()) return false;
  if (hits.empty() || policy == HitPolicy::kUnique) return true;
  if (policy == HitPolicy::kFirst || policy == HitPolicy::kAny) {
    return std::any_of(undecided.begin(), undecided.end(),
                       [&](const TableRow* row) { return row->result != hits.front()->result; });
  }
  return true;
}

void KeepEachResultOnce(std::vector<const TableRow*>* hits) {
  std::stable_sort(hits->begin(), hits->end(),
                   [](const TableRow* a, const TableRow* b) { return a->result < b->result; });
  hits->erase(std::unique(hits->begin(), hits->end(),
                          [](const auto* a, const auto* b) { return a->result == b->result; }),
              hits->end());
}

}  // namespace

absl::StatusOr<DecisionTable> ReadTable(const json::Node& node, const Predicates& predicates) {
  DecisionTable table;
  REFEREE_ASSIGN_OR_RETURN(table.name, TextMember(node, "name"));
  REFEREE_ASSIGN_OR_RETURN(table.gives, TextMember(node, "gives"));
  REFEREE_ASSIGN_OR_RETURN(table.hit_policy, ReadHitPolicy(node));
  REFEREE_RETURN_IF_ERROR(CheckPairing(table));
  REFEREE_ASSIGN_OR_RETURN(const std::vector<std::string> inputs, TextsMember(node, "inputs"));
  REFEREE_ASSIGN_OR_RETURN(const json::Node* rows, Member(node, "rows", json::Kind::kArray));
  for (std::size_t i = 0; i < rows->elements.size(); ++i) {
    auto row = ReadRow(rows->elements[i], inputs, predicates);
    if (!row.ok()) return InsideOf("rows", InsideOf(i, row.status()));
    const absl::Status tier = CheckTier(table, *row);
    if (!tier.ok()) return InsideOf("rows", InsideOf(i, tier));
    table.rows.push_back(std::move(*row));
  }
  if (table.rows.empty()) return InsideOf("rows", Invalid("must have a row"));
  REFEREE_RETURN_IF_ERROR(
      OnlyMembers(node, {"name", "gives", "hit_policy", "inputs", "rows", "covers"}));
  return table;
}

TableAnswer Decide(const DecisionTable& table, const cel::Value& document) {
  TableAnswer answer;
  std::vector<const TableRow*> undecided;
  const cel::Activation activation{document};
  for (const TableRow& row : table.rows) {
    const cel::Value when = cel::Evaluate(row.when, activation);
    if (when.is_unknown()) {
      undecided.push_back(&row);
    } else if (when.kind() != cel::Kind::kBool) {
      answer.fault = true;
      return answer;
    } else if (when.bool_value()) {
      answer.hits.push_back(&row);
      if (table.hit_policy == HitPolicy::kFirst) break;
    }
  }
  answer.fault = Contradicts(table.hit_policy, answer.hits);
  answer.unknown = !answer.fault && CouldChange(table.hit_policy, undecided, answer.hits);
  if (table.hit_policy == HitPolicy::kCollect) KeepEachResultOnce(&answer.hits);
  return answer;
}

}  // namespace referee::policy
