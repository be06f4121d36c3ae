#include "src/attribution/party_records.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "src/attribution/protection.h"
#include "src/index/record_reader.h"

namespace referee {
namespace {

struct Bands {
  Band person = Band::kNone, company = Band::kNone;

  void Raise(const Bands& other) {
    person = std::max(person, other.person);
    company = std::max(company, other.company);
  }
};

// Everything reached so far, by type and id.  Ordered maps give lists in order of id.
class Reached {
 public:
  Reached(ReadRecords read, RecordReader* reader, Case* the_case)
      : case_(*the_case), read_(std::move(read)), reader_(*reader) {}

  void AddMatches(const std::vector<Match>& matches);
  void Follow();
  void MoveToCase();

 private:
  using ById = std::map<std::string, std::pair<Record, Bands>, std::less<>>;

  ById& Of(RecordType type) { return by_type_[static_cast<std::size_t>(type)]; }

  Record Read(RecordNo number);
  // Adds or raises one record.  False when it is dated after receipt.
  bool Add(RecordNo number, const Bands& bands);
  void AddAll(Reference reference, std::string_view target, RecordType type, const Bands& bands);
  void FollowAccount(const std::string& id, Band band);
  void FollowPerson(const std::string& id, const Bands& bands, RecordType type);
  void FollowColleague(const std::string& id, Band company);
  void FollowMerges(RecordType type, const std::string& winner, const Bands& bands);

  template <typename T>
  void MoveInto(RecordType type, std::vector<Known<T>>* list) {
    list->reserve(list->size() + Of(type).size());
    for (auto& [id, entry] : Of(type)) {
      Known<T>& known = list->emplace_back();
      known.record = std::get<T>(std::move(entry.first));
      known.person = entry.second.person;
      known.company = entry.second.company;
    }
  }

  Case& case_;
  ReadRecords read_;
  RecordReader& reader_;
  ById by_type_[kRecordTypeCount];
};

Record Reached::Read(RecordNo number) {
  const auto found = read_.find(number);
  if (found == read_.end()) return reader_.Read(case_.records, number);
  Record record = std::move(found->second);
  read_.erase(found);
  return record;
}

bool Reached::Add(RecordNo number, const Bands& bands) {
  const Snapshot& records = case_.records;
  ById& known = Of(records.TypeAt(number));
  const auto found = known.find(records.IdAt(number));
  if (found != known.end()) {
    found->second.second.Raise(bands);
    return true;
  }
  Record record = Read(number);
  if (IsLaterThan(record, case_.receipt)) return false;
  std::string id = IdOf(record);
  known.emplace(std::move(id), std::pair(std::move(record), bands));
  return true;
}

void Reached::AddMatches(const std::vector<Match>& matches) {
  for (const Match& match : matches) {
    const Bands bands = {match.person.band, match.company.band};
    switch (match.type) {
      case RecordType::kAccount:
        if (bands.company != Band::kNone) Add(match.record, {Band::kNone, bands.company});
        break;
      case RecordType::kContact:
        // A contact of the company who is somebody else belongs to another referral.
        if (bands.person != Band::kNone) Add(match.record, bands);
        break;
      case RecordType::kLead:
      case RecordType::kTouch: Add(match.record, bands); break;
      default: break;
    }
  }
}

void Reached::AddAll(Reference reference, std::string_view target, RecordType type,
                     const Bands& bands) {
  for (const RecordNo record : case_.records.Referring(reference, target)) {
    if (case_.records.TypeAt(record) == type) Add(record, bands);
  }
}

void Reached::FollowAccount(const std::string& id, Band band) {
  const Bands bands = {Band::kNone, band};
  AddAll(Reference::kOpportunityCompany, id, RecordType::kOpportunity, bands);
  AddAll(Reference::kRegistrationCompany, id, RecordType::kDealRegistration, bands);
  AddAll(Reference::kTouchCompany, id, RecordType::kTouch, bands);
  AddAll(Reference::kRewardCompany, id, RecordType::kReward, bands);
  FollowMerges(RecordType::kAccount, id, bands);
  for (const RecordNo person : case_.records.Referring(Reference::kPersonCompany, id)) {
    if (case_.records.TypeAt(person) == RecordType::kLead) Add(person, bands);
    FollowColleague(std::string(case_.records.IdAt(person)), band);
  }
}

// What a colleague touched concerns the company, not the person.
void Reached::FollowColleague(const std::string& id, Band company) {
  AddAll(Reference::kTouchPerson, id, RecordType::kTouch, {Band::kNone, company});
}

void Reached::FollowPerson(const std::string& id, const Bands& bands, RecordType type) {
  for (const RecordNo number : case_.records.Referring(Reference::kOpportunityPerson, id)) {
    if (bands.person == Band::kNone) break;
    // The company of an opportunity is its company_id; only without one the person stands for it.
    Record record = Read(number);
    const bool has_company = std::get<Opportunity>(record).company_id.has();
    read_.insert_or_assign(number, std::move(record));
    Add(number, {bands.person, has_company ? Band::kNone : bands.person});
  }
  AddAll(Reference::kTouchPerson, id, RecordType::kTouch, {bands.person, bands.company});
  FollowMerges(type, id, bands);
}

// A loser may itself have won an earlier merge; the map of what is known ends a cycle.
void Reached::FollowMerges(RecordType type, const std::string& winner, const Bands& bands) {
  std::vector<std::string> winners = {winner};
  std::vector<RecordNo> seen;
  while (!winners.empty()) {
    const std::string id = std::move(winners.back());
    winners.pop_back();
    for (const RecordNo number : case_.records.Referring(Reference::kMergeWinner, id)) {
      if (std::find(seen.begin(), seen.end(), number) != seen.end()) continue;
      const Record record = reader_.Read(case_.records, number);
      const Merge& merge = std::get<Merge>(record);
      if (merge.of.get() != RecordTypeName(type) || !Add(number, bands)) continue;
      seen.push_back(number);
      if (merge.loser->id.has()) winners.push_back(*merge.loser->id);
    }
  }
}

void Reached::Follow() {
  for (const auto& [id, entry] : Of(RecordType::kAccount)) {
    FollowAccount(id, entry.second.company);
  }
  for (const RecordType type : {RecordType::kContact, RecordType::kLead}) {
    for (const auto& [id, entry] : Of(type)) FollowPerson(id, entry.second, type);
  }
}

void Reached::MoveToCase() {
  MoveInto(RecordType::kAccount, &case_.accounts);
  MoveInto(RecordType::kContact, &case_.contacts);
  MoveInto(RecordType::kLead, &case_.leads);
  MoveInto(RecordType::kOpportunity, &case_.opportunities);
  MoveInto(RecordType::kDealRegistration, &case_.registrations);
  MoveInto(RecordType::kTouch, &case_.touches);
  MoveInto(RecordType::kReward, &case_.rewards);
  MoveInto(RecordType::kMerge, &case_.merges);
}

// The instant since when a record of each type exists; null when it has none.
struct ExistsSince {
  const Time* operator()(const Account& record) const { return Of(record.created_at); }
  const Time* operator()(const Contact& record) const { return Of(record.created_at); }
  const Time* operator()(const Lead& record) const { return Of(record.created_at); }
  const Time* operator()(const Opportunity& record) const { return Of(record.created_at); }
  const Time* operator()(const DealRegistration& record) const { return ReceiptOf(record); }
  const Time* operator()(const Touch& record) const { return Of(record.at); }
  const Time* operator()(const Reward& record) const { return Of(record.at); }
  const Time* operator()(const Merge& record) const { return Of(record.at); }
  template <typename Other>
  const Time* operator()(const Other&) const {
    return nullptr;
  }

 private:
  static const Time* Of(const Moment& moment) { return moment.has() ? &moment.get() : nullptr; }
};

}  // namespace

bool IsLaterThan(const Record& record, const Instant& receipt) {
  const Time* since = std::visit(ExistsSince(), record);
  return since != nullptr && since->instant > receipt;
}

void CollectPartyRecords(const std::vector<Match>& matches, ReadRecords read, RecordReader* reader,
                         Case* the_case) {
  Reached reached(std::move(read), reader, the_case);
  reached.AddMatches(matches);
  reached.Follow();
  reached.MoveToCase();
}

}  // namespace referee
