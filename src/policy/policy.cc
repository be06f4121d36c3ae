#include "src/policy/policy.h"

#include <algorithm>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/match/edit_distance.h"
#include "src/policy/judge.h"
#include "src/policy/policy_state.h"

namespace referee {

// The bytes of src/policy/standard/policy.json; written by the build.
extern const unsigned char kStandardPolicy[];
extern const std::size_t kStandardPolicySize;

namespace {

using json::Node;

// Names further apart than this are not taken for a slip of the pen.
constexpr int kFarthestSlip = 4;

// What to say about a name that is no parameter: the nearest one, if one is near.
absl::Status NoParameter(const Node& parameters, std::string_view name) {
  std::string_view nearest;
  int least = kFarthestSlip + 1;
  for (const json::Member& member : parameters.members) {
    const int distance = EditDistance(member.name, name, kFarthestSlip);
    if (distance < least) {
      least = distance;
      nearest = member.name;
    }
  }
  std::string message = "is no parameter of this policy";
  if (!nearest.empty()) {
    message += "; did you mean ";
    message += nearest;
    message += '?';
  }
  return InsideOf("parameters", InsideOf(name, Invalid(message)));
}

}  // namespace

absl::StatusOr<Policy> Policy::FromJson(std::string_view json, const Limits& limits) {
  REFEREE_ASSIGN_OR_RETURN(std::shared_ptr<const State> state, policy::ReadPolicy(json, limits));
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
    if (old->Find(name) == nullptr) return NoParameter(*old, name);
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

DisclosureLevel Policy::disclosure(ConflictKind kind) const {
  return state_->disclosure[static_cast<std::size_t>(kind)];
}

const policy::PartnerWords& Policy::partner_words() const { return state_->partner_words; }

std::int32_t Policy::SlaHours(std::string_view name) const {
  const auto found = state_->sla_hours.find(name);
  return found == state_->sla_hours.end() ? 0 : found->second;
}

absl::StatusOr<std::vector<PolicyTest>> Policy::Tests() const {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const Node* root, parser.Parse(state_->document));
  return policy::ReadTests(*root->Find("tests"));
}

const ConfidenceRule& Policy::confidence_rule(std::string_view name) const {
  const auto& names = policy::kConfidenceRules;
  const auto found = std::find(names.begin(), names.end(), name);
  return state_->confidence[found == names.end() ? names.size() - 1
                                                 : static_cast<std::size_t>(found - names.begin())];
}

std::vector<Finding> Policy::JudgeLane(Lane lane, const Case& the_case,
                                       const Attribution& attribution) const {
  return policy::JudgeLane(*state_, lane, the_case, attribution);
}

Judgement Policy::Judge(const Case& the_case, const Attribution& attribution) const {
  return policy::Judge(*state_, the_case, attribution);
}

}  // namespace referee
