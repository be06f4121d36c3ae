#include "src/policy/gate.h"

#include <algorithm>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"
#include "src/policy/case_schema.h"
#include "src/policy/document_reader.h"

namespace referee::policy {
namespace {

using cel::Kind;
using cel::Value;

// How many facts a finding quotes at most; a gate that reads more names the first ones.
constexpr std::size_t kMostEvidence = 8;

// The value at a dotted path of the case document, or null.
const Value* At(const Value& document, std::string_view path) {
  const Value* value = &document;
  for (const std::string_view step : Split(path, '.')) {
    value = value->Find(step);
    if (value == nullptr) return nullptr;
  }
  return value;
}

bool IsAbsent(const Value& document, std::string_view path) {
  const Value* value = At(document, path);
  return value == nullptr || value->is_unknown() || value->is_missing();
}

bool IsTrue(const Value& value) { return value.kind() == Kind::kBool && value.bool_value(); }

// What a true `wait` asks for: the paths of `ask` that are absent, or all when none is (a value
// that says "unknown" is present, and asked for all the same).
void AddAsked(const Gate& gate, const Value& document, std::vector<MissingFact>* missing) {
  const std::size_t before = missing->size();
  for (const std::string& path : gate.ask) {
    if (IsAbsent(document, path)) missing->push_back({path, "absent"});
  }
  if (missing->size() > before) return;
  for (const std::string& path : gate.ask) missing->push_back({path, "unknown"});
}

void SortUnique(std::vector<MissingFact>* missing) {
  std::sort(missing->begin(), missing->end(), [](const MissingFact& a, const MissingFact& b) {
    return std::pair(a.path, a.reason) < std::pair(b.path, b.reason);
  });
  missing->erase(std::unique(missing->begin(), missing->end(),
                             [](const auto& a, const auto& b) { return a.path == b.path; }),
                 missing->end());
}

std::optional<FactValue> AsFactValue(const Value& value) {
  switch (value.kind()) {
    case Kind::kBool: return FactValue(value.bool_value());
    case Kind::kInt: return FactValue(value.int_value());
    case Kind::kString: return FactValue(std::string(value.string_value()));
    case Kind::kTimestamp: return FactValue(FormatInstant(value.timestamp_value()));
    default: return std::nullopt;
  }
}

// How deep predicates may use each other: far beyond what people read, and what stops a circle.
constexpr int kDeepestPredicate = 16;
// Predicates that use each other several times grow fast; no condition of a person is this long.
constexpr std::size_t kLongestCondition = 100'000;

// `source` with every @{name} replaced by its predicate in brackets.
absl::Status Expand(std::string_view source, const Predicates& predicates, int depth,
                    std::string* text) {
  if (depth > kDeepestPredicate) return Invalid("has predicates that use each other in a circle");
  while (!source.empty()) {
    const std::size_t open = source.find("@{");
    *text += source.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = source.find('}', open);
    if (close == std::string_view::npos) return Invalid("has a predicate that does not end");
    const auto found = predicates.find(source.substr(open + 2, close - open - 2));
    if (found == predicates.end()) return Invalid("names a predicate that the policy lacks");
    *text += '(';
    REFEREE_RETURN_IF_ERROR(Expand(found->second, predicates, depth + 1, text));
    *text += ')';
    source.remove_prefix(close + 1);
    if (text->size() > kLongestCondition) return Invalid("is too long with its predicates");
  }
  return absl::OkStatus();
}

bool ReadsVerdicts(const cel::Program& program) {
  const auto& paths = program.read_paths();
  return std::any_of(paths.begin(), paths.end(), [](const std::string& path) {
    return path == "verdicts" || path.starts_with("verdicts.");
  });
}

}  // namespace

absl::StatusOr<cel::Program> CompileCondition(std::string_view source, const Predicates& predicates,
                                              Sees sees) {
  std::string text;
  REFEREE_RETURN_IF_ERROR(Expand(source, predicates, 0, &text));
  cel::CompileOptions options;
  options.mode = cel::Mode::kEvidence;
  options.schema = &CaseSchema();
  auto program = cel::Compile(text, options);
  if (program.ok() && sees == Sees::kCase && ReadsVerdicts(*program)) {
    return Invalid("reads verdicts before there are any");
  }
  return program;
}

absl::StatusOr<cel::Program> ReadCondition(const json::Node& node, std::string_view name,
                                           const Predicates& predicates, Sees sees) {
  REFEREE_ASSIGN_OR_RETURN(const std::string source, TextMember(node, name));
  auto program = CompileCondition(source, predicates, sees);
  if (!program.ok()) return InsideOf(name, program.status());
  return program;
}

void AddUnknownPaths(const Value& value, std::vector<MissingFact>* missing) {
  for (const cel::UnknownPath& path : value.unknown_paths()) {
    missing->push_back({path.path, path.reason});
  }
  SortUnique(missing);
}

std::string FaultText(const Value& value) {
  std::string text = "The policy erred: ";
  text += value.is_error() ? value.error_code() : "the condition is no boolean";
  return text;
}

void QuoteEvidence(const cel::Program& program, const Value& document, Finding* finding) {
  const Value* id = At(document, "submission.id");
  for (const std::string& path : program.read_paths()) {
    if (finding->evidence.size() == kMostEvidence) return;
    const Value* value = At(document, path);
    if (value == nullptr || path == "now" || path == "receipt") continue;
    const auto fact_value = AsFactValue(*value);
    if (!fact_value.has_value()) continue;
    // A conflict that is not there is no evidence.
    if (path.starts_with("conflict.") && !IsTrue(*value)) continue;
    Fact fact;
    fact.path = path;
    fact.value = *fact_value;
    fact.record = {"submission", std::string(id != nullptr ? id->string_value() : "")};
    finding->evidence.push_back(std::move(fact));
  }
}

absl::StatusOr<Gate> ReadGate(const json::Node& node, const Predicates& predicates) {
  REFEREE_ASSIGN_OR_RETURN(cel::Program stop, ReadCondition(node, "stop", predicates, Sees::kCase));
  Gate gate(std::move(stop));
  REFEREE_ASSIGN_OR_RETURN(gate.code, TextMember(node, "code"));
  REFEREE_ASSIGN_OR_RETURN(const std::string lane, TextMember(node, "lane"));
  const auto known_lane = LaneFromName(lane);
  if (!known_lane.has_value()) return InsideOf("lane", Invalid("must name a lane"));
  gate.lane = *known_lane;
  if (node.Find("wait") != nullptr) {
    REFEREE_ASSIGN_OR_RETURN(gate.wait, ReadCondition(node, "wait", predicates, Sees::kCase));
  }
  REFEREE_ASSIGN_OR_RETURN(gate.ask, TextsMember(node, "ask"));
  REFEREE_ASSIGN_OR_RETURN(gate.who, TextMember(node, "who"));
  REFEREE_ASSIGN_OR_RETURN(gate.review_role, TextMember(node, "review"));
  REFEREE_ASSIGN_OR_RETURN(gate.because, TextMember(node, "because"));
  REFEREE_ASSIGN_OR_RETURN(gate.covers, TextsMember(node, "covers"));
  REFEREE_ASSIGN_OR_RETURN(const json::Node* queries,
                           OptionalMember(node, "queries", json::Kind::kBool));
  gate.runs_on_queries = queries != nullptr && queries->boolean;
  REFEREE_RETURN_IF_ERROR(OnlyMembers(node, {"code", "lane", "stop", "wait", "ask", "who", "review",
                                             "covers", "because", "queries"}));
  return gate;
}

Finding RunGate(const Gate& gate, const cel::Value& document) {
  Finding finding;
  finding.code = gate.code;
  finding.lane = gate.lane;
  finding.review_role = gate.review_role;
  finding.covers = gate.covers;

  const cel::Activation activation{document};
  const Value stop = cel::Evaluate(gate.stop, activation);
  const Value wait =
      gate.wait.has_value() ? cel::Evaluate(*gate.wait, activation) : Value::Bool(false);
  if (IsTrue(stop)) {
    finding.verdict = Verdict::kStop;
    finding.because = gate.because;
    QuoteEvidence(gate.stop, document, &finding);
    return finding;
  }
  for (const Value* value : {&stop, &wait}) {
    if (value->kind() == Kind::kBool || value->is_unknown()) continue;
    finding.verdict = Verdict::kFault;
    finding.because = FaultText(*value);
    return finding;
  }
  AddUnknownPaths(stop, &finding.missing);
  AddUnknownPaths(wait, &finding.missing);
  if (IsTrue(wait)) AddAsked(gate, document, &finding.missing);
  SortUnique(&finding.missing);
  if (stop.is_unknown() || wait.is_unknown() || IsTrue(wait)) {
    finding.verdict = Verdict::kWait;
    finding.because = gate.because;
    finding.who = gate.who;
    return finding;
  }
  finding.verdict = Verdict::kPass;
  return finding;
}

}  // namespace referee::policy
