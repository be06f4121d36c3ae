#include "src/output/decision_json.h"

#include <algorithm>
#include <cmath>

#include "src/base/json_writer.h"

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

void WriteTextOrNull(Writer& writer, std::string_view text) {
  if (text.empty()) {
    writer.Null();
  } else {
    writer.String(text);
  }
}

void WriteTexts(Writer& writer, const std::vector<std::string>& texts) {
  writer.BeginArray();
  for (const std::string& text : texts) writer.String(text);
  writer.EndArray();
}

void WriteAmount(Writer& writer, const Amount& amount) {
  writer.BeginObject().Key("minor");
  if (amount.minor.has()) {
    writer.Integer(*amount.minor);
  } else {
    writer.Null();
  }
  writer.Key("currency");
  WriteTextOrNull(writer, amount.currency.get());
  writer.EndObject();
}

struct ValueWriter {
  Writer& writer;
  void operator()(std::monostate) const { writer.Null(); }
  void operator()(bool value) const { writer.Bool(value); }
  void operator()(std::int64_t value) const { writer.Integer(value); }
  void operator()(const std::string& value) const { writer.String(value); }
  void operator()(const Amount& value) const { WriteAmount(writer, value); }
};

void WriteRef(Writer& writer, const RecordRef& ref) {
  writer.BeginObject().Key("type").String(ref.type).Key("id").String(ref.id).EndObject();
}

void WriteFact(Writer& writer, const Fact& fact) {
  writer.BeginObject().Key("path").String(fact.path).Key("value");
  std::visit(ValueWriter{writer}, fact.value);
  writer.Key("record");
  WriteRef(writer, fact.record);
  writer.Key("at");
  WriteTextOrNull(writer, fact.at);
  writer.Key("for").Bool(fact.is_for).EndObject();
}

void WriteFacts(Writer& writer, const std::vector<Fact>& facts) {
  writer.BeginArray();
  for (const Fact& fact : facts) WriteFact(writer, fact);
  writer.EndArray();
}

void WriteMissing(Writer& writer, const std::vector<MissingFact>& missing) {
  writer.Key("missing").BeginArray();
  for (const MissingFact& fact : missing) writer.String(fact.path);
  writer.EndArray();
  writer.Key("unknown").BeginArray();
  for (const MissingFact& fact : missing) {
    writer.BeginObject().Key("path").String(fact.path).Key("reason").String(fact.reason);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteReview(Writer& writer, std::string_view role) {
  writer.Key("review").BeginObject().Key("role");
  WriteTextOrNull(writer, role);
  writer.EndObject();
}

void WriteFinding(Writer& writer, const Finding& finding) {
  writer.BeginObject().Key("code").String(finding.code);
  writer.Key("lane").String(LaneName(finding.lane));
  writer.Key("verdict").String(VerdictName(finding.verdict));
  writer.Key("because").String(finding.because).Key("evidence");
  WriteFacts(writer, finding.evidence);
  WriteMissing(writer, finding.missing);
  WriteReview(writer, finding.review_role);
  writer.Key("covers");
  WriteTexts(writer, finding.covers);
  writer.EndObject();
}

void WriteConflict(Writer& writer, const Conflict& conflict) {
  writer.BeginObject().Key("kind").String(ConflictKindName(conflict.kind));
  writer.Key("code").String("C" + std::to_string(static_cast<int>(conflict.kind) + 1));
  writer.Key("lane").String(LaneName(LaneOf(conflict.kind)));
  writer.Key("claims");
  WriteTexts(writer, conflict.claims);
  writer.Key("facts");
  WriteFacts(writer, conflict.facts);
  writer.Key("decides");
  if (conflict.decides < conflict.facts.size()) {
    WriteFact(writer, conflict.facts[conflict.decides]);
  } else {
    writer.Null();
  }
  writer.Key("would_flip");
  WriteTextOrNull(writer, conflict.would_flip);
  WriteMissing(writer, conflict.missing);
  writer.Key("clause").String(conflict.clause).Key("proposal").String(conflict.proposal);
  WriteReview(writer, conflict.review_role);
  writer.Key("precedence").Integer(conflict.precedence).EndObject();
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

void WriteScope(Writer& writer, const Scope& scope) {
  writer.BeginObject().Key("product_families");
  WriteTexts(writer, scope.product_families);
  writer.Key("site");
  WriteTextOrNull(writer, scope.site);
  writer.Key("project");
  WriteTextOrNull(writer, scope.project);
  writer.EndObject();
}

void WriteClaim(Writer& writer, const Claim& claim) {
  writer.BeginObject().Key("id").String(claim.id).Key("partner_id");
  WriteTextOrNull(writer, claim.partner_id);
  writer.Key("kind").String(ClaimKindName(claim.kind));
  writer.Key("state").String(ClaimStateName(claim.state)).Key("source");
  WriteRef(writer, claim.source);
  writer.Key("received_at");
  WriteTextOrNull(writer, claim.received_text);
  writer.Key("sequence").Integer(static_cast<std::int64_t>(claim.sequence));
  writer.Key("ends_at");
  WriteTextOrNull(writer, claim.ends_text);
  writer.Key("scope");
  WriteScope(writer, claim.scope);
  writer.EndObject();
}

void WriteAttribution(Writer& writer, const Decision& decision) {
  writer.Key("attribution").BeginObject().Key("claims").BeginArray();
  for (const Claim& claim : decision.attribution.claims) WriteClaim(writer, claim);
  writer.EndArray();
  writer.Key("confidence").String(ConfidenceName(decision.attribution.confidence));
  writer.Key("note").String(decision.attribution.note).EndObject();
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

void WriteTasks(Writer& writer, const std::vector<Task>& tasks) {
  writer.Key("tasks").BeginArray();
  for (const Task& task : tasks) {
    writer.BeginObject().Key("code").String(task.code).Key("owner");
    WriteTextOrNull(writer, task.owner);
    writer.Key("role").String(task.role).Key("title").String(task.title).Key("due");
    WriteTextOrNull(writer, task.due);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteOutputs(Writer& writer, const Outputs& outputs) {
  writer.Key("outputs").BeginObject().Key("brief").String(outputs.brief);
  writer.Key("qualification").BeginObject();
  writer.Key("fit_tier").String(outputs.qualification.fit_tier);
  writer.Key("summary").String(outputs.qualification.summary).Key("reasons");
  WriteTexts(writer, outputs.qualification.reasons);
  writer.EndObject();
  WriteTasks(writer, outputs.tasks);
  writer.Key("flags");
  WriteTexts(writer, outputs.flags);
  writer.Key("feedback_draft").BeginObject().Key("state").String("held");
  writer.Key("text").String(outputs.feedback_draft).EndObject();
  writer.Key("partner_status").String(outputs.partner_status);
  writer.Key("manager_update").String(outputs.manager_update);
  writer.Key("reward").BeginObject().Key("status").String(outputs.reward_status);
  writer.Key("note").String(outputs.reward_note).EndObject();
  writer.Key("tracking").Raw(outputs.tracking_json).EndObject();
}

void WriteEvents(Writer& writer, const std::vector<Event>& events) {
  writer.Key("events").BeginArray();
  for (const Event& event : events) {
    writer.BeginObject().Key("code").String(event.code).Key("at").String(event.at);
    writer.Key("attributes").Raw(event.json).EndObject();
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
  Writer writer(&out);
  writer.BeginObject();
  WriteHead(writer, decision);
  writer.Key("findings").BeginArray();
  for (const Finding& finding : decision.findings) WriteFinding(writer, finding);
  writer.EndArray();
  if (parts.matches) WriteMatches(writer, decision.matches, parts.explanation);
  writer.Key("conflicts").BeginArray();
  for (const Conflict& conflict : decision.conflicts) WriteConflict(writer, conflict);
  writer.EndArray();
  WriteAttribution(writer, decision);
  WriteQuestions(writer, decision.missing);
  WriteRoute(writer, decision.route);
  WriteApprovals(writer, decision.approvals_needed);
  if (parts.outputs) {
    WriteOutputs(writer, decision.outputs);
    WriteEvents(writer, decision.events);
  }
  writer.Key("policy").BeginObject().Key("id").String(decision.policy_id);
  writer.Key("version").String(decision.policy_version);
  writer.Key("hash").String(decision.policy_hash).EndObject();
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
