#include "src/output/template.h"

#include <algorithm>
#include <cstddef>

namespace referee {

std::string Render(std::string_view text, const Slots& slots) {
  std::string out;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] != '{') {
      out += text[i++];
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == '{') {
      out += '{';
      i += 2;
      continue;
    }
    const std::size_t end = text.find('}', i);
    if (end == std::string_view::npos) {
      out += text.substr(i);
      break;
    }
    const std::string_view name = text.substr(i + 1, end - i - 1);
    const auto slot = std::find_if(slots.begin(), slots.end(),
                                   [&](const auto& entry) { return entry.first == name; });
    if (slot != slots.end()) out += slot->second;
    i = end + 1;
  }
  return out;
}

}  // namespace referee
