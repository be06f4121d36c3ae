#include "src/engine/replay.h"

#include <utility>

#include "src/attribution/gather.h"
#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/engine/decide.h"
#include "src/intake/parse_record.h"
#include "src/normalize/table_overrides.h"
#include "src/output/referral_json.h"
#include "src/policy/policy.h"

namespace referee {
namespace {

// What a frame says besides the texts of records.
struct FrameData {
  MatchTrace trace;
  std::vector<std::uint64_t> history;
  std::optional<Referral> referral;
  DecisionParts parts;
};

absl::Status Damaged(std::string_view member) {
  return InsideOf(member, absl::DataLossError("the frame of the decision is damaged"));
}

absl::StatusOr<std::optional<Referral>> ReadReferral(const json::Node& node) {
  if (node.kind == json::Kind::kNull) return std::optional<Referral>();
  std::string document;
  json::AppendJson(node, document);
  auto referral = ReferralFromJson(document);
  if (!referral.ok()) return Damaged("referral");
  return std::optional<Referral>(std::move(*referral));
}

absl::StatusOr<FrameData> ReadFrame(std::string_view text) {
  json::Parser parser;
  Limits limits;
  // Of our own making: as long as it is.
  limits.max_document_bytes = limits.max_elements = text.size() + 1;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(text, limits));
  for (const std::string_view member : {"parts", "referral", "history", "matching"}) {
    if (node->Find(member) == nullptr) return Damaged(member);
  }
  FrameData data;
  data.parts = {false, false, false, false};
  for (const json::Node& part : node->Find("parts")->elements) {
    data.parts.matches = data.parts.matches || part.text == "matches";
    data.parts.explanation = data.parts.explanation || part.text == "explanation";
    data.parts.counterfactuals = data.parts.counterfactuals || part.text == "counterfactuals";
    data.parts.outputs = data.parts.outputs || part.text == "outputs";
  }
  REFEREE_ASSIGN_OR_RETURN(data.referral, ReadReferral(*node->Find("referral")));
  for (const json::Node& sequence : node->Find("history")->elements) {
    REFEREE_ASSIGN_OR_RETURN(const std::int64_t number, json::ToInteger(sequence, 1, INT64_MAX));
    data.history.push_back(static_cast<std::uint64_t>(number));
  }
  REFEREE_ASSIGN_OR_RETURN(data.trace, MatchTrace::FromJson(*node->Find("matching")));
  return data;
}

absl::StatusOr<Submission> ReadSubmission(std::string_view document) {
  json::Parser parser;
  Limits limits;
  limits.max_document_bytes = document.size() + 1;  // It was accepted once.
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(document, limits));
  return ParseSubmission(*node, nullptr);
}

using Tables = std::shared_ptr<const TableOverrides>;

absl::StatusOr<Tables> TablesOf(std::string_view document) {
  if (document.empty()) return Tables();
  return ReadTableOverrides(document);
}

absl::StatusOr<Snapshot> RecordsOf(const std::vector<std::string>& documents, const Tables& tables,
                                   const CallContext& call) {
  Corpus corpus = Corpus::WithTables(Snapshot(), tables);
  for (const std::string& document : documents) {
    REFEREE_RETURN_IF_ERROR(corpus.Upsert(document, call));
  }
  return corpus.Publish();
}

absl::StatusOr<Snapshot> HistoryOf(Store& store, std::string_view tenant,
                                   const std::vector<std::uint64_t>& sequences,
                                   const Tables& tables, const CallContext& call) {
  Corpus corpus = Corpus::WithTables(Snapshot(), tables);
  for (const std::uint64_t sequence : sequences) {
    REFEREE_ASSIGN_OR_RETURN(const StoredSubmission stored,
                             store.ReadSubmission(tenant, sequence, call));
    REFEREE_ASSIGN_OR_RETURN(const Submission submission, ReadSubmission(stored.document));
    HistoryEntry place = {stored.referral_id, sequence, {}};
    if (submission.received_at.has()) {
      place.receipt = submission.received_at->instant;
    } else {
      REFEREE_ASSIGN_OR_RETURN(place.receipt, ParseInstant(stored.at));
    }
    REFEREE_RETURN_IF_ERROR(corpus.AddSubmission(submission, stored.document, place));
  }
  return corpus.Publish();
}

absl::StatusOr<std::string> DecideAgain(const Model& model, Store& store, std::string_view tenant,
                                        const StoredEntry& stored, const CallContext& call) {
  REFEREE_ASSIGN_OR_RETURN(FrameData data, ReadFrame(stored.frame.text));
  REFEREE_ASSIGN_OR_RETURN(const Policy policy, Policy::FromJson(stored.policy_document));
  REFEREE_ASSIGN_OR_RETURN(const Tables tables, TablesOf(stored.tables_document));
  GatherInput input;
  input.tenant = tenant;
  REFEREE_ASSIGN_OR_RETURN(input.records, RecordsOf(stored.frame.records, tables, call));
  REFEREE_ASSIGN_OR_RETURN(input.history, HistoryOf(store, tenant, data.history, tables, call));
  REFEREE_ASSIGN_OR_RETURN(input.submission, ReadSubmission(stored.input));
  input.sequence = stored.submission;
  input.as_of_text = stored.at;
  REFEREE_ASSIGN_OR_RETURN(input.as_of, ParseInstant(stored.at));
  input.model = &model;
  input.parameters = &policy.parameters();
  input.trace = &data.trace;
  REFEREE_ASSIGN_OR_RETURN(Case the_case, GatherCase(std::move(input), call));
  std::optional<Referral> after;
  return DecisionJson(Decide(policy, &the_case, data.referral, data.parts, &after), data.parts);
}

}  // namespace

Frame FrameOf(const Recorder& recorder, const Snapshot& records, const Snapshot& history,
              const std::optional<Referral>& referral, const DecisionParts& parts) {
  Frame frame;
  json::Writer writer(&frame.text);
  writer.BeginObject().Key("schema").String("referee.frame/1").Key("parts").BeginArray();
  if (parts.matches) writer.String("matches");
  if (parts.explanation) writer.String("explanation");
  if (parts.outputs) writer.String("outputs");
  if (parts.counterfactuals) writer.String("counterfactuals");
  writer.EndArray().Key("referral");
  if (referral.has_value()) {
    writer.Raw(ReferralJson(*referral));
  } else {
    writer.Null();
  }
  writer.Key("history").BeginArray();
  for (const RecordNo record : recorder.history.Records()) {
    writer.Integer(static_cast<std::int64_t>(history.HistoryAt(record).sequence));
  }
  writer.EndArray().Key("matching");
  recorder.trace.AppendTo(writer);
  writer.EndObject();
  for (const RecordNo record : recorder.records.Records()) {
    frame.records.emplace_back(records.DocumentAt(record));
  }
  return frame;
}

absl::StatusOr<Replay> ReplayEntry(const Model& model, Store& store, std::string_view tenant,
                                   std::uint64_t entry, const CallContext& call) {
  REFEREE_ASSIGN_OR_RETURN(const StoredEntry stored, store.ReadEntry(tenant, entry, call));
  Replay replay;
  if (stored.kind != EntryKind::kSubmission) return replay;
  replay.commitment = DigestText(stored.output_commitment);
  replay.outcome = ReplayOutcome::kErased;
  if (stored.is_erased) return replay;
  absl::StatusOr<std::string> decision = DecideAgain(model, store, tenant, stored, call);
  if (!decision.ok() && ErrorCode(decision.status()) == "erased") return replay;
  REFEREE_RETURN_IF_ERROR(decision.status());
  replay.decision = std::move(*decision);
  replay.outcome =
      replay.decision == stored.output ? ReplayOutcome::kSame : ReplayOutcome::kDifferent;
  return replay;
}

std::string ReplayJson(std::uint64_t entry, const Replay& replay) {
  constexpr std::string_view kNames[] = {"none", "same", "different", "erased"};
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.replay/1");
  writer.Key("entry").Integer(static_cast<std::int64_t>(entry));
  writer.Key("outcome").String(kNames[static_cast<std::size_t>(replay.outcome)]);
  writer.Key("commitment");
  if (replay.commitment.empty()) {
    writer.Null();
  } else {
    writer.String(replay.commitment);
  }
  writer.Key("decision");
  if (replay.decision.empty()) {
    writer.Null();
  } else {
    writer.Raw(replay.decision);
  }
  writer.EndObject();
  return out;
}

}  // namespace referee
