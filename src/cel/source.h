// The text of one expression and the places in it.

#ifndef REFEREE_SRC_CEL_SOURCE_H_
#define REFEREE_SRC_CEL_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace referee::cel {

// Both count from 1, the column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// True for every octet but the second and later ones of a UTF-8 sequence.
inline bool StartsCodePoint(char octet) {
  return (static_cast<unsigned char>(octet) & 0xC0u) != 0x80;
}

// How many code points a valid UTF-8 text has.  Linear.
inline std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (const char octet : text) count += StartsCodePoint(octet) ? 1 : 0;
  return count;
}

// Walks through a source once, from its start to its end, and knows where it is.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  std::size_t offset() const { return offset_; }
  Position position() const { return position_; }
  bool AtEnd() const { return offset_ >= text_.size(); }

  // The octet `ahead` places further on, or NUL past the end.
  char Peek(std::size_t ahead = 0) const {
    return offset_ + ahead < text_.size() ? text_[offset_ + ahead] : '\0';
  }

  // Goes on by `count` octets.  Requires: there are as many.
  void Advance(std::size_t count = 1) {
    for (const std::size_t end = offset_ + count; offset_ < end; ++offset_) {
      if (text_[offset_] == '\n') {
        ++position_.line;
        position_.column = 1;
      } else if (StartsCodePoint(text_[offset_])) {
        ++position_.column;
      }
    }
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_;
};

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_SOURCE_H_
