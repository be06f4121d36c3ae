#include "bindings/cli/brief.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "bindings/cli/json.h"
#include "bindings/cli/terminal.h"

namespace referee::cli {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kIndent = 4;  // Of what did not fit on a line, at least.

// Code points, near enough to columns for wrapping.
std::size_t WidthOf(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string PaintWord(std::string_view word) {
  const std::string_view bare = word.substr(0, word.find_last_not_of(",:") + 1);
  for (const auto& [known, colour] : {std::pair{"ACCEPT", Colour::kGreen},
                                      {"REJECT", Colour::kRed},
                                      {"NEEDS", Colour::kYellow},
                                      {"MORE", Colour::kYellow},
                                      {"CONTEXT", Colour::kYellow},
                                      {"REVIEW", Colour::kYellow},
                                      {"open", Colour::kGreen},
                                      {"done", Colour::kGreen},
                                      {"held", Colour::kYellow},
                                      {"stopped", Colour::kRed}}) {
    if (bare == known) return Paint(colour, bare) + std::string(word.substr(bare.size()));
  }
  return std::string(word);
}

// Appends one line of the brief, "Label: text", "  - text" or "    text", broken at blanks.  With
// `paints` its states are coloured, as far as the reasons that follow them.
void AppendLine(std::string_view line, bool paints, std::string& out) {
  const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
  out.append(blanks, ' ');
  line.remove_prefix(blanks);
  std::size_t column = blanks;
  if (blanks == 0) {  // A label ends at the first colon.
    const std::string_view label = line.substr(0, std::min(line.find(':'), line.size() - 1) + 1);
    out += Paint(Colour::kBold, label);
    line.remove_prefix(label.size());
    column = WidthOf(label);
  }
  const std::size_t indent = std::max(kIndent, blanks + 2);
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (word.empty()) continue;
    const std::size_t width = WidthOf(word);
    if (column > indent && column + 1 + width > kWidth) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (column > blanks) {
      out += ' ';
      ++column;
    }
    out += paints ? PaintWord(word) : std::string(word);
    column += width;
    const bool is_bullet = column == blanks + 1;
    if (word.ends_with(':') || (word == "-" && !is_bullet)) paints = false;
  }
  out += '\n';
}

}  // namespace

std::string BriefOf(std::string_view decision_json) {
  const std::optional<Json> decision = ParseJson(decision_json);
  if (!decision) return std::string(decision_json) + '\n';
  std::string out = Paint(Colour::kBold, (*decision)["submission_id"].text);
  if (const std::string& referral = (*decision)["referral_id"].text; !referral.empty()) {
    out += Paint(Colour::kDim, "  " + referral);
  }
  out += '\n';
  std::string_view brief = (*decision)["outputs"]["brief"].text;
  bool is_lanes = false;
  while (!brief.empty()) {
    const std::size_t end = std::min(brief.find('\n'), brief.size());
    const std::string_view line = brief.substr(0, end);
    if (!line.starts_with(' ')) is_lanes = line.starts_with("Lanes:");
    if (end > 0) AppendLine(line, is_lanes || line.starts_with("Recommendation:"), out);
    brief.remove_prefix(std::min(end + 1, brief.size()));
  }
  return out;
}

}  // namespace referee::cli
