#include "src/policy/look_alike.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "src/base/text.h"
#include "src/normalize/unicode.h"

namespace referee::policy {
namespace {

struct Alike {
  char32_t letter;
  char latin;
};

// Letters of other scripts that a reader takes for a Latin one, and phonetic letters and small
// capitals that compatibility folding leaves as they are.  Chosen by hand for reading, in the
// spirit of Unicode Technical Standard 39; ascending.
constexpr Alike kAlike[] = {
    {0x00D8, 'o'}, {0x00F8, 'o'}, {0x00FE, 'p'}, {0x0111, 'd'}, {0x0127, 'h'}, {0x0131, 'i'},
    {0x0142, 'l'}, {0x014B, 'n'}, {0x0167, 't'}, {0x0180, 'b'}, {0x019A, 'l'}, {0x01BF, 'p'},
    {0x01C0, 'l'}, {0x01DD, 'e'}, {0x0250, 'a'}, {0x0251, 'a'}, {0x0254, 'o'}, {0x0259, 'e'},
    {0x025B, 'e'}, {0x0261, 'g'}, {0x0262, 'g'}, {0x0265, 'h'}, {0x0269, 'i'}, {0x026A, 'i'},
    {0x026F, 'w'}, {0x0272, 'n'}, {0x0273, 'n'}, {0x0274, 'n'}, {0x0279, 'r'}, {0x027C, 'r'},
    {0x027E, 'r'}, {0x0280, 'r'}, {0x0283, 's'}, {0x0287, 't'}, {0x0288, 't'}, {0x028B, 'u'},
    {0x028C, 'v'}, {0x028D, 'm'}, {0x028E, 'y'}, {0x028F, 'y'}, {0x0290, 'z'}, {0x0292, 'z'},
    {0x0299, 'b'}, {0x029C, 'h'}, {0x029E, 'k'}, {0x029F, 'l'}, {0x0390, 'i'}, {0x0391, 'a'},
    {0x0392, 'b'}, {0x0395, 'e'}, {0x0396, 'z'}, {0x0397, 'h'}, {0x0398, 'o'}, {0x0399, 'i'},
    {0x039A, 'k'}, {0x039C, 'm'}, {0x039D, 'n'}, {0x039F, 'o'}, {0x03A1, 'p'}, {0x03A3, 'e'},
    {0x03A4, 't'}, {0x03A5, 'y'}, {0x03A6, 'o'}, {0x03A7, 'x'}, {0x03B1, 'a'}, {0x03B2, 'b'},
    {0x03B3, 'y'}, {0x03B4, 'd'}, {0x03B5, 'e'}, {0x03B6, 'z'}, {0x03B7, 'n'}, {0x03B8, 'o'},
    {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BB, 'l'}, {0x03BC, 'u'}, {0x03BD, 'v'}, {0x03BE, 'e'},
    {0x03BF, 'o'}, {0x03C0, 'n'}, {0x03C1, 'p'}, {0x03C2, 'c'}, {0x03C3, 'o'}, {0x03C4, 't'},
    {0x03C5, 'u'}, {0x03C6, 'o'}, {0x03C7, 'x'}, {0x03C8, 'w'}, {0x03C9, 'w'}, {0x03CA, 'i'},
    {0x03F2, 'c'}, {0x03F3, 'j'}, {0x03F8, 'p'}, {0x03F9, 'c'}, {0x0401, 'e'}, {0x0404, 'e'},
    {0x0405, 's'}, {0x0406, 'i'}, {0x0407, 'i'}, {0x0408, 'j'}, {0x040E, 'y'}, {0x0410, 'a'},
    {0x0411, 'b'}, {0x0412, 'b'}, {0x0413, 'r'}, {0x0414, 'd'}, {0x0415, 'e'}, {0x0416, 'x'},
    {0x0417, 'e'}, {0x0418, 'u'}, {0x041A, 'k'}, {0x041C, 'm'}, {0x041D, 'h'}, {0x041E, 'o'},
    {0x041F, 'n'}, {0x0420, 'p'}, {0x0421, 'c'}, {0x0422, 't'}, {0x0423, 'y'}, {0x0425, 'x'},
    {0x0426, 'u'}, {0x0427, 'y'}, {0x0428, 'w'}, {0x0429, 'w'}, {0x042A, 'b'}, {0x042C, 'b'},
    {0x042D, 'e'}, {0x042F, 'r'}, {0x0430, 'a'}, {0x0431, 'b'}, {0x0432, 'b'}, {0x0433, 'r'},
    {0x0434, 'd'}, {0x0435, 'e'}, {0x0436, 'x'}, {0x0437, 'e'}, {0x0438, 'u'}, {0x043A, 'k'},
    {0x043C, 'm'}, {0x043D, 'h'}, {0x043E, 'o'}, {0x043F, 'n'}, {0x0440, 'p'}, {0x0441, 'c'},
    {0x0442, 't'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0446, 'u'}, {0x0447, 'y'}, {0x0448, 'w'},
    {0x0449, 'w'}, {0x044A, 'b'}, {0x044C, 'b'}, {0x044D, 'e'}, {0x044F, 'r'}, {0x0451, 'e'},
    {0x0454, 'e'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0457, 'i'}, {0x0458, 'j'}, {0x045E, 'y'},
    {0x045F, 'u'}, {0x0460, 'w'}, {0x0461, 'w'}, {0x0474, 'v'}, {0x0475, 'v'}, {0x048F, 'p'},
    {0x0492, 'f'}, {0x0493, 'f'}, {0x049B, 'k'}, {0x04A3, 'h'}, {0x04A4, 'h'}, {0x04A5, 'h'},
    {0x04AB, 'c'}, {0x04AE, 'y'}, {0x04AF, 'y'}, {0x04B3, 'x'}, {0x04BA, 'h'}, {0x04BB, 'h'},
    {0x04C0, 'l'}, {0x04CF, 'l'}, {0x04D1, 'a'}, {0x04D3, 'a'}, {0x04E7, 'o'}, {0x04E8, 'o'},
    {0x04E9, 'o'}, {0x0501, 'd'}, {0x050D, 'g'}, {0x051B, 'q'}, {0x051C, 'w'}, {0x051D, 'w'},
    {0x0561, 'w'}, {0x0566, 'q'}, {0x0570, 'h'}, {0x0578, 'n'}, {0x057D, 'u'}, {0x0581, 'g'},
    {0x0585, 'o'}, {0x13A0, 'd'}, {0x13A1, 'r'}, {0x13A2, 't'}, {0x13A5, 'i'}, {0x13AA, 'a'},
    {0x13AB, 'j'}, {0x13AC, 'e'}, {0x13B3, 'w'}, {0x13B7, 'm'}, {0x13BB, 'h'}, {0x13C0, 'g'},
    {0x13C3, 'z'}, {0x13C6, 'i'}, {0x13D4, 'w'}, {0x13D9, 'v'}, {0x13DA, 's'}, {0x13DE, 'l'},
    {0x13DF, 'c'}, {0x13E2, 'p'}, {0x13E6, 'k'}, {0x13F4, 'b'}, {0x1D00, 'a'}, {0x1D04, 'c'},
    {0x1D05, 'd'}, {0x1D07, 'e'}, {0x1D0A, 'j'}, {0x1D0B, 'k'}, {0x1D0D, 'm'}, {0x1D0F, 'o'},
    {0x1D18, 'p'}, {0x1D1B, 't'}, {0x1D1C, 'u'}, {0x1D20, 'v'}, {0x1D21, 'w'}, {0x1D22, 'z'},
    {0x1E9F, 'd'}, {0x20AC, 'e'}, {0x2113, 'l'}, {0x212E, 'e'}, {0x2223, 'l'}, {0x2C65, 'a'},
    {0xA730, 'f'}, {0xA731, 's'},
};

// Letters in boxes, circles and flags that folding leaves: three runs from A to Z.
constexpr char32_t kRunsOfLetters[] = {0x1F150, 0x1F170, 0x1F1E6};

// The Latin letter that `c` looks like, or 0.
char LatinFor(char32_t c) {
  for (const char32_t first : kRunsOfLetters) {
    if (c >= first && c < first + 26) return static_cast<char>('a' + (c - first));
  }
  const auto* found =
      std::lower_bound(std::begin(kAlike), std::end(kAlike), c,
                       [](const Alike& row, char32_t key) { return row.letter < key; });
  return found != std::end(kAlike) && found->letter == c ? found->latin : '\0';
}

// One code point from the front of `text`, which it shortens; a broken byte counts as one of its
// own.
char32_t TakeCodePoint(std::string_view* text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>((*text)[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  std::size_t i = 1;
  for (; i < length && i < text->size() && (byte(i) & 0xC0u) == 0x80; ++i) {
    c = (c << 6u) | (byte(i) & 0x3Fu);
  }
  text->remove_prefix(i);
  return i == length ? c : 0xFFFD;
}

std::string InLatin(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = TakeCodePoint(&text);
    const char latin = c < 0x80 ? '\0' : LatinFor(c);
    if (latin != '\0') {
      out += latin;
    } else {
      out += before.substr(0, before.size() - text.size());
    }
  }
  return out;
}

// Digits and signs that are read as letters; 0 for the others.
constexpr char LetterForDigit(char c) {
  constexpr std::string_view kLetters = "oizeasbtbg";  // 0 to 9.
  return IsAsciiDigit(c) ? kLetters[static_cast<std::size_t>(c - '0')] : '\0';
}

constexpr char LetterForSign(char c) {
  switch (c) {
    case '@': return 'a';
    case '$': return 's';
    case '!':
    case '|': return 'i';
    case '+': return 't';
    default: return '\0';
  }
}

constexpr char LetterOf(char c, Reading reading) {
  if (IsAsciiLetter(c)) return c;
  if (reading.digits_are_letters && IsAsciiDigit(c)) return LetterForDigit(c);
  return reading.signs_are_letters ? LetterForSign(c) : '\0';
}

// The letter that stands for each byte, or 0.
using StandsFor = std::array<char, 256>;

constexpr StandsFor TableOf(Reading reading) {
  StandsFor table{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    const char letter = LetterOf(static_cast<char>(c), reading);
    table[c] = letter == 'l' ? 'i' : letter;  // "I", "l" and "1" are one stroke.
  }
  return table;
}

constexpr StandsFor kStandsFor[] = {TableOf({false, false}), TableOf({false, true}),
                                    TableOf({true, false}), TableOf({true, true})};

}  // namespace

std::string InLetters(std::string_view text) {
  return IsAscii(text) ? Fold(text) : Fold(InLatin(text));
}

bool IsReadTwice(std::string_view letters, Reading reading) {
  return std::any_of(letters.begin(), letters.end(),
                     [&](char c) { return !IsAsciiLetter(c) && LetterOf(c, reading) != '\0'; });
}

std::string ShapeOfLetters(std::string_view letters, Reading reading) {
  const StandsFor& stands_for =
      kStandsFor[(reading.digits_are_letters ? 2u : 0u) + (reading.signs_are_letters ? 1u : 0u)];
  std::string shape(letters.size(), '\0');
  std::size_t size = 0;
  char last = '\0';
  for (const char c : letters) {
    const char letter = stands_for[static_cast<unsigned char>(c)];
    if (letter == '\0' || letter == last) continue;
    shape[size++] = last = letter;
  }
  shape.resize(size);
  return shape;
}

std::string ShapeOf(std::string_view text, Reading reading) {
  return ShapeOfLetters(InLetters(text), reading);
}

std::string WithPairs(std::string_view shape) {
  std::string out;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool is_pair = shape.substr(i, 2) == "rn";
    const char letter = is_pair ? 'm' : shape[i];
    if (out.empty() || out.back() != letter) out += letter;
    i += is_pair ? 1 : 0;
  }
  return out;
}

}  // namespace referee::policy
