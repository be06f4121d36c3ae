// What a policy's own test demands of a decision: read, and compared.

#include "src/policy/expectation.h"

#include <algorithm>
#include <array>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/policy/document_reader.h"

namespace referee {
namespace {

using json::Kind;
using json::Node;

std::string Sentence(std::string_view what, std::string_view name, std::string_view fault) {
  std::string text(what);
  text += ' ';
  text += name;
  text += ' ';
  text += fault;
  return text;
}

bool Matches(const Finding& finding, const ExpectedFinding& expected) {
  return finding.code == expected.code &&
         (!expected.verdict.has_value() || *expected.verdict == finding.verdict) &&
         (!expected.lane.has_value() || *expected.lane == finding.lane);
}

bool HasFinding(const Decision& decision, const ExpectedFinding& expected) {
  return std::any_of(decision.findings.begin(), decision.findings.end(),
                     [&](const Finding& finding) { return Matches(finding, expected); });
}

bool HasConflict(const Decision& decision, ConflictKind kind) {
  return std::any_of(decision.conflicts.begin(), decision.conflicts.end(),
                     [&](const Conflict& conflict) { return conflict.kind == kind; });
}

bool Asks(const Decision& decision, std::string_view path) {
  return std::any_of(decision.missing.begin(), decision.missing.end(),
                     [&](const Question& question) { return question.path == path; });
}

bool NeedsApproval(const Decision& decision, const ExpectedApproval& expected) {
  return std::any_of(decision.approvals_needed.begin(), decision.approvals_needed.end(),
                     [&](const ApprovalNeeded& needed) {
                       return needed.action == expected.action && needed.role == expected.role;
                     });
}

// A member is wrong when it is listed but should not be, or the other way round.
template <typename List, typename Has, typename Name>
void Compare(const List& list, bool wanted, std::string_view what, Has has, Name name,
             std::vector<std::string>* unmet) {
  for (const auto& entry : list) {
    if (has(entry) == wanted) continue;
    unmet->push_back(Sentence(what, name(entry), wanted ? "is missing" : "should not be there"));
  }
}

void CompareWord(const std::vector<std::string>& allowed, std::string_view what,
                 std::string_view found, std::vector<std::string>* unmet) {
  if (allowed.empty() || std::find(allowed.begin(), allowed.end(), found) != allowed.end()) return;
  unmet->push_back(Sentence(what, found, "is not allowed"));
}

}  // namespace

std::vector<std::string> UnmetBy(const Decision& decision, const Expectation& expectation) {
  std::vector<std::string> unmet;
  const auto has_finding = [&](const auto& e) { return HasFinding(decision, e); };
  const auto code = [](const ExpectedFinding& e) {
    return e.verdict.has_value() ? e.code + " " + std::string(VerdictName(*e.verdict)) : e.code;
  };
  Compare(expectation.findings, true, "finding", has_finding, code, &unmet);
  Compare(expectation.no_findings, false, "finding", has_finding, code, &unmet);
  const auto has_conflict = [&](ConflictKind kind) { return HasConflict(decision, kind); };
  Compare(expectation.conflicts, true, "conflict", has_conflict, ConflictKindName, &unmet);
  Compare(expectation.no_conflicts, false, "conflict", has_conflict, ConflictKindName, &unmet);
  const auto asks = [&](const std::string& path) { return Asks(decision, path); };
  const auto same = [](const std::string& path) { return path; };
  Compare(expectation.missing, true, "question", asks, same, &unmet);
  Compare(expectation.not_missing, false, "question", asks, same, &unmet);
  const auto needs = [&](const ExpectedApproval& e) { return NeedsApproval(decision, e); };
  const auto who = [](const ExpectedApproval& e) { return e.action + " by " + e.role; };
  Compare(expectation.approvals, true, "approval", needs, who, &unmet);
  Compare(expectation.no_approvals, false, "approval", needs, who, &unmet);
  for (const auto& [lane, states] : expectation.lanes) {
    CompareWord(states, LaneName(lane), LaneStateName(decision.lane(lane)), &unmet);
  }
  CompareWord(expectation.recommendation, "recommendation",
              RecommendationName(decision.recommendation), &unmet);
  CompareWord(expectation.confidence, "confidence", ConfidenceName(decision.attribution.confidence),
              &unmet);
  CompareWord(expectation.fit_tier, "fit", decision.outputs.qualification.fit_tier, &unmet);
  return unmet;
}

namespace policy {
namespace {

std::optional<Verdict> VerdictFromName(std::string_view name) {
  for (const Verdict verdict : {Verdict::kPass, Verdict::kStop, Verdict::kWait, Verdict::kFault}) {
    if (VerdictName(verdict) == name) return verdict;
  }
  return std::nullopt;
}

absl::Status Read(const Node& node, ExpectedFinding* out) {
  if (node.kind == Kind::kString) {
    out->code = node.text;
    return absl::OkStatus();
  }
  REFEREE_ASSIGN_OR_RETURN(out->code, TextMember(node, "code"));
  REFEREE_ASSIGN_OR_RETURN(const std::string verdict, OptionalText(node, "verdict"));
  out->verdict = VerdictFromName(verdict);
  if (!verdict.empty() && !out->verdict.has_value()) {
    return InsideOf("verdict", Invalid("must be pass, stop, wait or fault"));
  }
  REFEREE_ASSIGN_OR_RETURN(const std::string lane, OptionalText(node, "lane"));
  out->lane = LaneFromName(lane);
  if (!lane.empty() && !out->lane.has_value()) {
    return InsideOf("lane", Invalid("must name a lane"));
  }
  return OnlyMembers(node, {"code", "verdict", "lane"});
}

absl::Status Read(const Node& node, ConflictKind* out) {
  if (node.kind != Kind::kString) return InvalidKind("a string", json::KindName(node.kind));
  const auto kind = ConflictKindFromName(node.text);
  if (!kind.has_value()) return Invalid("is no kind of conflict");
  *out = *kind;
  return absl::OkStatus();
}

absl::Status Read(const Node& node, std::string* out) {
  if (node.kind != Kind::kString) return InvalidKind("a string", json::KindName(node.kind));
  *out = node.text;
  return absl::OkStatus();
}

absl::Status Read(const Node& node, ExpectedApproval* out) {
  REFEREE_ASSIGN_OR_RETURN(out->action, TextMember(node, "action"));
  REFEREE_ASSIGN_OR_RETURN(out->role, TextMember(node, "role"));
  return OnlyMembers(node, {"action", "role"});
}

template <typename T>
absl::Status ReadList(const Node& object, std::string_view name, std::vector<T>* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* list, OptionalMember(object, name, Kind::kArray));
  if (list == nullptr) return absl::OkStatus();
  out->resize(list->elements.size());
  for (std::size_t i = 0; i < out->size(); ++i) {
    REFEREE_RETURN_IF_ERROR(InsideOf(name, InsideOf(i, Read(list->elements[i], &(*out)[i]))));
  }
  return absl::OkStatus();
}

// {"must":[...],"must_not":[...]}
template <typename T>
absl::Status ReadMust(const Node& object, std::string_view name, std::vector<T>* must,
                      std::vector<T>* must_not) {
  REFEREE_ASSIGN_OR_RETURN(const Node* node, OptionalMember(object, name, Kind::kObject));
  if (node == nullptr) return absl::OkStatus();
  REFEREE_RETURN_IF_ERROR(InsideOf(name, ReadList(*node, "must", must)));
  REFEREE_RETURN_IF_ERROR(InsideOf(name, ReadList(*node, "must_not", must_not)));
  return InsideOf(name, OnlyMembers(*node, {"must", "must_not"}));
}

absl::Status ReadLanes(const Node& object, Expectation* out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* node, OptionalMember(object, "lanes", Kind::kObject));
  if (node == nullptr) return absl::OkStatus();
  for (const json::Member& member : node->members) {
    const auto lane = LaneFromName(member.name);
    if (!lane.has_value()) {
      return InsideOf("lanes", InsideOf(member.name, Invalid("names no lane")));
    }
    auto states = Texts(member.value);
    if (!states.ok()) return InsideOf("lanes", InsideOf(member.name, states.status()));
    out->lanes.emplace_back(*lane, std::move(*states));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Expectation> ReadExpectation(const Node& node) {
  if (node.kind != Kind::kObject) return InvalidKind("an object", json::KindName(node.kind));
  Expectation out;
  REFEREE_RETURN_IF_ERROR(ReadMust(node, "findings", &out.findings, &out.no_findings));
  REFEREE_RETURN_IF_ERROR(ReadMust(node, "conflicts", &out.conflicts, &out.no_conflicts));
  REFEREE_RETURN_IF_ERROR(ReadMust(node, "approvals", &out.approvals, &out.no_approvals));
  REFEREE_RETURN_IF_ERROR(ReadLanes(node, &out));
  REFEREE_RETURN_IF_ERROR(ReadList(node, "recommendation", &out.recommendation));
  REFEREE_RETURN_IF_ERROR(ReadList(node, "confidence", &out.confidence));
  REFEREE_RETURN_IF_ERROR(ReadList(node, "fit_tier", &out.fit_tier));
  REFEREE_RETURN_IF_ERROR(ReadList(node, "missing", &out.missing));
  REFEREE_RETURN_IF_ERROR(ReadList(node, "not_missing", &out.not_missing));
  REFEREE_RETURN_IF_ERROR(
      OnlyMembers(node, {"findings", "conflicts", "approvals", "lanes", "recommendation",
                         "confidence", "fit_tier", "missing", "not_missing"}));
  return out;
}

}  // namespace policy
}  // namespace referee
