#include "src/attribution/duration_words.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace referee {
namespace {

struct Unit {
  std::int64_t seconds;
  std::string_view name;
};

constexpr std::array<Unit, 4> kUnits = {{{86400, "d"}, {3600, "h"}, {60, "min"}, {1, "s"}}};

}  // namespace

std::string InWords(std::int64_t seconds) {
  std::int64_t rest = seconds < 0 ? -seconds : seconds;
  if (rest == 0) return "0 s";
  std::size_t largest = 0;
  while (rest < kUnits[largest].seconds) ++largest;
  const std::size_t smallest = largest + 1 < kUnits.size() ? largest + 1 : largest;
  const std::int64_t unit = kUnits[smallest].seconds;
  rest = (rest + unit - 1) / unit * unit;
  std::string words;
  for (std::size_t i = largest; i <= smallest; ++i) {
    const std::int64_t count = rest / kUnits[i].seconds;
    rest %= kUnits[i].seconds;
    if (count == 0) continue;
    if (!words.empty()) words += ' ';
    words += std::to_string(count);
    words += ' ';
    words += kUnits[i].name;
  }
  return words;
}

}  // namespace referee
