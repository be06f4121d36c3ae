#include "src/adjudicate/adjudicate.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/adjudicate/confidence.h"
#include "src/adjudicate/credit_split.h"
#include "src/adjudicate/gate_facts.h"
#include "src/adjudicate/lanes.h"
#include "src/adjudicate/questions.h"
#include "src/adjudicate/recommendation.h"

namespace referee {
namespace {

constexpr std::string_view kReferralPath = "submission.referral_id";

// Why a conflict is listed where it is: the clause that ranks it, and what it follows.
std::string RankInWords(const ConflictRule& rule, const Conflict* previous) {
  std::string words = rule.clause + " gives it precedence " + std::to_string(rule.precedence);
  if (previous != nullptr) {
    words += previous->precedence == rule.precedence ? ", beside " : ", after ";
    words += ConflictKindName(previous->kind);
    words += " with " + std::to_string(previous->precedence);
  }
  words += '.';
  if (!rule.reason.empty()) words += ' ' + rule.reason;
  return words;
}

// What the policy says about each open conflict, and the order that it gives them.  Kinds of equal
// precedence are listed in the order of their codes.
void ApplyPolicy(const Policy& policy, std::vector<Conflict>* conflicts) {
  for (Conflict& conflict : *conflicts) {
    const ConflictRule& rule = policy.conflict_rule(conflict.kind);
    conflict.clause = rule.clause;
    conflict.proposal = rule.proposal;
    conflict.review_role = rule.review_role;
    conflict.precedence = rule.precedence;
  }
  std::stable_sort(conflicts->begin(), conflicts->end(), [](const Conflict& a, const Conflict& b) {
    return a.precedence != b.precedence ? a.precedence < b.precedence : a.kind < b.kind;
  });
  const Conflict* previous = nullptr;
  for (Conflict& conflict : *conflicts) {
    conflict.ranked_by = RankInWords(policy.conflict_rule(conflict.kind), previous);
    previous = &conflict;
  }
}

// A query runs no fit and no consent gates: those lanes stay as the referral's last decision left
// them.
void KeepLanes(const std::optional<LastDecision>& last, Decision* decision) {
  for (const Lane lane : {Lane::kFit, Lane::kComms}) {
    const auto i = static_cast<std::size_t>(lane);
    decision->lanes[i] = last.has_value() ? last->lanes[i] : LaneState::kOpen;
  }
}

void AskForReferral(const Policy& policy, Decision* decision) {
  auto [question, ask] = policy.QuestionFor(kReferralPath);
  decision->missing.push_back({std::string(kReferralPath), std::move(question), std::move(ask)});
  std::sort(decision->missing.begin(), decision->missing.end(),
            [](const Question& a, const Question& b) { return a.path < b.path; });
}

// What decides the open conflict of this name; null when there is none.
const Fact* DecidingFact(const Decision& decision, std::string_view kind) {
  for (const Conflict& conflict : decision.conflicts) {
    if (ConflictKindName(conflict.kind) != kind || conflict.facts.empty()) continue;
    return &conflict.facts[std::min(conflict.decides, conflict.facts.size() - 1)];
  }
  return nullptr;
}

bool IsCited(const Finding& finding, const Fact& fact) {
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Fact& one) {
    return one.path == fact.path && one.value == fact.value && one.at == fact.at &&
           one.record.type == fact.record.type && one.record.id == fact.record.id;
  });
}

}  // namespace

void CiteDecidingFacts(const Case& the_case, const Parameters& parameters, Decision* decision) {
  constexpr std::string_view kPrefix = "conflict.";
  for (Finding& finding : decision->findings) {
    const std::vector<Fact> read = std::exchange(finding.evidence, {});
    for (const Fact& fact : read) {
      const Fact* deciding =
          fact.path.starts_with(kPrefix)
              ? DecidingFact(*decision, std::string_view(fact.path).substr(kPrefix.size()))
              : nullptr;
      const Fact& cited = deciding != nullptr ? *deciding : fact;
      if (!IsCited(finding, cited)) finding.evidence.push_back(cited);
    }
    if (finding.verdict != Verdict::kStop || !finding.evidence.empty()) continue;
    finding.evidence = FactsOfGate(finding.code, the_case, parameters);
  }
}

Decision Adjudicate(const Policy& policy, const Case& the_case, Attribution attribution,
                    Judgement judgement, const std::optional<LastDecision>& last) {
  const bool is_query = !MakesClaim(the_case.submission.intent);
  Decision decision;
  decision.submission_id = the_case.submission.id;
  decision.referral_id = the_case.referral_id;
  decision.sequence = the_case.sequence;
  decision.as_of = the_case.as_of_text;
  decision.matches = the_case.matches;
  ApplyPolicy(policy, &attribution.conflicts);
  for (Conflict& conflict : attribution.conflicts) {
    const std::string restored = RestoredSource(conflict, attribution.claims);
    if (!restored.empty()) conflict.proposal += ' ' + restored;
  }
  decision.attribution.split = ProposeSplit(attribution.claims, attribution.conflicts);
  const ConfidenceRule& rule =
      policy.confidence_rule(ConfidenceRuleFor(attribution, judgement.findings));
  decision.attribution.confidence = rule.label;
  decision.attribution.rule = rule.clause;
  decision.attribution.note = ConfidenceNote(decision.attribution.confidence, attribution);
  if (!rule.because.empty()) decision.attribution.note += ' ' + rule.because;
  decision.lanes = LaneStates(judgement.findings, attribution.conflicts);
  if (is_query) KeepLanes(last, &decision);
  decision.recommendation = is_query ? RecommendForQuery(policy, attribution.conflicts)
                                     : Recommend(policy, judgement, attribution.conflicts);
  decision.missing = QuestionsFor(policy, judgement.findings, attribution.conflicts);
  if (is_query && the_case.referral_id.empty()) AskForReferral(policy, &decision);
  decision.findings = std::move(judgement.findings);
  decision.conflicts = std::move(attribution.conflicts);
  decision.attribution.claims = std::move(attribution.claims);
  decision.consent = std::move(attribution.consent);
  decision.signals = std::move(attribution.signals);
  decision.approvals_needed = std::move(judgement.approvals);
  decision.outputs.qualification.fit_tier = judgement.fit_tier;
  decision.outputs.qualification.reasons = std::move(judgement.fit_reasons);
  decision.policy_id = policy.id();
  decision.policy_version = policy.version();
  decision.policy_hash = policy.hash();
  decision.tables_hash = HashOf(the_case.records.tables().get());
  return decision;
}

}  // namespace referee
