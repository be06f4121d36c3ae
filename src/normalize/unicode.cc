#include "src/normalize/unicode.h"

#include <utf8proc.h>

#include <array>

#include "src/base/text.h"
#include "src/normalize/tables/tables.h"

namespace referee {
namespace {

constexpr auto kFolding =
    static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                   UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);

// What an ASCII character folds to: a small letter, itself, or a blank.
constexpr std::array<char, 128> kFoldedAscii = [] {
  std::array<char, 128> folded{};
  for (std::size_t c = 0; c < folded.size(); ++c) {
    const bool is_blank = c <= 0x20 || c == 0x7F;
    const bool is_capital = c >= 'A' && c <= 'Z';
    folded[c] = static_cast<char>(is_blank ? ' ' : is_capital ? c - 'A' + 'a' : c);
  }
  return folded;
}();

// Folds ASCII, which most text is; false, and nothing of use in `out`, for other text.
bool FoldAscii(std::string_view text, std::string& out) {
  out.resize(text.size());
  std::size_t size = 0;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    const char folded = kFoldedAscii[static_cast<unsigned char>(c)];
    if (folded == ' ' && (size == 0 || out[size - 1] == ' ')) continue;
    out[size++] = folded;
  }
  out.resize(size);
  return true;
}

// Appends one folded character; every kind of blank or control is one blank, and none at the start.
void AppendFolded(char32_t c, std::string& out) {
  const bool is_blank = c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x3000;
  if (is_blank) {
    if (!out.empty() && out.back() != ' ') out += ' ';
    return;
  }
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  } else if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4) {
    out += '\'';
  } else if (c >= 0x2010 && c <= 0x2015) {
    out += '-';
  } else if (const std::string_view ascii = tables::LetterAsAscii(c); !ascii.empty()) {
    out += ascii;
  } else {
    AppendUtf8(c, out);
  }
}

// Length of the valid prefix of `text`, so that broken bytes can be skipped one by one.
std::size_t ValidPrefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t c = -1;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                         static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    if (length <= 0 || c < 0) break;
    at += static_cast<std::size_t>(length);
  }
  return at;
}

void FoldValid(std::string_view text, std::string& out) {
  std::array<utf8proc_int32_t, 256> small;
  std::vector<utf8proc_int32_t> large;
  utf8proc_int32_t* points = small.data();
  auto room = static_cast<utf8proc_ssize_t>(small.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  utf8proc_ssize_t count = utf8proc_decompose(bytes, size, points, room, kFolding);
  if (count > room) {
    large.resize(static_cast<std::size_t>(count));
    points = large.data();
    room = count;
    count = utf8proc_decompose(bytes, size, points, room, kFolding);
  }
  if (count < 0) return;
  // Hangul and the like are composed again; what had marks has lost them.
  count = utf8proc_normalize_utf32(
      points, count, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  for (utf8proc_ssize_t i = 0; i < count; ++i) AppendFolded(static_cast<char32_t>(points[i]), out);
}

enum class CharClass : char {
  kBreak,  // Between words.
  kWord,
  kSign,     // A word of its own: & and +.
  kNothing,  // Points and apostrophes, inside of words.
};

constexpr std::array<CharClass, 256> kCharClasses = [] {
  std::array<CharClass, 256> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    if (is_letter || (c >= '0' && c <= '9')) classes[c] = CharClass::kWord;
  }
  classes['&'] = classes['+'] = CharClass::kSign;
  classes['.'] = classes['\''] = CharClass::kNothing;
  return classes;
}();

CharClass ClassOf(char c) { return kCharClasses[static_cast<unsigned char>(c)]; }

}  // namespace

std::string Fold(std::string_view text) {
  std::string out;
  if (!FoldAscii(text, out)) {
    out.clear();
    while (!text.empty()) {
      const std::size_t valid = ValidPrefix(text);
      FoldValid(text.substr(0, valid), out);
      text.remove_prefix(valid < text.size() ? valid + 1 : valid);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> Words(std::string_view folded) {
  constexpr std::size_t kUsual = 4;
  std::vector<std::string> words;
  words.reserve(kUsual);
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && ClassOf(folded[end]) == CharClass::kWord) ++end;
    word.append(folded.substr(at, end - at));
    at = end;
    if (at == folded.size()) break;
    const char c = folded[at++];
    switch (ClassOf(c)) {
      case CharClass::kSign:
        finish();
        words.emplace_back(1, c);
        break;
      case CharClass::kBreak: finish(); break;
      default: break;
    }
  }
  finish();
  return words;
}

std::string Alphanumeric(std::string_view text) {
  std::string out;
  for (const char c : Fold(text)) {
    if (IsAsciiLetter(c)) {
      out += static_cast<char>(c - 'a' + 'A');
    } else if (IsAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80) {
      out += c;
    }
  }
  return out;
}

std::string JoinWords(const std::vector<std::string>& words) { return Join(words, " "); }

}  // namespace referee
