// Folding: one form for texts that people would call the same.

#ifndef REFEREE_SRC_NORMALIZE_UNICODE_H_
#define REFEREE_SRC_NORMALIZE_UNICODE_H_

#include <string>
#include <string_view>
#include <vector>

namespace referee {

// NFKC case folding without marks, zero-width and control characters; letters such as ø, ł and ß
// spelt out; Greek and Cyrillic in Latin letters; runs of blanks as one, none at the ends.
// Total: bytes that are not UTF-8 are dropped.  Idempotent.  ASCII takes a fast path.
std::string Fold(std::string_view text);

// The words of folded text: letters and digits, "&" and "+" words of their own.  Apostrophes and
// points inside of words vanish ("s.a." is "sa"), all other punctuation separates.
std::vector<std::string> Words(std::string_view folded);

// Letters and digits of folded text, in upper case: identifiers and post codes.
std::string Alphanumeric(std::string_view text);

// One blank between the words.
std::string JoinWords(const std::vector<std::string>& words);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_UNICODE_H_
