#include "src/policy/policy.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/hash.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/base/string_map.h"
#include "src/cel/cel.h"
#include "src/policy/approver_matrix.h"
#include "src/policy/case_document.h"
#include "src/policy/decision_table.h"
#include "src/policy/document_reader.h"
#include "src/policy/gate.h"
#include "src/policy/parameters.h"
#include "src/policy/signal_thresholds.h"

namespace referee {

// The bytes of src/policy/standard/policy.json; written by the build.
extern const unsigned char kStandardPolicy[];
extern const std::size_t kStandardPolicySize;

namespace {

using json::Kind;
using json::Node;
using policy::DecisionTable;
using policy::Gate;
using policy::Member;
using policy::Predicates;
using policy::TextMember;
using policy::TextsMember;

constexpr std::string_view kSchema = "referee.policy/1";
constexpr std::string_view kFitTable = "fit_tier";

struct QuestionText {
  std::string question, ask;
};

}  // namespace

struct Policy::State {
  std::string id, version, hash, document;
  Parameters parameters;
  cel::Value parameters_value;
  std::vector<Gate> gates;
  std::vector<DecisionTable> tables;
  std::array<ConflictRule, kConflictKindCount> conflicts;
  policy::ConfidenceRules confidence;
  std::vector<ConflictKind> no_review_conflicts;
  std::vector<std::string> review_gates;
  policy::ApproverMatrix approvers;
  std::vector<ApproverRule> approver_rules;
  std::vector<std::string> never_automate;
  StringMap<QuestionText> questions;
  StringMap<std::string> texts;
  std::string queue;
};

namespace {

absl::Status CheckHead(const Node& root) {
  REFEREE_ASSIGN_OR_RETURN(const std::string schema, TextMember(root, "schema"));
  if (schema != kSchema) return InsideOf("schema", Invalid("must be referee.policy/1"));
  return absl::OkStatus();
}

absl::Status ReadPredicates(const Node& root, Predicates* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* object, Member(root, "predicates", Kind::kObject));
  for (const json::Member& member : object->members) {
    if (member.value.kind != Kind::kString) {
      return InsideOf(
          "predicates",
          InsideOf(member.name, InvalidKind("a string", json::KindName(member.value.kind))));
    }
    out->emplace(member.name, member.value.text);
  }
  return absl::OkStatus();
}

absl::Status ReadGates(const Node& root, const Predicates& predicates, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, Member(root, "gates", Kind::kArray));
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    auto gate = policy::ReadGate(list->elements[i], predicates);
    if (!gate.ok()) return InsideOf("gates", InsideOf(i, gate.status()));
    out->gates.push_back(std::move(*gate));
  }
  return absl::OkStatus();
}

absl::Status ReadTables(const Node& root, const Predicates& predicates, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, Member(root, "tables", Kind::kArray));
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    auto table = policy::ReadTable(list->elements[i], predicates);
    if (!table.ok()) return InsideOf("tables", InsideOf(i, table.status()));
    out->tables.push_back(std::move(*table));
  }
  return absl::OkStatus();
}

absl::Status ReadConflictRule(const Node& node, ConflictRule* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* precedence, Member(node, "precedence", Kind::kNumber));
  const auto value = json::ToInteger(*precedence, 0, 1'000'000);
  if (!value.ok()) return InsideOf("precedence", value.status());
  out->precedence = static_cast<std::int32_t>(*value);
  REFEREE_ASSIGN_OR_RETURN(out->reason, policy::OptionalText(node, "reason"));
  REFEREE_ASSIGN_OR_RETURN(out->proposal, TextMember(node, "proposal"));
  REFEREE_ASSIGN_OR_RETURN(out->review_role, TextMember(node, "review"));
  return absl::OkStatus();
}

absl::Status ReadConflicts(const Node& root, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* object, Member(root, "conflicts", Kind::kObject));
  for (int i = 0; i < kConflictKindCount; ++i) {
    const std::string_view name = ConflictKindName(static_cast<ConflictKind>(i));
    auto rule = Member(*object, name, Kind::kObject);
    if (!rule.ok()) return InsideOf("conflicts", rule.status());
    ConflictRule& slot = out->conflicts[static_cast<std::size_t>(i)];
    REFEREE_RETURN_IF_ERROR(InsideOf("conflicts", InsideOf(name, ReadConflictRule(**rule, &slot))));
    slot.clause = "conflicts.";
    slot.clause += name;
  }
  for (const json::Member& member : object->members) {
    if (!ConflictKindFromName(member.name).has_value()) {
      return InsideOf("conflicts", InsideOf(member.name, Invalid("is no kind of conflict")));
    }
  }
  return absl::OkStatus();
}

absl::Status ReadRecommendation(const Node& root, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* node, Member(root, "recommendation", Kind::kObject));
  auto except = TextsMember(*node, "review_conflicts_except");
  if (!except.ok()) return InsideOf("recommendation", except.status());
  for (const std::string& name : *except) {
    const auto kind = ConflictKindFromName(name);
    if (!kind.has_value()) {
      return InsideOf("recommendation",
                      InsideOf("review_conflicts_except", Invalid("names no kind of conflict")));
    }
    out->no_review_conflicts.push_back(*kind);
  }
  auto gates = TextsMember(*node, "review_gates");
  if (!gates.ok()) return InsideOf("recommendation", gates.status());
  out->review_gates = std::move(*gates);
  return absl::OkStatus();
}

// What no call sequence may reach without a person needs somebody who may approve it.
absl::Status CheckNeverAutomated(const Policy::State& state) {
  for (std::size_t i = 0; i < state.never_automate.size(); ++i) {
    const bool has_row = std::any_of(
        state.approver_rules.begin(), state.approver_rules.end(),
        [&](const ApproverRule& rule) { return rule.action == state.never_automate[i]; });
    if (!has_row) {
      return InsideOf("never_automate",
                      InsideOf(i, Invalid("names an action that nobody approves")));
    }
  }
  return absl::OkStatus();
}

absl::Status ReadApprovals(const Node& root, const Predicates& predicates, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, Member(root, "approvals", Kind::kArray));
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    auto approver = policy::ReadApprover(list->elements[i], predicates);
    if (!approver.ok()) return InsideOf("approvals", InsideOf(i, approver.status()));
    out->approver_rules.push_back(approver->rule);
    out->approvers.push_back(std::move(*approver));
  }
  REFEREE_ASSIGN_OR_RETURN(out->never_automate, TextsMember(root, "never_automate"));
  return CheckNeverAutomated(*out);
}

absl::Status ReadTexts(const Node& root, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* questions, Member(root, "questions", Kind::kObject));
  for (const json::Member& member : questions->members) {
    auto question = TextMember(member.value, "question");
    auto ask = TextMember(member.value, "ask");
    for (const absl::Status& status : {question.status(), ask.status()}) {
      REFEREE_RETURN_IF_ERROR(InsideOf("questions", InsideOf(member.name, status)));
    }
    out->questions.emplace(member.name, QuestionText{std::move(*question), std::move(*ask)});
  }
  REFEREE_ASSIGN_OR_RETURN(const Node* templates, Member(root, "templates", Kind::kObject));
  for (const json::Member& member : templates->members) {
    if (member.value.kind != Kind::kString) {
      return InsideOf(
          "templates",
          InsideOf(member.name, InvalidKind("a string", json::KindName(member.value.kind))));
    }
    out->texts.emplace(member.name, member.value.text);
  }
  REFEREE_ASSIGN_OR_RETURN(const Node* routing, Member(root, "routing", Kind::kObject));
  auto queue = TextMember(*routing, "queue");
  if (!queue.ok()) return InsideOf("routing", queue.status());
  out->queue = std::move(*queue);
  return absl::OkStatus();
}

// Parameters as conditions see them: times are timestamps there.
absl::StatusOr<cel::Value> ParametersValue(const Node& node, const Parameters& parameters) {
  REFEREE_ASSIGN_OR_RETURN(const cel::Value plain, cel::FromJson(node));
  std::vector<std::pair<std::string, cel::Value>> members;
  for (const json::Member& member : node.members) {
    if (member.name == "quiet_periods" || member.name == "exchange") continue;
    members.emplace_back(member.name, *plain.Find(member.name));
  }
  std::vector<cel::Value> periods;
  for (const QuietPeriod& period : parameters.quiet_periods) {
    periods.push_back(cel::Value::Object(
        {{"from", cel::Value::Timestamp(period.from)}, {"to", cel::Value::Timestamp(period.to)}}));
  }
  members.emplace_back("quiet_periods", cel::Value::List(std::move(periods)));
  return cel::Value::Object(std::move(members));
}

absl::Status ReadParametersInto(const Node& root, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* node, Member(root, "parameters", Kind::kObject));
  auto parameters = policy::ReadParameters(*node);
  if (!parameters.ok()) return InsideOf("parameters", parameters.status());
  out->parameters = std::move(*parameters);
  REFEREE_ASSIGN_OR_RETURN(out->parameters_value, ParametersValue(*node, out->parameters));
  return absl::OkStatus();
}

Finding FaultOf(const DecisionTable& table) {
  Finding finding;
  finding.code = table.name;
  finding.lane = Lane::kFit;
  finding.verdict = Verdict::kFault;
  finding.because = "The policy erred: a decision table has no single answer.";
  finding.review_role = "partner_manager";
  return finding;
}

}  // namespace

absl::StatusOr<Policy> Policy::FromJson(std::string_view json, const Limits& limits) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* root, parser.Parse(json, limits));
  REFEREE_RETURN_IF_ERROR(CheckHead(*root));
  auto state = std::make_shared<State>();
  REFEREE_ASSIGN_OR_RETURN(state->id, TextMember(*root, "id"));
  REFEREE_ASSIGN_OR_RETURN(state->version, TextMember(*root, "version"));
  REFEREE_RETURN_IF_ERROR(ReadParametersInto(*root, state.get()));
  Predicates predicates;
  REFEREE_RETURN_IF_ERROR(ReadPredicates(*root, &predicates));
  REFEREE_RETURN_IF_ERROR(ReadGates(*root, predicates, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadTables(*root, predicates, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadConflicts(*root, state.get()));
  REFEREE_ASSIGN_OR_RETURN(state->confidence, policy::ReadConfidenceRules(*root));
  REFEREE_ASSIGN_OR_RETURN(state->parameters.signals, policy::ReadSignalThresholds(*root));
  REFEREE_RETURN_IF_ERROR(ReadRecommendation(*root, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadApprovals(*root, predicates, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadTexts(*root, state.get()));
  json::AppendCanonical(*root, state->document);
  state->hash = Sha256Text(state->document);
  return Policy(std::move(state));
}

absl::StatusOr<Policy> Policy::Standard() {
  return FromJson(
      std::string_view(reinterpret_cast<const char*>(kStandardPolicy), kStandardPolicySize));
}

absl::StatusOr<Policy> Policy::With(
    const std::vector<std::pair<std::string, std::string>>& parameters) const {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* root, parser.Parse(state_->document));
  const Node* old = root->Find("parameters");
  std::string changed;
  json::Writer writer(&changed);
  writer.BeginObject();
  for (const json::Member& member : old->members) {
    // The last setting of a name wins, as on a command line.
    const auto setting =
        std::find_if(parameters.rbegin(), parameters.rend(),
                     [&](const auto& entry) { return entry.first == member.name; });
    std::string value;
    if (setting == parameters.rend()) {
      json::AppendJson(member.value, value);
    } else {
      json::Parser value_parser;
      auto node = value_parser.Parse(setting->second);
      if (!node.ok()) return InsideOf("parameters", InsideOf(member.name, node.status()));
      json::AppendJson(**node, value);
    }
    writer.Key(member.name).Raw(value);
  }
  writer.EndObject();
  for (const auto& [name, value] : parameters) {
    if (old->Find(name) == nullptr) {
      return InsideOf("parameters", InsideOf(name, Invalid("is no parameter of this policy")));
    }
  }
  std::string document;
  json::Writer all(&document);
  all.BeginObject();
  for (const json::Member& member : root->members) {
    std::string value;
    json::AppendJson(member.value, value);
    all.Key(member.name).Raw(member.name == "parameters" ? changed : value);
  }
  all.EndObject();
  return FromJson(document);
}

const std::string& Policy::id() const { return state_->id; }
const std::string& Policy::version() const { return state_->version; }
const std::string& Policy::hash() const { return state_->hash; }
const std::string& Policy::document() const { return state_->document; }
const Parameters& Policy::parameters() const { return state_->parameters; }
const std::string& Policy::queue() const { return state_->queue; }

const ConflictRule& Policy::conflict_rule(ConflictKind kind) const {
  return state_->conflicts[static_cast<std::size_t>(kind)];
}

const ConfidenceRule& Policy::confidence_rule(std::string_view name) const {
  const auto& names = policy::kConfidenceRules;
  const auto found = std::find(names.begin(), names.end(), name);
  return state_->confidence[found == names.end() ? names.size() - 1
                                                 : static_cast<std::size_t>(found - names.begin())];
}

bool Policy::NeedsReview(ConflictKind kind) const {
  const auto& except = state_->no_review_conflicts;
  return std::find(except.begin(), except.end(), kind) == except.end();
}

const std::vector<std::string>& Policy::review_gates() const { return state_->review_gates; }

const std::string& Policy::text(std::string_view name) const {
  static const auto& none = *new std::string();
  const auto found = state_->texts.find(name);
  return found == state_->texts.end() ? none : found->second;
}

std::pair<std::string, std::string> Policy::QuestionFor(std::string_view path) const {
  const auto found = state_->questions.find(path);
  if (found != state_->questions.end()) return {found->second.question, found->second.ask};
  return {"What is known about " + std::string(path) + "?", "partner_manager"};
}

const std::vector<std::string>& Policy::never_automate() const { return state_->never_automate; }

const std::vector<ApproverRule>& Policy::approver_rules() const { return state_->approver_rules; }

Judgement Policy::Judge(const Case& the_case, const Attribution& attribution) const {
  Judgement judgement;
  judgement.fit_tier = "unknown";
  const cel::Value document = policy::CaseDocument(the_case, attribution, state_->parameters,
                                                   state_->parameters_value, judgement.fit_tier);
  const bool is_query = !MakesClaim(the_case.submission.intent);
  for (const Gate& gate : state_->gates) {
    if (is_query && !gate.runs_on_queries) continue;
    judgement.findings.push_back(policy::RunGate(gate, document));
  }
  for (const DecisionTable& table : state_->tables) {
    if (is_query || table.gives != kFitTable) continue;
    const policy::TableAnswer answer = policy::Decide(table, document);
    if (answer.fault) {
      judgement.findings.push_back(FaultOf(table));
    } else if (!answer.hits.empty() && !answer.unknown) {
      judgement.fit_tier = answer.hits.front()->result;
      judgement.fit_reasons.push_back(answer.hits.front()->because);
    }
  }
  judgement.approvals =
      policy::ApprovalsFor(state_->approvers, policy::WithFitTier(document, judgement.fit_tier));
  return judgement;
}

std::vector<Finding> Policy::JudgeLane(Lane lane, const Case& the_case,
                                       const Attribution& attribution) const {
  std::vector<Finding> findings;
  const cel::Value document = policy::CaseDocument(the_case, attribution, state_->parameters,
                                                   state_->parameters_value, "unknown");
  const bool is_query = !MakesClaim(the_case.submission.intent);
  for (const Gate& gate : state_->gates) {
    if (gate.lane != lane || (is_query && !gate.runs_on_queries)) continue;
    findings.push_back(policy::RunGate(gate, document));
  }
  return findings;
}

}  // namespace referee
