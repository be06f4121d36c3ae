// A short list of words that is asked of every word of every record: most are turned away by their
// first letter and length, without comparing.

#ifndef REFEREE_SRC_NORMALIZE_WORD_LIST_H_
#define REFEREE_SRC_NORMALIZE_WORD_LIST_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace referee {

class WordList {
 public:
  // Borrows `words`, of which none is empty.
  template <std::size_t N>
  explicit constexpr WordList(const std::string_view (&words)[N]) : words_(words) {
    for (const std::string_view word : words) first_letters_[Size(word)] |= FirstLetter(word);
  }

  constexpr bool Has(std::string_view word) const {
    if (word.empty() || (first_letters_[Size(word)] & FirstLetter(word)) == 0) return false;
    return std::find(words_.begin(), words_.end(), word) != words_.end();
  }

 private:
  static constexpr std::size_t kSizes = 32;  // Longer words share the last.

  static constexpr std::size_t Size(std::string_view word) {
    return std::min(word.size(), kSizes) - 1;
  }
  static constexpr std::uint32_t FirstLetter(std::string_view word) {
    return std::uint32_t{1} << (static_cast<unsigned char>(word.front()) & 31u);
  }

  std::span<const std::string_view> words_;
  std::array<std::uint32_t, kSizes> first_letters_{};
};

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_WORD_LIST_H_
