#include "src/match/jaro_winkler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "src/match/letters.h"

namespace referee {
namespace {

std::uint64_t LowBits(int count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// Letters of b at most this far from their place in a count as common.
int Window(int a_size, int b_size) { return std::max(std::max(a_size, b_size) / 2 - 1, 0); }

struct Common {
  std::uint64_t in_a = 0, in_b = 0;  // Which letters found a partner.
};

Common FindCommon(const LetterPair& words) {
  std::array<std::uint64_t, LetterPair::kAlphabet> positions;
  for (int i = 0; i < words.a_size; ++i) positions[words.a[static_cast<std::size_t>(i)]] = 0;
  for (int i = 0; i < words.b_size; ++i) positions[words.b[static_cast<std::size_t>(i)]] = 0;
  for (int i = 0; i < words.b_size; ++i) {
    positions[words.b[static_cast<std::size_t>(i)]] |= std::uint64_t{1} << i;
  }
  const int window = Window(words.a_size, words.b_size);
  Common common;
  for (int i = 0; i < words.a_size; ++i) {
    const int from = std::max(i - window, 0);
    const std::uint64_t reach = LowBits(i + window + 1) & ~LowBits(from);
    const std::uint64_t free =
        positions[words.a[static_cast<std::size_t>(i)]] & reach & ~common.in_b;
    if (free == 0) continue;
    common.in_b |= free & (~free + 1);
    common.in_a |= std::uint64_t{1} << i;
  }
  return common;
}

int CountOutOfOrder(const LetterPair& words, Common common) {
  int count = 0;
  while (common.in_a != 0) {
    const auto i = static_cast<std::size_t>(std::countr_zero(common.in_a));
    const auto j = static_cast<std::size_t>(std::countr_zero(common.in_b));
    count += words.a[i] != words.b[j] ? 1 : 0;
    common.in_a &= common.in_a - 1;
    common.in_b &= common.in_b - 1;
  }
  return count;
}

int CommonPrefix(const LetterPair& words, int most) {
  int length = 0;
  const int limit = std::min({most, words.a_size, words.b_size});
  while (length < limit &&
         words.a[static_cast<std::size_t>(length)] == words.b[static_cast<std::size_t>(length)]) {
    ++length;
  }
  return length;
}

}  // namespace

double JaroWinkler(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  // Greedy assignment of partners can depend on the side it starts from.
  if (b.size() < a.size() || (b.size() == a.size() && b < a)) std::swap(a, b);
  LetterPair words;
  if (!words.Assign(a, b)) return 0;
  const Common common = FindCommon(words);
  const int matches = std::popcount(common.in_a);
  if (matches == 0) return 0;
  const int swaps = CountOutOfOrder(words, common) / 2;
  const double shares =
      matches / static_cast<double>(words.a_size) + matches / static_cast<double>(words.b_size);
  const double jaro = (shares + (matches - swaps) / static_cast<double>(matches)) / 3.0;
  if (jaro <= 0.7) return jaro;
  return jaro + CommonPrefix(words, 4) * 0.1 * (1.0 - jaro);
}

}  // namespace referee
