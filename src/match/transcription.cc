#include "src/match/transcription.h"

#include <algorithm>
#include <cstddef>

namespace referee {
namespace {

constexpr std::size_t kShortest = 4;

bool IsVowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

// The letters of a word in which every transcribed letter is written as one.
class Letters {
 public:
  explicit Letters(std::string_view word) : word_(word) {}

  bool done() const { return at_ >= word_.size(); }

  char Next() {
    const char letter = word_[at_];
    at_ += IsTranscribed() ? 2 : 1;
    return letter;
  }

 private:
  char At(std::size_t place) const { return place < word_.size() ? word_[place] : '\0'; }

  bool IsTranscribed() const {
    const char letter = word_[at_];
    const char next = At(at_ + 1);
    if (letter == 'a' && next == 'a') return true;
    if ((letter != 'a' && letter != 'o' && letter != 'u') || next != 'e') return false;
    if (at_ > 0 && (IsVowel(word_[at_ - 1]) || word_[at_ - 1] == 'q')) return false;
    const char after = At(at_ + 3);
    return At(at_ + 2) != 'l' || (after != '\0' && !IsVowel(after));
  }

  std::string_view word_;
  std::size_t at_ = 0;
};

}  // namespace

bool AreTranscriptions(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) < kShortest || a.front() != b.front()) return false;
  Letters ours(a), theirs(b);
  while (!ours.done() && !theirs.done()) {
    if (ours.Next() != theirs.Next()) return false;
  }
  return ours.done() && theirs.done();
}

}  // namespace referee
