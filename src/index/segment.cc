#include "src/index/segment.h"

#include "src/normalize/normalize.h"

namespace referee {
namespace {

// Contacts are found as people; their employer has an account of its own.
Features SearchableParties(const Record& record, const TableOverrides* overrides) {
  switch (TypeOf(record)) {
    case RecordType::kAccount:
    case RecordType::kContact:
    case RecordType::kLead:
    case RecordType::kTouch: return NormalizeRecord(record, {}, overrides);
    default: return {};
  }
}

std::int64_t LastDateOf(const DealRegistration& registration) {
  if (!registration.extensions.get().empty()) return Segment::kNeverPast;
  const Moment* last = nullptr;
  for (const Moment* moment :
       {&registration.submitted_at, &registration.complete_at, &registration.decided_at,
        &registration.window_start, &registration.expires_at, &registration.closed_at}) {
    if (moment->has() && (last == nullptr || (*last)->instant < (*moment)->instant)) last = moment;
  }
  return last == nullptr ? Segment::kNeverPast : (*last)->instant.seconds;
}

// Copies the live records of `from`; returns their new numbers.
std::vector<std::uint32_t> CopyLive(const Segment& from, const Removals& removed, Segment* to) {
  std::vector<std::uint32_t> renumbered(from.size(), PostingIndex::kGone);
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (removed.Has(i)) continue;
    renumbered[i] = static_cast<std::uint32_t>(to->size());
    to->ids.Add(from.ids.At(i));
    to->documents.Add(from.documents.At(i));
    to->features.Add(from.features.At(i));
    to->types.push_back(from.types[i]);
    to->sketches.push_back(from.sketches[i]);
  }
  for (const auto& [number, entry] : from.history) {
    if (renumbered[number] != PostingIndex::kGone) {
      to->history.emplace_back(renumbered[number], entry);
    }
  }
  for (const auto& [number, last] : from.last_dates) {
    if (renumbered[number] != PostingIndex::kGone) {
      to->last_dates.emplace_back(renumbered[number], last);
    }
  }
  return renumbered;
}

void ShrinkPools(Segment* segment) {
  segment->ids.Shrink();
  segment->documents.Shrink();
  segment->features.Shrink();
  segment->types.shrink_to_fit();
  segment->sketches.ShrinkToFit();
}

}  // namespace

SegmentBuilder::SegmentBuilder(const TableOverrides* overrides)
    : overrides_(overrides), segment_(std::make_shared<Segment>()) {}

std::uint32_t SegmentBuilder::AddParts(RecordType type, std::string_view id,
                                       std::string_view document, const Features& parties) {
  const auto number = static_cast<std::uint32_t>(segment_->size());
  segment_->types.push_back(type);
  segment_->ids.Add(id);
  segment_->documents.Add(document);
  packed_.clear();
  const bool has_person = !parties.person.empty();
  const bool has_company = !parties.company.empty();
  if (has_person || has_company) PackFeatures(parties, packed_);
  segment_->features.Add(packed_);
  segment_->sketches.push_back(SketchOf(parties));
  if (has_person) ++segment_->people;
  if (has_company) ++segment_->companies;

  postings_.push_back({IdentityKey(type, id), number});
  for (const std::uint64_t key : references_) postings_.push_back({key, number});
  references_.clear();
  keys_.clear();
  AppendBlockingKeys(parties, &keys_);
  for (const BlockingKey& key : keys_) postings_.push_back({key.hash, number});
  counted_.clear();
  AppendTermKeys(parties, &counted_);
  terms_.Append(counted_.data(), counted_.size());
  return number;
}

std::uint32_t SegmentBuilder::Add(const Record& record, std::string_view document) {
  AppendReferenceKeys(record, &references_);
  const std::uint32_t number =
      AddParts(TypeOf(record), IdOf(record), document, SearchableParties(record, overrides_));
  if (const auto* registration = std::get_if<DealRegistration>(&record)) {
    segment_->last_dates.emplace_back(number, LastDateOf(*registration));
  }
  return number;
}

std::uint32_t SegmentBuilder::Add(const Submission& submission, std::string_view document,
                                  const HistoryEntry& entry) {
  AppendReferenceKeys(submission, entry.referral_id, &references_);
  // Who asks about a submission names it without its sequence.
  references_.push_back(IdentityKey(RecordType::kSubmission, submission.id));
  // Submissions may share their id; the sequence tells them apart.
  const std::string id = submission.id + '#' + std::to_string(entry.sequence);
  const std::uint32_t number =
      AddParts(RecordType::kSubmission, id, document, NormalizeSubmission(submission, overrides_));
  segment_->history.emplace_back(number, entry);
  return number;
}

std::shared_ptr<const Segment> SegmentBuilder::Finish() {
  std::shared_ptr<Segment> segment = std::move(segment_);
  segment->index = PostingIndex(std::move(postings_));
  segment->terms = CountIndex(std::move(terms_));
  ShrinkPools(segment.get());
  *this = SegmentBuilder(overrides_);
  return segment;
}

std::shared_ptr<const Segment> MergeSegments(const Segment& a, const Removals& removed_a,
                                             const Segment& b, const Removals& removed_b) {
  auto merged = std::make_shared<Segment>();
  const std::vector<std::uint32_t> numbers_a = CopyLive(a, removed_a, merged.get());
  const std::vector<std::uint32_t> numbers_b = CopyLive(b, removed_b, merged.get());
  merged->index = PostingIndex::Merge({a.index, numbers_a}, {b.index, numbers_b});
  merged->terms = CountIndex::Sum(removed_a.CountsLeft(a.terms), removed_b.CountsLeft(b.terms));
  merged->people = a.people - removed_a.people() + b.people - removed_b.people();
  merged->companies = a.companies - removed_a.companies() + b.companies - removed_b.companies();
  ShrinkPools(merged.get());
  return merged;
}

}  // namespace referee
