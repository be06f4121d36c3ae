#include "src/index/removals.h"

#include <utility>

#include "src/index/keys.h"
#include "src/index/segment.h"
#include "src/normalize/features.h"

namespace referee {

std::shared_ptr<const Removals> Removals::Add(const Removals* earlier, const Segment& segment,
                                              const std::vector<std::uint32_t>& records) {
  auto removals =
      earlier != nullptr ? std::make_shared<Removals>(*earlier) : std::make_shared<Removals>();
  removals->is_gone_.resize(segment.size());
  std::vector<std::uint64_t> terms;
  Features parties;
  for (const std::uint32_t record : records) {
    removals->is_gone_[record] = true;
    ++removals->size_;
    const std::string_view packed = segment.features.At(record);
    if (packed.empty()) continue;
    UnpackFeatures(packed, &parties);
    if (!parties.person.empty()) ++removals->people_;
    if (!parties.company.empty()) ++removals->companies_;
    AppendTermKeys(parties, &terms);
  }
  removals->AddCounts(std::move(terms));
  return removals;
}

void Removals::AddCounts(std::vector<std::uint64_t> terms) {
  if (terms.empty()) return;
  tiers_.push_back(std::make_shared<const CountIndex>(std::move(terms)));
  while (tiers_.size() > 1) {
    const CountIndex& last = *tiers_[tiers_.size() - 1];
    const CountIndex& before = *tiers_[tiers_.size() - 2];
    if (before.size() > 2 * last.size()) return;
    auto sum = std::make_shared<const CountIndex>(CountIndex::Sum(before, last));
    tiers_.pop_back();
    tiers_.back() = std::move(sum);
  }
}

std::uint64_t Removals::Count(std::uint64_t term) const {
  std::uint64_t count = 0;
  for (const auto& tier : tiers_) count += tier->Count(term);
  return count;
}

CountIndex Removals::CountsLeft(const CountIndex& terms) const {
  CountIndex left = terms;
  for (const auto& tier : tiers_) left = CountIndex::Difference(left, *tier);
  return left;
}

}  // namespace referee
