#include "src/output/outputs_json.h"

#include "src/output/json_parts.h"

namespace referee {
namespace {

using json::Writer;

void WriteQualification(Writer& writer, const Outputs::Qualification& qualification) {
  writer.Key("qualification").BeginObject();
  writer.Key("fit_tier").String(qualification.fit_tier);
  writer.Key("summary").String(qualification.summary).Key("reasons");
  WriteTexts(writer, qualification.reasons);
  writer.Key("speaks_for");
  WriteTexts(writer, qualification.speaks_for);
  writer.Key("speaks_against");
  WriteTexts(writer, qualification.speaks_against);
  writer.EndObject();
}

void WriteTasks(Writer& writer, const std::vector<Task>& tasks) {
  writer.Key("tasks").BeginArray();
  for (const Task& task : tasks) {
    writer.BeginObject().Key("code").String(task.code);
    WriteMember(writer, "owner", task.owner);
    writer.Key("role").String(task.role).Key("title").String(task.title);
    WriteMember(writer, "due", task.due);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteQuestions(Writer& writer, const std::vector<RankedQuestion>& questions) {
  writer.Key("questions").BeginArray();
  for (const RankedQuestion& question : questions) {
    writer.BeginObject().Key("path").String(question.path);
    writer.Key("question").String(question.question);
    WriteMember(writer, "ask", question.ask);
    writer.Key("unlocks");
    WriteTexts(writer, question.unlocks);
    writer.Key("opens").BeginArray();
    for (const Lane lane : question.opens) writer.String(LaneName(lane));
    writer.EndArray().EndObject();
  }
  writer.EndArray();
}

void WritePartnerView(Writer& writer, const PartnerView& view) {
  writer.Key("partner_view").BeginObject();
  WriteMember(writer, "partner_id", view.partner_id);
  writer.Key("status").String(view.status).Key("conflicts").BeginArray();
  for (const DisclosedConflict& conflict : view.conflicts) {
    writer.BeginObject().Key("level").String(conflict.level);
    WriteMember(writer, "kind", conflict.kind);
    WriteMember(writer, "until", conflict.until);
    writer.Key("text").String(conflict.text).EndObject();
  }
  writer.EndArray().Key("questions");
  WriteTexts(writer, view.questions);
  writer.EndObject();
}

void WriteOwnerAlert(Writer& writer, const Outputs::OwnerAlert& alert) {
  writer.Key("owner_alert");
  if (!alert.is_needed) {
    writer.Null();
    return;
  }
  writer.BeginObject().Key("role").String(alert.role);
  WriteMember(writer, "owner", alert.owner);
  writer.Key("text").String(alert.text).EndObject();
}

void WriteSuggestion(Writer& writer, const Outputs& outputs) {
  writer.Key("suggestion").BeginObject();
  writer.Key("fit_tier").String(outputs.qualification.fit_tier);
  WriteMember(writer, "owner", outputs.suggestion.owner);
  writer.Key("next_path").String(outputs.suggestion.next_path);
  writer.Key("text").String(outputs.suggestion.text).EndObject();
}

}  // namespace

void WriteOutputs(Writer& writer, const Decision& decision) {
  const Outputs& outputs = decision.outputs;
  writer.Key("outputs").BeginObject().Key("brief").String(outputs.brief);
  WriteQualification(writer, outputs.qualification);
  writer.Key("acceptance").BeginObject().Key("recommendation");
  writer.String(RecommendationName(decision.recommendation));
  writer.Key("text").String(outputs.acceptance).EndObject();
  WriteTasks(writer, outputs.tasks);
  WriteQuestions(writer, outputs.questions);
  writer.Key("flags");
  WriteTexts(writer, outputs.flags);
  WriteMember(writer, "review_flag", outputs.review_flag);
  writer.Key("feedback_draft").BeginObject().Key("state").String("held");
  writer.Key("text").String(outputs.feedback_draft).EndObject();
  writer.Key("rejection_draft").BeginObject().Key("state").String("held");
  writer.Key("text").String(outputs.rejection_draft).EndObject();
  writer.Key("partner_status").String(outputs.partner_status);
  WritePartnerView(writer, outputs.partner_view);
  writer.Key("manager_update").String(outputs.manager_update);
  WriteOwnerAlert(writer, outputs.owner_alert);
  writer.Key("attribution_note").String(outputs.attribution_note);
  writer.Key("context").BeginObject().Key("customer").String(outputs.context.customer);
  writer.Key("source").String(outputs.context.source).EndObject();
  WriteSuggestion(writer, outputs);
  writer.Key("reward").BeginObject().Key("status").String(outputs.reward_status);
  writer.Key("note").String(outputs.reward_note).EndObject();
  writer.Key("outcome");
  if (outputs.outcome_json.empty()) {
    writer.Null();
  } else {
    writer.Raw(outputs.outcome_json);
  }
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

}  // namespace referee
