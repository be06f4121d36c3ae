#include "src/attribution/match_trace.h"

#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"

namespace referee {
namespace {

constexpr int kBandCount = 3;

void WriteAspect(json::Writer& writer, std::string_view name, const AspectMatch& aspect) {
  writer.Key(name);
  if (!aspect.compared) {
    writer.Null();
    return;
  }
  // Doubles as they are, not as they are shown: the same value is read back.
  writer.BeginObject().Key("probability").Double(aspect.probability);
  writer.Key("bits").Double(aspect.bits);
  writer.Key("band").Integer(static_cast<std::int64_t>(aspect.band)).Key("fields").BeginArray();
  for (const FieldEvidence& field : aspect.explanation) {
    writer.BeginArray().String(field.field).String(field.level).Double(field.bits).EndArray();
  }
  writer.EndArray().EndObject();
}

absl::Status Damaged() { return absl::DataLossError("is not what was noted of matching"); }

absl::StatusOr<AspectMatch> ReadAspect(const json::Node* node) {
  AspectMatch aspect;
  if (node == nullptr) return Damaged();
  if (node->kind == json::Kind::kNull) return aspect;
  const json::Node* probability = node->Find("probability");
  const json::Node* bits = node->Find("bits");
  const json::Node* band = node->Find("band");
  const json::Node* fields = node->Find("fields");
  if (probability == nullptr || bits == nullptr || band == nullptr || fields == nullptr) {
    return Damaged();
  }
  aspect.compared = true;
  REFEREE_ASSIGN_OR_RETURN(aspect.probability, json::ToDouble(*probability));
  REFEREE_ASSIGN_OR_RETURN(aspect.bits, json::ToDouble(*bits));
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t number, json::ToInteger(*band, 0, kBandCount - 1));
  aspect.band = static_cast<Band>(number);
  for (const json::Node& field : fields->elements) {
    if (field.elements.size() != 3) return Damaged();
    FieldEvidence evidence;
    evidence.field = field.elements[0].text;
    evidence.level = field.elements[1].text;
    REFEREE_ASSIGN_OR_RETURN(evidence.bits, json::ToDouble(field.elements[2]));
    aspect.explanation.push_back(std::move(evidence));
  }
  return aspect;
}

absl::StatusOr<std::pair<Match, std::uint64_t>> ReadMatch(const json::Node& node) {
  const json::Node* type = node.Find("type");
  const json::Node* id = node.Find("id");
  const json::Node* sequence = node.Find("sequence");
  if (type == nullptr || id == nullptr || sequence == nullptr) return Damaged();
  Match match;
  match.id = id->text;
  bool is_known = false;
  for (int i = 0; i < kRecordTypeCount; ++i) {
    if (RecordTypeName(static_cast<RecordType>(i)) != type->text) continue;
    match.type = static_cast<RecordType>(i);
    is_known = true;
  }
  if (!is_known) return Damaged();
  REFEREE_ASSIGN_OR_RETURN(match.person, ReadAspect(node.Find("person")));
  REFEREE_ASSIGN_OR_RETURN(match.company, ReadAspect(node.Find("company")));
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t number, json::ToInteger(*sequence, 0, INT64_MAX));
  return std::pair(std::move(match), static_cast<std::uint64_t>(number));
}

// Submissions are told apart by their sequence: two may carry one id.
RecordNo FindSubmission(const Snapshot& snapshot, std::uint64_t sequence) {
  for (const RecordNo record : snapshot.AllOf(RecordType::kSubmission)) {
    if (snapshot.HistoryAt(record).sequence == sequence) return record;
  }
  return kNoRecord;
}

}  // namespace

void MatchTrace::Note(const Snapshot& snapshot, const MatchResult& result) {
  Noted noted;
  noted.result = result;
  for (const Match& match : result.matches) {
    // Asking the snapshot notes the record as read.
    const bool is_submission = snapshot.TypeAt(match.record) == RecordType::kSubmission;
    noted.sequences.push_back(is_submission ? snapshot.HistoryAt(match.record).sequence : 0);
  }
  results_.push_back(std::move(noted));
}

absl::StatusOr<MatchResult> MatchTrace::NextResult(const Snapshot& snapshot) {
  if (next_result_ == results_.size()) return Damaged();
  Noted& noted = results_[next_result_++];
  MatchResult result = std::move(noted.result);
  for (std::size_t i = 0; i < result.matches.size(); ++i) {
    Match& match = result.matches[i];
    match.record = match.type == RecordType::kSubmission
                       ? FindSubmission(snapshot, noted.sequences[i])
                       : snapshot.Find(match.type, match.id);
    if (match.record == kNoRecord) return Damaged();
  }
  return result;
}

AspectMatch MatchTrace::NextScore() {
  return next_score_ < scores_.size() ? scores_[next_score_++] : AspectMatch();
}

void MatchTrace::AppendTo(json::Writer& writer) const {
  writer.BeginObject().Key("has_history").Bool(has_history_).Key("results").BeginArray();
  for (const Noted& noted : results_) {
    writer.BeginObject().Key("truncated").Bool(noted.result.truncated).Key("matches").BeginArray();
    for (std::size_t i = 0; i < noted.result.matches.size(); ++i) {
      const Match& match = noted.result.matches[i];
      writer.BeginObject().Key("type").String(RecordTypeName(match.type));
      writer.Key("id").String(match.id).Key("sequence");
      writer.Integer(static_cast<std::int64_t>(noted.sequences[i]));
      WriteAspect(writer, "person", match.person);
      WriteAspect(writer, "company", match.company);
      writer.EndObject();
    }
    writer.EndArray().EndObject();
  }
  writer.EndArray().Key("scores").BeginArray();
  for (const AspectMatch& score : scores_) {
    writer.BeginObject();
    WriteAspect(writer, "score", score);
    writer.EndObject();
  }
  writer.EndArray().EndObject();
}

absl::StatusOr<MatchTrace> MatchTrace::FromJson(const json::Node& node) {
  MatchTrace trace;
  trace.answers_ = true;
  const json::Node* has_history = node.Find("has_history");
  const json::Node* results = node.Find("results");
  const json::Node* scores = node.Find("scores");
  if (has_history == nullptr || results == nullptr || scores == nullptr) return Damaged();
  trace.has_history_ = has_history->boolean;
  for (const json::Node& result : results->elements) {
    const json::Node* truncated = result.Find("truncated");
    const json::Node* matches = result.Find("matches");
    if (truncated == nullptr || matches == nullptr) return InsideOf("results", Damaged());
    Noted noted;
    noted.result.truncated = truncated->boolean;
    for (const json::Node& match : matches->elements) {
      auto read = ReadMatch(match);
      if (!read.ok()) return InsideOf("results", read.status());
      noted.result.matches.push_back(std::move(read->first));
      noted.sequences.push_back(read->second);
    }
    trace.results_.push_back(std::move(noted));
  }
  for (const json::Node& score : scores->elements) {
    REFEREE_ASSIGN_OR_RETURN(AspectMatch read, ReadAspect(score.Find("score")));
    trace.scores_.push_back(std::move(read));
  }
  return trace;
}

}  // namespace referee
