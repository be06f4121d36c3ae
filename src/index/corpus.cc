// The writer.  A load collects into one builder and is frozen into a segment at its end; segments
// of like size are merged, so that their number stays logarithmic.

#include <algorithm>
#include <optional>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/index/load_places.h"
#include "src/index/snapshot.h"
#include "src/index/snapshot_state.h"
#include "src/intake/mapping/export_reader.h"
#include "src/intake/ndjson.h"
#include "src/intake/parse_record.h"

namespace referee {
namespace {

// A segment is merged with its successor while it is less than this many times as large.
constexpr std::size_t kTierFactor = 4;
constexpr std::size_t kLinesPerPoll = 256;

bool IsDirectory(RecordType type) {
  return type == RecordType::kPartner || type == RecordType::kUser ||
         type == RecordType::kTerritory;
}

template <typename T>
std::shared_ptr<const std::vector<std::shared_ptr<const T>>> ReadDirectory(const Snapshot& snapshot,
                                                                           RecordType type) {
  auto list = std::make_shared<std::vector<std::shared_ptr<const T>>>();
  for (const RecordNo record : snapshot.AllOf(type)) {
    list->push_back(std::make_shared<const T>(std::get<T>(snapshot.RecordAt(record))));
  }
  return list;
}

}  // namespace

struct Corpus::State {
  std::shared_ptr<const TableOverrides> tables;  // Outlives the builders.
  std::vector<LiveSegment> segments;
  bool directories_changed = false;
  std::shared_ptr<const Snapshot::State> published = std::make_shared<const Snapshot::State>();
  json::Parser parser;

  // The load that is under way.
  SegmentBuilder builder;
  LoadPlaces places;  // Of the records of this load.
  bool in_load = false;
  mapping::ExportReader exports;
  Limits export_limits;

  absl::Status ReadLine(std::string_view file, std::size_t line, std::string_view text,
                        const Limits& limits, UnknownMembers* unknown);
  absl::Status ReadLines(std::string_view file, std::string_view bytes, const CallContext& call,
                         UnknownMembers* unknown);
  void AddSegment(std::shared_ptr<const Segment> segment);
  // A live record: the position of its segment and its number there.
  using Place = std::pair<std::size_t, std::uint32_t>;
  std::optional<Place> Find(RecordType type, std::string_view id) const;
  void Remove(const std::vector<Place>& all);
  void RemoveReplaced(const Segment& by);
  void MergeTiers();
  void Renumber();
  absl::Status ReadExports();
  absl::Status FinishLoad();
  void DropLoad();
};

absl::Status Corpus::State::ReadLine(std::string_view file, std::size_t line, std::string_view text,
                                     const Limits& limits, UnknownMembers* unknown) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(text, limits));
  const absl::StatusOr<Record> parsed = ParseRecord(*node, unknown);  // Large: not moved.
  if (!parsed.ok()) return parsed.status();
  const Record& record = *parsed;
  const std::optional<std::string> earlier =
      places.Add(builder.draft(), TypeOf(record), IdOf(record), file, line);
  if (earlier.has_value()) {
    return InsideOf("id", absl::AlreadyExistsError(
                              "the same type and id stand in this load already, at " + *earlier));
  }
  builder.Add(record, text);
  return absl::OkStatus();
}

absl::Status Corpus::State::ReadLines(std::string_view file, std::string_view bytes,
                                      const CallContext& call, UnknownMembers* unknown) {
  NdjsonLines lines(bytes);
  std::size_t read = 0;
  while (lines.Next()) {
    REFEREE_RETURN_IF_ERROR(AtLine(
        file, lines.number(), ReadLine(file, lines.number(), lines.text(), call.limits, unknown)));
    if (++read % kLinesPerPoll == 0) {
      REFEREE_RETURN_IF_ERROR(call.Poll());
      const auto done = static_cast<std::uint64_t>(lines.text().data() - bytes.data());
      if (call.progress) call.progress(done, bytes.size());
    }
  }
  return absl::OkStatus();
}

void Corpus::State::Renumber() {
  RecordNo base = 0;
  for (LiveSegment& segment : segments) {
    segment.base = base;
    base += static_cast<RecordNo>(segment.segment->size());
  }
}

void Corpus::State::AddSegment(std::shared_ptr<const Segment> segment) {
  if (segment->size() == 0) return;
  for (const RecordType type : segment->types) {
    directories_changed = directories_changed || IsDirectory(type);
  }
  LiveSegment live;
  live.segment = std::move(segment);
  segments.push_back(std::move(live));
  MergeTiers();
  Renumber();
}

void Corpus::State::MergeTiers() {
  static const auto& none = *new Removals();
  while (segments.size() > 1) {
    LiveSegment& last = segments[segments.size() - 1];
    LiveSegment& before = segments[segments.size() - 2];
    if (before.segment->size() >= kTierFactor * last.segment->size()) return;
    LiveSegment merged;
    merged.segment =
        MergeSegments(*before.segment, before.removed != nullptr ? *before.removed : none,
                      *last.segment, last.removed != nullptr ? *last.removed : none);
    segments.pop_back();
    segments.back() = std::move(merged);
  }
}

std::optional<Corpus::State::Place> Corpus::State::Find(RecordType type,
                                                        std::string_view id) const {
  const std::uint64_t key = IdentityKey(type, id);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = *segments[i].segment;
    for (const std::uint32_t local : segment.index.Find(key)) {
      const bool is_it = segment.types[local] == type && segment.ids.At(local) == id;
      if (is_it && segments[i].IsLive(local)) return Place(i, local);
    }
  }
  return std::nullopt;
}

// All at once: published snapshots keep the old list of removals, so each segment's is copied.
void Corpus::State::Remove(const std::vector<Place>& all) {
  std::vector<std::vector<std::uint32_t>> gone(segments.size());
  for (const auto& [segment, local] : all) {
    gone[segment].push_back(local);
    directories_changed =
        directories_changed || IsDirectory(segments[segment].segment->types[local]);
  }
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (gone[i].empty()) continue;
    segments[i].removed = Removals::Add(segments[i].removed.get(), *segments[i].segment, gone[i]);
  }
}

void Corpus::State::RemoveReplaced(const Segment& by) {
  if (segments.empty()) return;
  std::vector<Place> replaced;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const auto place = Find(by.types[i], by.ids.At(i));
    if (place.has_value()) replaced.push_back(*place);
  }
  Remove(replaced);
}

absl::Status Corpus::State::ReadExports() {
  REFEREE_ASSIGN_OR_RETURN(const std::vector<mapping::MappedRecord> records, exports.Take());
  for (const mapping::MappedRecord& record : records) {
    REFEREE_RETURN_IF_ERROR(
        AtLine(record.file, record.line,
               ReadLine(record.file, record.line, record.json, export_limits, nullptr)));
  }
  return absl::OkStatus();
}

absl::Status Corpus::State::FinishLoad() {
  if (absl::Status status = ReadExports(); !status.ok()) {
    DropLoad();
    return status;
  }
  RemoveReplaced(builder.draft());
  AddSegment(builder.Finish());
  DropLoad();
  return absl::OkStatus();
}

void Corpus::State::DropLoad() {
  exports.Clear();
  builder = SegmentBuilder(tables.get());
  places = {};
  in_load = false;
}

Corpus::Corpus() : state_(std::make_unique<State>()) {}
Corpus::~Corpus() = default;
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;

absl::Status Corpus::LoadNdjson(std::string_view file, std::string_view bytes,
                                const CallContext& call,
                                std::vector<std::string>* unknown_members) {
  const bool alone = !state_->in_load;
  // Until the end, so that an exception leaves no half of a load behind.
  struct Dropper {
    State* state;
    ~Dropper() {
      if (state != nullptr) state->DropLoad();
    }
  } dropper{state_.get()};
  UnknownMembers unknown;
  REFEREE_RETURN_IF_ERROR(
      state_->ReadLines(file, bytes, call, unknown_members != nullptr ? &unknown : nullptr));
  if (unknown_members != nullptr) {
    unknown_members->insert(unknown_members->end(), unknown.begin(), unknown.end());
  }
  if (alone) REFEREE_RETURN_IF_ERROR(state_->FinishLoad());
  dropper.state = nullptr;
  return absl::OkStatus();
}

absl::Status Corpus::LoadCsv(std::string_view map, std::string_view file, std::string_view bytes,
                             const CallContext& call) {
  const bool alone = !state_->in_load;
  state_->export_limits = call.limits;
  if (absl::Status status = state_->exports.Read(map, file, bytes, call.limits); !status.ok()) {
    state_->DropLoad();
    return status;
  }
  return alone ? state_->FinishLoad() : absl::OkStatus();
}

absl::Status Corpus::SetMapping(std::string_view json, const Limits& limits) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, state_->parser.Parse(json, limits));
  auto columns = mapping::ReadCustomColumns(*node);
  if (!columns.ok()) return columns.status();
  state_->exports.AddCustomColumns(std::move(*columns));
  return absl::OkStatus();
}

absl::Status Corpus::SetTables(std::shared_ptr<const TableOverrides> tables) {
  if (state_->in_load || !state_->segments.empty()) {
    return absl::FailedPreconditionError(
        "the corpus holds records already: tables are set before the first load");
  }
  state_->tables = std::move(tables);
  state_->DropLoad();
  return absl::OkStatus();
}

Corpus Corpus::WithTables(const Snapshot& history, std::shared_ptr<const TableOverrides> tables) {
  Corpus corpus;
  corpus.state_->tables = std::move(tables);
  corpus.state_->DropLoad();
  SegmentBuilder builder(corpus.state_->tables.get());
  std::vector<RecordNo> submissions = history.AllOf(RecordType::kSubmission);
  std::sort(submissions.begin(), submissions.end());  // As they came.
  for (const RecordNo record : submissions) {
    builder.Add(history.SubmissionAt(record), history.DocumentAt(record),
                history.HistoryAt(record));
  }
  corpus.state_->AddSegment(builder.Finish());
  return corpus;
}

void Corpus::BeginLoad() {
  state_->DropLoad();
  state_->in_load = true;
}

absl::Status Corpus::EndLoad() {
  if (!state_->in_load) {
    return absl::FailedPreconditionError("no load is under way: it failed or was never begun");
  }
  return state_->FinishLoad();
}

absl::Status Corpus::Upsert(std::string_view json, const CallContext& call) {
  if (state_->in_load) return absl::FailedPreconditionError("a load is under way");
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, state_->parser.Parse(json, call.limits));
  REFEREE_ASSIGN_OR_RETURN(const Record record, ParseRecord(*node, nullptr));
  SegmentBuilder builder(state_->tables.get());
  builder.Add(record, json);
  state_->RemoveReplaced(builder.draft());
  state_->AddSegment(builder.Finish());
  return absl::OkStatus();
}

absl::Status Corpus::AddSubmission(const Submission& submission, std::string_view json,
                                   const HistoryEntry& entry) {
  SegmentBuilder builder(state_->tables.get());
  builder.Add(submission, json, entry);
  state_->AddSegment(builder.Finish());
  return absl::OkStatus();
}

bool Corpus::Remove(RecordType type, std::string_view id) {
  const auto place = state_->Find(type, id);
  if (place.has_value()) state_->Remove({*place});
  return place.has_value();
}

Snapshot Corpus::Publish() {
  auto next = std::make_shared<Snapshot::State>();
  next->segments = state_->segments;
  next->tables = state_->tables;
  for (const LiveSegment& segment : next->segments) {
    next->live += segment.live();
  }
  if (state_->directories_changed) {
    const Snapshot readable(next);
    next->partners = ReadDirectory<Partner>(readable, RecordType::kPartner);
    next->users = ReadDirectory<User>(readable, RecordType::kUser);
    next->territories = ReadDirectory<Territory>(readable, RecordType::kTerritory);
    state_->directories_changed = false;
  } else {
    next->partners = state_->published->partners;
    next->users = state_->published->users;
    next->territories = state_->published->territories;
  }
  state_->published = next;
  return Snapshot(std::move(next));
}

CorpusMemory Corpus::MemoryUsed() const {
  CorpusMemory memory;
  for (const LiveSegment& live : state_->segments) {
    const Segment& segment = *live.segment;
    memory.documents += segment.documents.bytes();
    memory.features +=
        segment.features.bytes() + segment.sketches.capacity() * sizeof(FeatureSketch);
    memory.index += segment.index.bytes() + segment.terms.bytes();
    memory.other += segment.ids.bytes() + segment.types.capacity() * sizeof(RecordType) +
                    segment.last_dates.capacity() * sizeof(segment.last_dates[0]);
  }
  return memory;
}

}  // namespace referee
