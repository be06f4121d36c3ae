#include "src/match/edit_distance.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "src/match/letters.h"

namespace referee {
namespace {

int BitParallelDistance(const LetterPair& words) {
  // Only the codes that occur are written and read: clearing the whole table would cost more
  // than the comparison of two short words.
  std::array<std::uint64_t, LetterPair::kAlphabet> positions;
  for (int i = 0; i < words.b_size; ++i) positions[words.b[static_cast<std::size_t>(i)]] = 0;
  for (int i = 0; i < words.a_size; ++i) positions[words.a[static_cast<std::size_t>(i)]] = 0;
  for (int i = 0; i < words.a_size; ++i) {
    positions[words.a[static_cast<std::size_t>(i)]] |= std::uint64_t{1} << i;
  }

  std::uint64_t higher = ~std::uint64_t{0};  // Cells one above their upper neighbour.
  std::uint64_t lower = 0;                   // Cells one below it.
  std::uint64_t diagonal = 0;                // Cells equal to their diagonal neighbour.
  std::uint64_t previous = 0;                // Matches of the letter before.
  const std::uint64_t last = std::uint64_t{1} << (words.a_size - 1);
  int distance = words.a_size;
  for (int j = 0; j < words.b_size; ++j) {
    const std::uint64_t matches = positions[words.b[static_cast<std::size_t>(j)]];
    const std::uint64_t swapped = (((~diagonal) & matches) << 1) & previous;
    diagonal = (((matches & higher) + higher) ^ higher) | matches | lower | swapped;
    std::uint64_t right_higher = lower | ~(diagonal | higher);
    std::uint64_t right_lower = diagonal & higher;
    distance += (right_higher & last) != 0 ? 1 : 0;
    distance -= (right_lower & last) != 0 ? 1 : 0;
    right_higher = (right_higher << 1) | 1;
    right_lower <<= 1;
    higher = right_lower | ~(diagonal | right_higher);
    lower = right_higher & diagonal;
    previous = matches;
  }
  return distance;
}

}  // namespace

int EditDistance(std::string_view a, std::string_view b, int limit) {
  if (a == b) return 0;
  LetterPair words;
  if (!words.Assign(a, b)) return limit + 1;
  if (std::abs(words.a_size - words.b_size) > limit) return limit + 1;
  if (words.a_size == 0) return words.b_size <= limit ? words.b_size : limit + 1;
  const int distance = BitParallelDistance(words);
  return distance <= limit ? distance : limit + 1;
}

}  // namespace referee
