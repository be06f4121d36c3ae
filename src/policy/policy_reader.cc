#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/hash.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/policy/case_facts.h"
#include "src/policy/document_reader.h"
#include "src/policy/parameters.h"
#include "src/policy/policy_state.h"
#include "src/policy/signal_thresholds.h"

namespace referee::policy {
namespace {

using json::Kind;
using json::Node;

constexpr std::string_view kSchema = "referee.policy/1";

absl::Status CheckHead(const Node& root) {
  REFEREE_ASSIGN_OR_RETURN(const std::string schema, TextMember(root, "schema"));
  if (schema != kSchema) return InsideOf("schema", Invalid("must be referee.policy/1"));
  REFEREE_RETURN_IF_ERROR(OptionalText(root, "description").status());
  return OnlyMembers(root,
                     {"schema",         "id",        "version",    "description",    "parameters",
                      "predicates",     "rules",     "gates",      "tables",         "confidence",
                      "signals",        "conflicts", "disclosure", "recommendation", "approvals",
                      "never_automate", "questions", "routing",    "slas",           "partner_text",
                      "templates",      "tests"});
}

// Reads every element of the list `name` with `read`, which names places below the element.
template <typename ReadOne>
absl::Status ReadEach(const Node& root, std::string_view name, ReadOne read) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, Member(root, name, Kind::kArray));
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    REFEREE_RETURN_IF_ERROR(InsideOf(name, InsideOf(i, read(list->elements[i]))));
  }
  return absl::OkStatus();
}

// The same for the members of the object `name`.
template <typename ReadOne>
absl::Status ReadMembers(const Node& root, std::string_view name, ReadOne read) {
  REFEREE_ASSIGN_OR_RETURN(const Node* object, Member(root, name, Kind::kObject));
  for (const json::Member& member : object->members) {
    REFEREE_RETURN_IF_ERROR(InsideOf(name, InsideOf(member.name, read(member.name, member.value))));
  }
  return absl::OkStatus();
}

absl::Status ReadText(std::string_view name, const Node& node, StringMap<std::string>* out) {
  if (node.kind != Kind::kString) return InvalidKind("a string", json::KindName(node.kind));
  out->emplace(name, node.text);
  return absl::OkStatus();
}

// Every predicate compiles, also one that nothing uses.
absl::Status ReadPredicates(const Node& root, Predicates* out) {
  REFEREE_RETURN_IF_ERROR(ReadMembers(
      root, "predicates",
      [&](std::string_view name, const Node& node) { return ReadText(name, node, out); }));
  return ReadMembers(root, "predicates", [&](std::string_view, const Node& node) {
    return CompileCondition(node.text, *out, Sees::kCaseAndVerdicts).status();
  });
}

// Codes are what findings are found by: one code, one finding.
template <typename List>
absl::Status CheckNewCode(const List& list, std::string_view code) {
  const bool taken =
      std::any_of(list.begin(), list.end(), [&](const auto& other) { return other.code == code; });
  return taken ? InsideOf("code", Invalid("is taken by an earlier one")) : absl::OkStatus();
}

absl::Status ReadGates(const Node& root, const Predicates& predicates, Policy::State* out) {
  return ReadEach(root, "gates", [&](const Node& node) -> absl::Status {
    REFEREE_ASSIGN_OR_RETURN(Gate gate, ReadGate(node, predicates));
    REFEREE_RETURN_IF_ERROR(CheckNewCode(out->gates, gate.code));
    out->gates.push_back(std::move(gate));
    return absl::OkStatus();
  });
}

absl::Status ReadRules(const Node& root, const Predicates& predicates, Policy::State* out) {
  return ReadEach(root, "rules", [&](const Node& node) -> absl::Status {
    REFEREE_ASSIGN_OR_RETURN(Rule rule, ReadRule(node, predicates));
    REFEREE_RETURN_IF_ERROR(CheckNewCode(out->rules, rule.code));
    REFEREE_RETURN_IF_ERROR(CheckNewCode(out->gates, rule.code));
    out->rules.push_back(std::move(rule));
    return absl::OkStatus();
  });
}

// The fit tier is one answer: exactly one table gives it.
absl::Status ReadTables(const Node& root, const Predicates& predicates, Policy::State* out) {
  bool has_fit = false;
  REFEREE_RETURN_IF_ERROR(ReadEach(root, "tables", [&](const Node& node) -> absl::Status {
    REFEREE_ASSIGN_OR_RETURN(DecisionTable table, ReadTable(node, predicates));
    const bool is_fit = table.gives == kGivesFitTier;
    if (is_fit && has_fit) return InsideOf("gives", Invalid("is given by an earlier table"));
    has_fit = has_fit || is_fit;
    out->tables.push_back(std::move(table));
    return absl::OkStatus();
  }));
  return has_fit ? absl::OkStatus() : InsideOf("tables", Invalid("must have one for fit_tier"));
}

absl::Status ReadConflictRule(const Node& node, ConflictRule* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* precedence, Member(node, "precedence", Kind::kNumber));
  const auto value = json::ToInteger(*precedence, 0, 1'000'000);
  if (!value.ok()) return InsideOf("precedence", value.status());
  out->precedence = static_cast<std::int32_t>(*value);
  REFEREE_ASSIGN_OR_RETURN(out->reason, OptionalText(node, "reason"));
  REFEREE_ASSIGN_OR_RETURN(out->proposal, TextMember(node, "proposal"));
  REFEREE_ASSIGN_OR_RETURN(out->review_role, TextMember(node, "review"));
  return OnlyMembers(node, {"precedence", "reason", "proposal", "review"});
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
  REFEREE_ASSIGN_OR_RETURN(const Node* disclosure, Member(root, "disclosure", Kind::kObject));
  auto levels = ReadDisclosure(*disclosure);
  if (!levels.ok()) return InsideOf("disclosure", levels.status());
  out->disclosure = *levels;
  return absl::OkStatus();
}

absl::Status ReadReviewGates(const Node& node, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(out->review_gates, TextsMember(node, "review_gates"));
  for (std::size_t i = 0; i < out->review_gates.size(); ++i) {
    const bool known = std::any_of(out->gates.begin(), out->gates.end(), [&](const Gate& gate) {
      return gate.code == out->review_gates[i];
    });
    if (!known) return InsideOf("review_gates", InsideOf(i, Invalid("names no gate")));
  }
  return absl::OkStatus();
}

absl::Status ReadRecommendation(const Node& root, Policy::State* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* node, Member(root, "recommendation", Kind::kObject));
  auto except = TextsMember(*node, "review_conflicts_except");
  if (!except.ok()) return InsideOf("recommendation", except.status());
  for (std::size_t i = 0; i < except->size(); ++i) {
    const auto kind = ConflictKindFromName((*except)[i]);
    if (!kind.has_value()) {
      return InsideOf(
          "recommendation",
          InsideOf("review_conflicts_except", InsideOf(i, Invalid("names no kind of conflict"))));
    }
    out->no_review_conflicts.push_back(*kind);
  }
  REFEREE_RETURN_IF_ERROR(InsideOf("recommendation", ReadReviewGates(*node, out)));
  return InsideOf("recommendation",
                  OnlyMembers(*node, {"review_conflicts_except", "review_gates"}));
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
  REFEREE_RETURN_IF_ERROR(ReadEach(root, "approvals", [&](const Node& node) -> absl::Status {
    REFEREE_ASSIGN_OR_RETURN(Approver approver, ReadApprover(node, predicates));
    out->approver_rules.push_back(approver.rule);
    out->approvers.push_back(std::move(approver));
    return absl::OkStatus();
  }));
  REFEREE_ASSIGN_OR_RETURN(out->never_automate, TextsMember(root, "never_automate"));
  return CheckNeverAutomated(*out);
}

// Each SLA names the parameter that holds its hours.
absl::Status ReadSlas(const Node& root, Policy::State* out) {
  const auto hours_of = [&](std::string_view parameter) -> std::optional<std::int32_t> {
    const Parameters& p = out->parameters;
    if (parameter == "decision_sla_hours") return p.decision_sla_hours;
    if (parameter == "owner_sla_hours") return p.owner_sla_hours;
    if (parameter == "feedback_sla_hours") return p.feedback_sla_hours;
    if (parameter == "partner_accept_hours") return p.partner_accept_hours;
    return std::nullopt;
  };
  REFEREE_ASSIGN_OR_RETURN(const Node* slas, Member(root, "slas", Kind::kObject));
  for (const std::string_view name : {"decision", "owner", "feedback", "partner_accept"}) {
    const auto parameter = TextMember(*slas, name);
    if (!parameter.ok()) return InsideOf("slas", parameter.status());
    const auto hours = hours_of(*parameter);
    if (!hours.has_value()) {
      return InsideOf("slas", InsideOf(name, Invalid("must name a parameter of hours")));
    }
    out->sla_hours.emplace(name, *hours);
  }
  return InsideOf("slas", OnlyMembers(*slas, {"decision", "owner", "feedback", "partner_accept"}));
}

absl::Status ReadTexts(const Node& root, Policy::State* out) {
  REFEREE_RETURN_IF_ERROR(
      ReadMembers(root, "questions", [&](std::string_view name, const Node& node) -> absl::Status {
        Policy::State::QuestionText text;
        REFEREE_ASSIGN_OR_RETURN(text.question, TextMember(node, "question"));
        REFEREE_ASSIGN_OR_RETURN(text.ask, TextMember(node, "ask"));
        out->questions.emplace(name, std::move(text));
        return OnlyMembers(node, {"question", "ask"});
      }));
  REFEREE_RETURN_IF_ERROR(ReadMembers(
      root, "templates",
      [&](std::string_view name, const Node& node) { return ReadText(name, node, &out->texts); }));
  REFEREE_ASSIGN_OR_RETURN(const Node* partner_text, Member(root, "partner_text", Kind::kObject));
  auto words = PartnerWords::Read(*partner_text);
  if (!words.ok()) return InsideOf("partner_text", words.status());
  out->partner_words = std::move(*words);
  REFEREE_ASSIGN_OR_RETURN(const Node* routing, Member(root, "routing", Kind::kObject));
  auto queue = TextMember(*routing, "queue");
  if (!queue.ok()) return InsideOf("routing", queue.status());
  out->queue = std::move(*queue);
  return InsideOf("routing", OnlyMembers(*routing, {"queue"}));
}

// Lists that conditions compare texts of the case with.
bool ListsWords(std::string_view name) {
  return name == "fit_industries" || name == "fit_products" || name == "fit_regions" ||
         name == "strategic_lists";
}

cel::Value PolicyWords(const cel::Value& list) {
  std::vector<cel::Value> words;
  for (const cel::Value& text : list.elements()) {
    words.push_back(cel::Value::String(PolicyWord(text.string_value())));
  }
  return cel::Value::List(std::move(words));
}

// Parameters as conditions see them: times are timestamps there, and texts that are compared with
// those of the case are words as the case has them.
absl::StatusOr<cel::Value> ParametersValue(const Node& node, const Parameters& parameters) {
  REFEREE_ASSIGN_OR_RETURN(const cel::Value plain, cel::FromJson(node));
  std::vector<std::pair<std::string, cel::Value>> members;
  for (const json::Member& member : node.members) {
    if (member.name == "quiet_periods" || member.name == "exchange") continue;
    const cel::Value& value = *plain.Find(member.name);
    members.emplace_back(member.name, ListsWords(member.name) ? PolicyWords(value) : value);
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
  auto parameters = ReadParameters(*node);
  if (!parameters.ok()) return InsideOf("parameters", parameters.status());
  out->parameters = std::move(*parameters);
  REFEREE_ASSIGN_OR_RETURN(out->parameters_value, ParametersValue(*node, out->parameters));
  return absl::OkStatus();
}

ListsRead ListsReadBy(const Policy::State& state) {
  ListsRead lists;
  const auto add = [&](const cel::Program& program) {
    for (const std::string& path : program.read_paths()) lists.Add(path);
  };
  for (const Gate& gate : state.gates) {
    add(gate.stop);
    if (gate.wait.has_value()) add(*gate.wait);
    for (const std::string& path : gate.ask) lists.Add(path);
  }
  for (const Rule& rule : state.rules) add(rule.when);
  for (const DecisionTable& table : state.tables) {
    for (const TableRow& row : table.rows) add(row.when);
  }
  for (const Approver& approver : state.approvers) {
    if (approver.when.has_value()) add(*approver.when);
  }
  return lists;
}

absl::Status CheckTests(const Node& root) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, Member(root, "tests", Kind::kArray));
  return InsideOf("tests", ReadTests(*list).status());
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Policy::State>> ReadPolicy(std::string_view json,
                                                                const Limits& limits) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* root, parser.Parse(json, limits));
  REFEREE_RETURN_IF_ERROR(CheckHead(*root));
  auto state = std::make_shared<Policy::State>();
  REFEREE_ASSIGN_OR_RETURN(state->id, TextMember(*root, "id"));
  REFEREE_ASSIGN_OR_RETURN(state->version, TextMember(*root, "version"));
  REFEREE_RETURN_IF_ERROR(ReadParametersInto(*root, state.get()));
  Predicates predicates;
  REFEREE_RETURN_IF_ERROR(ReadPredicates(*root, &predicates));
  REFEREE_RETURN_IF_ERROR(ReadGates(*root, predicates, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadRules(*root, predicates, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadTables(*root, predicates, state.get()));
  REFEREE_ASSIGN_OR_RETURN(state->confidence, ReadConfidenceRules(*root));
  REFEREE_ASSIGN_OR_RETURN(state->parameters.signals, ReadSignalThresholds(*root));
  REFEREE_RETURN_IF_ERROR(ReadConflicts(*root, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadRecommendation(*root, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadApprovals(*root, predicates, state.get()));
  state->lists_read = ListsReadBy(*state);
  REFEREE_RETURN_IF_ERROR(ReadSlas(*root, state.get()));
  REFEREE_RETURN_IF_ERROR(ReadTexts(*root, state.get()));
  REFEREE_RETURN_IF_ERROR(CheckTests(*root));
  json::AppendCanonical(*root, state->document);
  state->hash = Sha256Text(state->document);
  return std::shared_ptr<const Policy::State>(std::move(state));
}

}  // namespace referee::policy
