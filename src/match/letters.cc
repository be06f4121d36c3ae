#include "src/match/letters.h"

#include <cstddef>

namespace referee {
namespace {

// The code points beyond ASCII that were met so far; their codes follow the ASCII ones.
struct Alphabet {
  std::array<char32_t, 2 * LetterPair::kMaxLetters> seen;
  int size = 0;

  std::uint8_t Code(char32_t letter) {
    for (int i = 0; i < size; ++i) {
      if (seen[static_cast<std::size_t>(i)] == letter) return static_cast<std::uint8_t>(128 + i);
    }
    seen[static_cast<std::size_t>(size)] = letter;
    return static_cast<std::uint8_t>(128 + size++);
  }
};

// Reads one letter and advances.  Folded text is UTF-8; a byte that does not fit stands for
// itself, above all code points, so that it equals nothing but its like.
char32_t Next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (length == 1 || lead < 0xC0 || at + length > text.size()) {
    ++at;
    return lead < 0x80 ? lead : 0x110000u + lead;
  }
  char32_t letter = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) {
      ++at;
      return 0x110000u + lead;
    }
    letter = (letter << 6) | (byte(at + i) & 0x3Fu);
  }
  at += length;
  return letter;
}

bool Encode(std::string_view text, Alphabet& alphabet,
            std::array<std::uint8_t, LetterPair::kMaxLetters>& out, int& size) {
  if (text.size() > 4u * LetterPair::kMaxLetters) return false;
  size = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (size == LetterPair::kMaxLetters) return false;
    const char32_t letter = Next(text, at);
    out[static_cast<std::size_t>(size++)] =
        letter < 128 ? static_cast<std::uint8_t>(letter) : alphabet.Code(letter);
  }
  return true;
}

}  // namespace

bool LetterPair::Assign(std::string_view first, std::string_view second) {
  Alphabet alphabet;
  return Encode(first, alphabet, a, a_size) && Encode(second, alphabet, b, b_size);
}

}  // namespace referee
