#include "src/index/snapshot.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "src/index/record_reader.h"
#include "src/index/snapshot_reads.h"
#include "src/index/snapshot_state.h"

namespace referee {
namespace {

template <typename T>
const T* FindById(const std::vector<std::shared_ptr<const T>>& sorted, std::string_view id) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), id,
                                      [](const std::shared_ptr<const T>& record,
                                         std::string_view wanted) { return record->id < wanted; });
  return found != sorted.end() && (*found)->id == id ? found->get() : nullptr;
}

template <typename T>
const std::vector<T>& OrEmpty(const std::shared_ptr<const std::vector<T>>& list) {
  static const auto& empty = *new std::vector<T>();
  return list != nullptr ? *list : empty;
}

// Which records may point in this way.  Asked beside the key, so that even two keys of one hash
// give nobody a record of a type that is not expected.
bool MayRefer(RecordType type, Reference reference) {
  switch (reference) {
    case Reference::kPersonCompany:
      return type == RecordType::kContact || type == RecordType::kLead;
    case Reference::kAccountParent: return type == RecordType::kAccount;
    case Reference::kOpportunityCompany:
    case Reference::kOpportunityPerson: return type == RecordType::kOpportunity;
    case Reference::kRegistrationCompany:
    case Reference::kRegistrationPartner: return type == RecordType::kDealRegistration;
    case Reference::kTouchPerson:
    case Reference::kTouchCompany: return type == RecordType::kTouch;
    case Reference::kRewardCompany:
    case Reference::kRewardReferral: return type == RecordType::kReward;
    case Reference::kMergeWinner:
    case Reference::kMergeLoser: return type == RecordType::kMerge;
    case Reference::kApprovalReferral: return type == RecordType::kApproval;
    case Reference::kSubmissionReferral:
    case Reference::kSubmissionPartner:
    case Reference::kEvidence: return type == RecordType::kSubmission;
  }
  return false;
}

template <typename T>
void NoteAll(const Snapshot& snapshot, RecordType type,
             const std::vector<std::shared_ptr<const T>>& list) {
  for (const std::shared_ptr<const T>& record : list) snapshot.NoteFound(type, record->id);
}

// Ascending by type and id, submissions by their sequence.  What decides lies anywhere in memory
// and is fetched once for each.
void SortRecords(const Snapshot& snapshot, std::vector<RecordNo>* records) {
  if (records->size() < 2) return;
  using Place = std::tuple<RecordType, std::uint64_t, std::string_view>;
  std::vector<std::pair<Place, RecordNo>> placed;
  placed.reserve(records->size());
  for (const RecordNo record : *records) {
    const RecordType type = snapshot.TypeAt(record);
    placed.emplace_back(type == RecordType::kSubmission
                            ? Place(type, snapshot.HistoryAt(record).sequence, {})
                            : Place(type, 0, snapshot.IdAt(record)),
                        record);
  }
  std::sort(placed.begin(), placed.end());
  for (std::size_t i = 0; i < placed.size(); ++i) (*records)[i] = placed[i].second;
}

}  // namespace

std::pair<const LiveSegment*, std::uint32_t> Snapshot::State::Locate(RecordNo record) const {
  auto after = std::upper_bound(
      segments.begin(), segments.end(), record,
      [](RecordNo wanted, const LiveSegment& segment) { return wanted < segment.base; });
  --after;
  return {&*after, record - after->base};
}

void Snapshot::State::Collect(std::uint64_t key, std::vector<RecordNo>* out) const {
  for (const LiveSegment& segment : segments) {
    for (const std::uint32_t local : segment.segment->index.Find(key)) {
      if (segment.IsLive(local)) out->push_back(segment.base + local);
    }
  }
}

Snapshot::Snapshot() : state_(std::make_shared<const State>()) {}
Snapshot::Snapshot(std::shared_ptr<const State> state) : state_(std::move(state)) {}

const std::shared_ptr<const TableOverrides>& Snapshot::tables() const { return state_->tables; }

std::size_t Snapshot::size() const { return state_->live; }

Snapshot Snapshot::Noting(SnapshotReads* reads) const {
  Snapshot copy = *this;
  copy.reads_ = reads;
  return copy;
}

void Snapshot::Note(RecordNo record) const {
  if (reads_ != nullptr) reads_->Note(record);
}

void Snapshot::NoteFound(RecordType type, std::string_view id) const {
  if (reads_ == nullptr) return;
  const RecordNo record = Locate(type, id);
  if (record != kNoRecord) reads_->Note(record);
}

RecordNo Snapshot::Find(RecordType type, std::string_view id) const {
  const RecordNo record = Locate(type, id);
  if (record != kNoRecord) Note(record);
  return record;
}

RecordNo Snapshot::Locate(RecordType type, std::string_view id) const {
  std::vector<RecordNo> found;
  state_->Collect(IdentityKey(type, id), &found);
  for (const RecordNo record : found) {
    // Two ids may share a hash; the text decides.
    if (TypeAt(record) == type && IdAt(record) == id) return record;
  }
  return kNoRecord;
}

RecordType Snapshot::TypeAt(RecordNo record) const {
  Note(record);
  const auto [segment, local] = state_->Locate(record);
  return segment->segment->types[local];
}

std::string_view Snapshot::IdAt(RecordNo record) const {
  Note(record);
  const auto [segment, local] = state_->Locate(record);
  const std::string_view id = segment->segment->ids.At(local);
  // Submissions carry their sequence behind the id they were given.
  return segment->segment->types[local] == RecordType::kSubmission ? id.substr(0, id.rfind('#'))
                                                                   : id;
}

std::string_view Snapshot::DocumentAt(RecordNo record) const {
  Note(record);
  const auto [segment, local] = state_->Locate(record);
  return segment->segment->documents.At(local);
}

Record Snapshot::RecordAt(RecordNo record) const { return RecordReader().Read(*this, record); }

Submission Snapshot::SubmissionAt(RecordNo record) const {
  return RecordReader().ReadSubmission(*this, record);
}

HistoryEntry Snapshot::HistoryAt(RecordNo record) const {
  Note(record);
  const auto [segment, local] = state_->Locate(record);
  const auto& history = segment->segment->history;
  const auto found = std::lower_bound(
      history.begin(), history.end(), local,
      [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
  return found != history.end() && found->first == local ? found->second : HistoryEntry();
}

void Snapshot::FeaturesAt(RecordNo record, Features* features) const {
  Note(record);
  const auto [segment, local] = state_->Locate(record);
  if (!UnpackFeatures(segment->segment->features.At(local), features)) *features = Features();
}

void Snapshot::FeaturesAt(RecordNo record, FeaturesView* features) const {
  Note(record);
  const auto [segment, local] = state_->Locate(record);
  if (!UnpackFeatures(segment->segment->features.At(local), features)) *features = FeaturesView();
}

const FeatureSketch& Snapshot::SketchAt(RecordNo record) const {
  Note(record);
  const auto [segment, local] = state_->Locate(record);
  return segment->segment->sketches[local];
}

void Snapshot::ExpectSketch(RecordNo record) const {
  const auto [segment, local] = state_->Locate(record);
  __builtin_prefetch(&segment->segment->types[local]);
  // It may lie across two lines.
  const auto* sketch = reinterpret_cast<const char*>(&segment->segment->sketches[local]);
  __builtin_prefetch(sketch);
  __builtin_prefetch(sketch + sizeof(FeatureSketch) - 1);
}

void Snapshot::ExpectFeaturesPlace(RecordNo record) const {
  const auto [segment, local] = state_->Locate(record);
  segment->segment->features.ExpectPlace(local);
}

void Snapshot::ExpectFeatures(RecordNo record) const {
  const auto [segment, local] = state_->Locate(record);
  segment->segment->features.ExpectText(local);
}

std::vector<RecordNo> Snapshot::Referring(Reference reference, std::string_view target) const {
  std::vector<RecordNo> found;
  state_->Collect(ReferenceKey(reference, target), &found);
  std::erase_if(found, [&](RecordNo record) { return !MayRefer(TypeAt(record), reference); });
  for (const RecordNo record : found) Note(record);
  SortRecords(*this, &found);
  return found;
}

std::vector<RecordNo> Snapshot::RegistrationsSince(std::string_view partner_id,
                                                   const Instant& since) const {
  std::vector<RecordNo> found;
  state_->Collect(ReferenceKey(Reference::kRegistrationPartner, partner_id), &found);
  // What is left out is not noted as read: nothing depends on it.
  std::erase_if(found, [&](RecordNo record) {
    const auto [segment, local] = state_->Locate(record);
    if (!MayRefer(segment->segment->types[local], Reference::kRegistrationPartner)) return true;
    const auto& dates = segment->segment->last_dates;
    const auto date = std::lower_bound(
        dates.begin(), dates.end(), local,
        [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
    return date != dates.end() && date->first == local && date->second < since.seconds;
  });
  for (const RecordNo record : found) Note(record);
  SortRecords(*this, &found);
  return found;
}

std::vector<RecordNo> Snapshot::AllOf(RecordType type) const {
  std::vector<RecordNo> found;
  for (const LiveSegment& segment : state_->segments) {
    for (std::uint32_t local = 0; local < segment.segment->size(); ++local) {
      if (segment.segment->types[local] == type && segment.IsLive(local)) {
        found.push_back(segment.base + local);
        Note(segment.base + local);
      }
    }
  }
  SortRecords(*this, &found);
  return found;
}

const std::vector<std::shared_ptr<const Partner>>& Snapshot::partners() const {
  const auto& list = ScanPartners();
  if (reads_ != nullptr) NoteAll(*this, RecordType::kPartner, list);
  return list;
}
const std::vector<std::shared_ptr<const User>>& Snapshot::users() const {
  const auto& list = OrEmpty(state_->users);
  if (reads_ != nullptr) NoteAll(*this, RecordType::kUser, list);
  return list;
}
const std::vector<std::shared_ptr<const Territory>>& Snapshot::territories() const {
  const auto& list = ScanTerritories();
  if (reads_ != nullptr) NoteAll(*this, RecordType::kTerritory, list);
  return list;
}
const std::vector<std::shared_ptr<const Partner>>& Snapshot::ScanPartners() const {
  return OrEmpty(state_->partners);
}
const std::vector<std::shared_ptr<const Territory>>& Snapshot::ScanTerritories() const {
  return OrEmpty(state_->territories);
}
const Partner* Snapshot::FindPartner(std::string_view id) const {
  NoteFound(RecordType::kPartner, id);
  return FindById(ScanPartners(), id);
}
const User* Snapshot::FindUser(std::string_view id) const {
  NoteFound(RecordType::kUser, id);
  return FindById(OrEmpty(state_->users), id);
}
const Territory* Snapshot::FindTerritory(std::string_view id) const {
  NoteFound(RecordType::kTerritory, id);
  return FindById(ScanTerritories(), id);
}

}  // namespace referee
