#include "src/engine/engine.h"

#include <memory>
#include <optional>
#include <utility>

#include "src/attribution/gather.h"
#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/engine/decide.h"
#include "src/engine/replay.h"
#include "src/intake/parse_record.h"
#include "src/match/match_parties.h"
#include "src/normalize/normalize.h"

namespace referee {
namespace {

// The instant that a decision is made for, and its text.
struct AsOf {
  Instant instant;
  std::string text;
};

absl::StatusOr<AsOf> ReadAsOf(const SubmitOptions& options, const Submission& submission) {
  if (!options.as_of.empty()) {
    const auto instant = ParseInstant(options.as_of);
    if (!instant.ok()) return InsideOf("as_of", instant.status());
    return AsOf{*instant, options.as_of};
  }
  if (!submission.received_at.has()) {
    return InsideOf("received_at", Invalid("is required unless an as-of time is given"));
  }
  return AsOf{submission.received_at->instant, submission.received_at->text};
}

}  // namespace

struct Engine::State {
  EngineOptions options;
  Model model = Model::Default();
};

Engine::Engine(std::shared_ptr<const State> state) : state_(std::move(state)) {}

const EngineOptions& Engine::options() const { return state_->options; }

absl::StatusOr<Engine> Engine::Create(const EngineOptions& options) {
  json::WarmUp();
  auto state = std::make_shared<State>();
  state->options = options;
  return Engine(std::move(state));
}

absl::StatusOr<std::shared_ptr<const StoredAnswer>> Engine::Submit(
    const Policy& policy, const Snapshot& records, Store& store, std::string_view json,
    const SubmitOptions& options, const CallContext& call) const {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* document, parser.Parse(json, call.limits));
  REFEREE_ASSIGN_OR_RETURN(Submission submission, ParseSubmission(*document, nullptr));
  REFEREE_ASSIGN_OR_RETURN(const AsOf as_of, ReadAsOf(options, submission));
  JournalEntry entry;
  entry.at = as_of.text;
  entry.input = json;
  json::AppendCanonical(*document, entry.content);
  if (submission.idempotency_key.has()) entry.key = *submission.idempotency_key;

  REFEREE_ASSIGN_OR_RETURN(const std::unique_ptr<Session> session,
                           store.Begin(options.tenant, call));
  REFEREE_ASSIGN_OR_RETURN(std::shared_ptr<const StoredAnswer> earlier,
                           session->FindKey(entry.kind, entry.key, entry.content));
  if (earlier != nullptr) return earlier;

  session->UseTables(records.tables());
  GatherInput input;
  input.tenant = options.tenant;
  Recorder recorder;
  const bool keeps_frames = store.KeepsFrames();
  input.records = keeps_frames ? records.Noting(&recorder.records) : records;
  input.history = keeps_frames ? session->History().Noting(&recorder.history) : session->History();
  if (keeps_frames) input.trace = &recorder.trace;
  input.submission = std::move(submission);
  input.sequence = session->NextSequence();
  input.as_of = as_of.instant;
  input.as_of_text = as_of.text;
  input.model = &state_->model;
  input.parameters = &policy.parameters();
  REFEREE_ASSIGN_OR_RETURN(Case the_case, GatherCase(std::move(input), call));
  REFEREE_ASSIGN_OR_RETURN(const std::optional<Referral> referral,
                           session->FindReferral(the_case.referral_id));
  entry.decision = Decide(policy, &the_case, referral, options.parts, &entry.referral);
  entry.output = DecisionJson(entry.decision, options.parts);

  REFEREE_RETURN_IF_ERROR(call.Poll());
  entry.submission = &the_case.submission;
  entry.place = {the_case.referral_id, the_case.sequence, the_case.receipt};
  entry.users = &records.users();
  if (keeps_frames) {
    entry.frame = FrameOf(recorder, records, session->History(), referral, options.parts);
  }
  entry.policy_hash = policy.hash();
  entry.policy_document = policy.document();
  if (const TableOverrides* tables = records.tables().get()) {
    entry.tables_hash = tables->hash;
    entry.tables_document = tables->document;
  }
  return session->Commit(std::move(entry));
}

absl::StatusOr<referee::Replay> Engine::Replay(Store& store, std::string_view tenant,
                                               std::uint64_t entry, const CallContext& call) const {
  return ReplayEntry(state_->model, store, tenant, entry, call);
}

absl::StatusOr<std::string> Engine::Match(const Policy& policy, const Snapshot& records,
                                          std::string_view json, const CallContext& call) const {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* document, parser.Parse(json, call.limits));
  const json::Node* type = document->Find("type");
  const json::Node* id = document->Find("id");
  Features features;
  if (type != nullptr && type->kind == json::Kind::kString && type->text == "submission") {
    REFEREE_ASSIGN_OR_RETURN(const Submission submission, ParseSubmission(*document, nullptr));
    features = NormalizeSubmission(submission, records.tables().get());
  } else {
    REFEREE_ASSIGN_OR_RETURN(const Record record, ParseRecord(*document, nullptr));
    features = NormalizeRecord(record, {}, records.tables().get());
  }
  MatchOptions options;
  options.same_match = policy.parameters().same_match;
  options.possible_match = policy.parameters().possible_match;
  REFEREE_ASSIGN_OR_RETURN(const MatchResult result,
                           MatchParties(state_->model, records, features, options, call));
  return MatchesJson(id->text, result.matches, result.truncated);
}

}  // namespace referee
