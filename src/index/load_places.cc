#include "src/index/load_places.h"

#include <algorithm>

namespace referee {

void LoadPlaces::Grow(const Segment& draft) {
  std::vector<std::uint32_t> slots(std::max<std::size_t>(slots_.size() * 2, 64));
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t number = 0; number < lines_.size(); ++number) {
    std::size_t slot = IdentityKey(draft.types[number], draft.ids.At(number)) & mask;
    while (slots[slot] != 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  slots_ = std::move(slots);
}

std::optional<std::string> LoadPlaces::Add(const Segment& draft, RecordType type,
                                           std::string_view id, std::string_view file,
                                           std::size_t line) {
  if (lines_.size() * 2 >= slots_.size()) Grow(draft);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = IdentityKey(type, id) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t number = slots_[slot] - 1;
    if (draft.types[number] != type || draft.ids.At(number) != id) continue;
    const auto after = std::upper_bound(
        files_.begin(), files_.end(), number,
        [](std::uint32_t wanted, const auto& from) { return wanted < from.first; });
    return std::prev(after)->second + ':' + std::to_string(lines_[number]);
  }
  const auto number = static_cast<std::uint32_t>(lines_.size());
  if (files_.empty() || files_.back().second != file) files_.emplace_back(number, file);
  lines_.push_back(static_cast<std::uint32_t>(line));
  slots_[slot] = number + 1;
  return std::nullopt;
}

}  // namespace referee
