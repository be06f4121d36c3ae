#include "src/output/template.h"

#include <algorithm>
#include <cstddef>

namespace referee {
namespace {

// Appends `text` with its slots filled; false when one of them has no value.
bool Fill(std::string_view text, const Slots& slots, std::string* out) {
  bool has_all = true;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] != '{') {
      const std::size_t plain = std::min(text.find('{', i), text.size());
      *out += text.substr(i, plain - i);
      i = plain;
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == '{') {
      *out += '{';
      i += 2;
      continue;
    }
    const std::size_t end = text.find('}', i);
    if (end == std::string_view::npos) {
      *out += text.substr(i);
      break;
    }
    const std::string_view name = text.substr(i + 1, end - i - 1);
    const auto slot = std::find_if(slots.begin(), slots.end(),
                                   [&](const auto& entry) { return entry.first == name; });
    if (slot != slots.end()) *out += slot->second;
    has_all = has_all && slot != slots.end() && !slot->second.empty();
    i = end + 1;
  }
  return has_all;
}

}  // namespace

std::string Render(std::string_view text, const Slots& slots) {
  std::string out;
  // Slots hold more than their names as a rule.
  out.reserve(2 * text.size());
  while (!text.empty()) {
    const std::size_t open = text.find("[[");
    const std::size_t close = open == std::string_view::npos ? open : text.find("]]", open);
    Fill(text.substr(0, close == std::string_view::npos ? close : open), slots, &out);
    if (close == std::string_view::npos) break;
    std::string group;
    if (Fill(text.substr(open + 2, close - open - 2), slots, &group)) out += group;
    text.remove_prefix(close + 2);
  }
  return out;
}

}  // namespace referee
