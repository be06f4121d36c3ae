#include "src/policy/partner_words.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"
#include "src/policy/document_reader.h"
#include "src/policy/look_alike.h"

namespace referee::policy {
namespace {

constexpr std::uint32_t kAnyLetter = (1u << 26) - 1;

constexpr std::string_view kGap = "...";
// The most letters that may stand in a gap: "surely and soon", not the rest of the letter.
constexpr std::size_t kWidestGap = 24;
constexpr std::int64_t kMostSlotLetters = 1000;

bool StartsAt(std::string_view shape, std::size_t at, const std::vector<std::string>& parts) {
  const std::string& first = parts.front();
  if (shape.substr(at, first.size()) != first) return false;
  at += first.size();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view near = shape.substr(at, kWidestGap + parts[i].size());
    const std::size_t found = near.find(parts[i]);
    if (found == std::string_view::npos) return false;
    at += found + parts[i].size();
  }
  return true;
}

std::vector<std::string> PartsOf(std::string_view phrase) {
  std::vector<std::string> parts;
  while (!phrase.empty()) {
    const std::size_t gap = phrase.find(kGap);
    std::string part = ShapeOf(phrase.substr(0, gap), {});
    if (!part.empty()) parts.push_back(std::move(part));
    phrase.remove_prefix(gap == std::string_view::npos ? phrase.size() : gap + kGap.size());
  }
  return parts;
}

// Characters that are not seen or that turn the line around: zero-width, bidirectional controls,
// other controls.  `bytes` starts with the character.
std::size_t InvisibleLength(std::string_view bytes) {
  const auto c = static_cast<unsigned char>(bytes[0]);
  if (c < 0x20 || c == 0x7F) return 1;
  if (c < 0x80) return 0;
  for (const std::string_view mark :
       {"\u00AD", "\u034F", "\u061C", "\u115F", "\u1160", "\u180E", "\u200B", "\u200C", "\u200D",
        "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2060", "\u2061",
        "\u2062", "\u2063", "\u2064", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"}) {
    if (bytes.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool IsLineBreak(std::string_view bytes) {
  return bytes.starts_with("\n") || bytes.starts_with("\r") || bytes.starts_with("\t") ||
         bytes.starts_with("\xC2\x85") || bytes.starts_with("\u2028") ||
         bytes.starts_with("\u2029");
}

// One line without invisible characters and without runs of blanks.
std::string OneLine(std::string_view value) {
  std::string out;
  while (!value.empty()) {
    const bool breaks = IsLineBreak(value);
    if (breaks || value[0] == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      value.remove_prefix(static_cast<unsigned char>(value[0]) == 0xE2   ? 3
                          : static_cast<unsigned char>(value[0]) == 0xC2 ? 2
                                                                         : 1);
      continue;
    }
    if (const std::size_t hidden = InvisibleLength(value); hidden > 0) {
      value.remove_prefix(hidden);
      continue;
    }
    out += value[0];
    value.remove_prefix(1);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t CountCodePoints(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80;
  }));
}

}  // namespace

absl::Status PartnerWords::ReadPhrases(const json::Node& node) {
  REFEREE_ASSIGN_OR_RETURN(const std::vector<std::string> phrases, TextsMember(node, "phrases"));
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    Phrase parts = PartsOf(phrases[i]);
    if (parts.empty()) return InsideOf("phrases", InsideOf(i, Invalid("must have a letter")));
    const std::string& start = parts.front();
    const auto first = static_cast<std::size_t>(start.front() - 'a');
    second_letters_[first] |= start.size() > 1 ? 1u << (start[1] - 'a') : kAnyLetter;
    phrases_[first].push_back(std::move(parts));
  }
  return absl::OkStatus();
}

absl::Status PartnerWords::ReadSlots(const json::Node& node) {
  REFEREE_ASSIGN_OR_RETURN(const json::Node* slots, Member(node, "slots", json::Kind::kObject));
  for (const json::Member& member : slots->members) {
    const auto inside = [&](absl::Status status) {
      return InsideOf("slots", InsideOf(member.name, std::move(status)));
    };
    const auto most = OptionalInteger(member.value, "most_letters", 1, kMostSlotLetters, 0);
    if (!most.ok()) return inside(most.status());
    if (*most == 0) return inside(InsideOf("most_letters", Invalid("is required")));
    auto stand_in = TextMember(member.value, "stand_in");
    if (!stand_in.ok()) return inside(stand_in.status());
    REFEREE_RETURN_IF_ERROR(inside(OnlyMembers(member.value, {"most_letters", "stand_in"})));
    if (Promises(*stand_in)) return inside(InsideOf("stand_in", Invalid("must not promise")));
    slots_.emplace(member.name, SlotRule{static_cast<std::size_t>(*most), std::move(*stand_in)});
  }
  return absl::OkStatus();
}

absl::StatusOr<PartnerWords> PartnerWords::Read(const json::Node& node) {
  PartnerWords words;
  REFEREE_RETURN_IF_ERROR(words.ReadPhrases(node));
  REFEREE_RETURN_IF_ERROR(words.ReadSlots(node));
  REFEREE_ASSIGN_OR_RETURN(words.neutral_, TextMember(node, "neutral"));
  if (words.Promises(words.neutral_)) return InsideOf("neutral", Invalid("must not promise"));
  REFEREE_RETURN_IF_ERROR(OnlyMembers(node, {"phrases", "slots", "neutral"}));
  return words;
}

bool PartnerWords::IsIn(std::string_view shape) const {
  for (std::size_t at = 0; at < shape.size(); ++at) {
    const auto first = static_cast<std::size_t>(shape[at] - 'a');
    const std::uint32_t second = at + 1 < shape.size() ? 1u << (shape[at + 1] - 'a') : kAnyLetter;
    if ((second_letters_[first] & second) == 0) continue;
    for (const Phrase& phrase : phrases_[first]) {
      if (StartsAt(shape, at, phrase)) return true;
    }
  }
  return false;
}

bool PartnerWords::Promises(std::string_view text) const {
  const std::string letters = InLetters(text);
  for (const bool digits : {false, true}) {
    if (digits && !IsReadTwice(letters, {digits, false})) continue;
    for (const bool signs : {false, true}) {
      if (signs && !IsReadTwice(letters, {false, signs})) continue;
      const std::string shape = ShapeOfLetters(letters, {digits, signs});
      if (IsIn(shape)) return true;
      if (shape.find("rn") != std::string::npos && IsIn(WithPairs(shape))) return true;
    }
  }
  return false;
}

std::string PartnerWords::Slot(std::string_view name, std::string_view value) const {
  const auto rule = slots_.find(name);
  if (rule == slots_.end()) return {};
  std::string line = OneLine(value);
  const bool is_fit = !line.empty() && CountCodePoints(line) <= rule->second.most_letters;
  return is_fit && !Promises(line) ? line : rule->second.stand_in;
}

}  // namespace referee::policy
