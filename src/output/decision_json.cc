#include "src/output/decision_json.h"

#include <algorithm>
#include <cmath>

#include "src/base/json_writer.h"
#include "src/output/attribution_json.h"
#include "src/output/fact_json.h"
#include "src/output/json_parts.h"
#include "src/output/outputs_json.h"

namespace referee {
namespace {

using json::Writer;

// Probabilities and bits are printed with a fixed number of digits, so that the last bit of a
// floating-point sum never decides about equal bytes.
constexpr double kProbabilityUnit = 1e6;
constexpr double kBitsUnit = 1e2;
constexpr double kLargestProbability = 0.999999;

// Set by CMake from the version macros of referee.h, their one home.
constexpr std::string_view kEngineVersion = REFEREE_ENGINE_VERSION;

double Rounded(double value, double unit) { return std::round(value * unit) / unit; }

double ShownProbability(double probability) {
  return std::min(Rounded(probability, kProbabilityUnit), kLargestProbability);
}

void WriteFinding(Writer& writer, const Finding& finding) {
  writer.BeginObject().Key("code").String(finding.code);
  writer.Key("lane").String(LaneName(finding.lane));
  writer.Key("verdict").String(VerdictName(finding.verdict));
  writer.Key("because").String(finding.because).Key("evidence");
  WriteFacts(writer, finding.evidence);
  WriteMissing(writer, finding.missing);
  WriteMember(writer, "who", finding.who);
  WriteReview(writer, finding.review_role);
  if (finding.source == FindingSource::kRule) {
    WriteMember(writer, "speaks", SpeaksName(finding.speaks));
  }
  writer.Key("covers");
  WriteTexts(writer, finding.covers);
  writer.EndObject();
}

void WriteAspect(Writer& writer, const AspectMatch& aspect, bool with_explanation) {
  writer.BeginObject().Key("probability").Double(ShownProbability(aspect.probability));
  writer.Key("bits").Double(Rounded(aspect.bits, kBitsUnit));
  writer.Key("band").String(aspect.band == Band::kSame       ? "same"
                            : aspect.band == Band::kPossible ? "possible"
                                                             : "none");
  if (with_explanation) {
    writer.Key("explanation").BeginArray();
    for (const FieldEvidence& field : aspect.explanation) {
      writer.BeginObject().Key("field").String(field.field).Key("level").String(field.level);
      writer.Key("bits").Double(Rounded(field.bits, kBitsUnit)).EndObject();
    }
    writer.EndArray();
  }
  writer.EndObject();
}

void WriteMatch(Writer& writer, const Match& match, bool with_explanation) {
  const AspectMatch& main = match.Main();
  writer.BeginObject().Key("type").String(RecordTypeName(match.type)).Key("id").String(match.id);
  writer.Key("probability").Double(ShownProbability(main.probability));
  writer.Key("bits").Double(Rounded(main.bits, kBitsUnit));
  writer.Key("band").String(main.band == Band::kSame ? "same" : "possible");
  if (with_explanation) {
    writer.Key("explanation").BeginArray();
    for (const FieldEvidence& field : main.explanation) {
      writer.BeginObject().Key("field").String(field.field).Key("level").String(field.level);
      writer.Key("bits").Double(Rounded(field.bits, kBitsUnit)).EndObject();
    }
    writer.EndArray();
    writer.Key("aspects").BeginObject();
    if (match.person.compared) {
      writer.Key("person");
      WriteAspect(writer, match.person, &main != &match.person);
    }
    if (match.company.compared) {
      writer.Key("company");
      WriteAspect(writer, match.company, &main != &match.company);
    }
    writer.EndObject();
  }
  writer.EndObject();
}

void WriteMatches(Writer& writer, const std::vector<Match>& matches, bool with_explanation) {
  writer.Key("matches").BeginArray();
  for (const Match& match : matches) WriteMatch(writer, match, with_explanation);
  writer.EndArray();
}

void WriteQuestions(Writer& writer, const std::vector<Question>& questions) {
  writer.Key("missing").BeginArray();
  for (const Question& question : questions) {
    writer.BeginObject().Key("path").String(question.path);
    writer.Key("question").String(question.question).Key("ask");
    WriteTextOrNull(writer, question.ask);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteRoute(Writer& writer, const Route& route) {
  writer.Key("route").BeginObject().Key("sales_owner");
  WriteTextOrNull(writer, route.sales_owner);
  writer.Key("partner_owner");
  WriteTextOrNull(writer, route.partner_owner);
  writer.Key("feedback_owner");
  WriteTextOrNull(writer, route.feedback_owner);
  writer.Key("queue");
  WriteTextOrNull(writer, route.queue);
  writer.Key("reasons");
  WriteTexts(writer, route.reasons);
  writer.Key("due");
  WriteTextOrNull(writer, route.due);
  writer.EndObject();
}

void WriteApprovals(Writer& writer, const std::vector<ApprovalNeeded>& approvals) {
  writer.Key("approvals_needed").BeginArray();
  for (const ApprovalNeeded& approval : approvals) {
    writer.BeginObject().Key("action").String(approval.action).Key("role").String(approval.role);
    writer.Key("subject_hash").String(approval.subject_hash);
    writer.Key("people").Integer(approval.people).Key("expires_hours");
    if (approval.expires_hours > 0) {
      writer.Integer(approval.expires_hours);
    } else {
      writer.Null();
    }
    writer.Key("not_submitter").Bool(approval.not_submitter).EndObject();
  }
  writer.EndArray();
}

void WriteCountedApprovals(Writer& writer, const std::vector<CountedApproval>& acts) {
  writer.Key("approvals").BeginArray();
  for (const CountedApproval& act : acts) {
    writer.BeginObject().Key("id").String(act.id).Key("action").String(act.action);
    writer.Key("role").String(act.role).Key("user").String(act.user).Key("at");
    WriteTextOrNull(writer, act.at);
    writer.Key("counts").Bool(act.counts).Key("because").String(act.because).EndObject();
  }
  writer.EndArray();
}

void WriteHead(Writer& writer, const Decision& decision) {
  writer.Key("schema").String("referee.decision/1");
  writer.Key("submission_id").String(decision.submission_id).Key("referral_id");
  WriteTextOrNull(writer, decision.referral_id);
  writer.Key("sequence").Integer(static_cast<std::int64_t>(decision.sequence));
  writer.Key("as_of").String(decision.as_of);
  writer.Key("recommendation").String(RecommendationName(decision.recommendation));
  writer.Key("lanes").BeginObject();
  for (int i = 0; i < kLaneCount; ++i) {
    const Lane lane = static_cast<Lane>(i);
    writer.Key(LaneName(lane)).String(LaneStateName(decision.lane(lane)));
  }
  writer.EndObject();
}

}  // namespace

std::string_view EngineVersion() { return kEngineVersion; }

std::string DecisionJson(const Decision& decision, const DecisionParts& parts) {
  std::string out;
  // About what it will be, so that it grows at most once or twice.
  out.reserve(std::size_t{30'000} + decision.matches.size() * 1'000);
  Writer writer(&out);
  writer.BeginObject();
  WriteHead(writer, decision);
  writer.Key("findings").BeginArray();
  for (const Finding& finding : decision.findings) WriteFinding(writer, finding);
  writer.EndArray();
  if (parts.matches) WriteMatches(writer, decision.matches, parts.explanation);
  WriteConflicts(writer, decision.conflicts, parts.counterfactuals);
  if (parts.counterfactuals) WriteLaneCounterfactuals(writer, decision.counterfactuals);
  WriteAttribution(writer, decision);
  WriteConsent(writer, decision.consent);
  WriteSignals(writer, decision.signals);
  WriteQuestions(writer, decision.missing);
  WriteRoute(writer, decision.route);
  WriteApprovals(writer, decision.approvals_needed);
  WriteCountedApprovals(writer, decision.approvals);
  if (parts.outputs) {
    WriteOutputs(writer, decision);
    WriteEvents(writer, decision.events);
  }
  writer.Key("policy").BeginObject().Key("id").String(decision.policy_id);
  writer.Key("version").String(decision.policy_version);
  writer.Key("hash").String(decision.policy_hash).EndObject();
  if (!decision.tables_hash.empty()) {
    writer.Key("tables").BeginObject().Key("hash").String(decision.tables_hash).EndObject();
  }
  writer.Key("engine").BeginObject().Key("version").String(kEngineVersion).EndObject();
  writer.EndObject();
  return out;
}

std::string WithAudit(std::string decision_json, const AuditStamp& audit) {
  decision_json.pop_back();
  decision_json += ",\"audit\":";
  Writer writer(&decision_json);
  writer.BeginObject().Key("sequence").Integer(static_cast<std::int64_t>(audit.sequence));
  writer.Key("hash").String(audit.hash).EndObject();
  decision_json += '}';
  return decision_json;
}

std::string MatchesJson(std::string_view query_id, const std::vector<Match>& matches,
                        bool truncated) {
  std::string out;
  Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.matches/1").Key("id").String(query_id);
  WriteMatches(writer, matches, true);
  writer.Key("truncated").Bool(truncated).EndObject();
  return out;
}

}  // namespace referee
