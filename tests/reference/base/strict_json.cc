#include "tests/reference/base/strict_json.h"

#include <set>

#include "src/base/json_writer.h"
#include "src/base/text.h"

namespace referee::reference {
namespace {

class Reader {
 public:
  Reader(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

  std::optional<std::string> Document() {
    if (bytes_.size() > limits_.max_document_bytes || !IsValidUtf8(bytes_)) return std::nullopt;
    Blanks();
    Value(1);
    Blanks();
    if (failed_ || at_ != bytes_.size()) return std::nullopt;
    return out_;
  }

 private:
  char Peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  bool AtEnd() const { return at_ >= bytes_.size(); }
  void Blanks() {
    while (!AtEnd() && std::string_view(" \t\r\n").find(bytes_[at_]) != std::string_view::npos)
      ++at_;
  }
  bool Take(char c) {
    if (AtEnd() || bytes_[at_] != c) return false;
    ++at_;
    return true;
  }
  void Fail() { failed_ = true; }

  // `depth` counts the lists and objects that would be open inside of this value.
  void Value(std::size_t depth) {
    if (failed_) return;
    switch (Peek()) {
      case '{': depth > limits_.max_depth ? Fail() : Object(depth); return;
      case '[': depth > limits_.max_depth ? Fail() : Array(depth); return;
      case '"': json::AppendString(String(), out_); return;
      case 't': Word("true"); return;
      case 'f': Word("false"); return;
      case 'n': Word("null"); return;
      default: Number();
    }
  }

  void Word(std::string_view word) {
    if (bytes_.substr(at_, word.size()) != word) return Fail();
    at_ += word.size();
    out_ += word;
  }

  std::size_t Digits() {
    const std::size_t first = at_;
    while (Peek() >= '0' && Peek() <= '9') ++at_;
    return at_ - first;
  }

  void Number() {
    const std::size_t first = at_;
    Take('-');
    if (!Take('0') && Digits() == 0) return Fail();
    if (Take('.') && Digits() == 0) return Fail();
    if (Take('e') || Take('E')) {
      if (!Take('+')) Take('-');
      if (Digits() == 0) return Fail();
    }
    out_ += bytes_.substr(first, at_ - first);
  }

  unsigned Hex() {
    unsigned value = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = Peek();
      const char lower = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9') {
        value = value * 16 + static_cast<unsigned>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        value = value * 16 + static_cast<unsigned>(lower - 'a' + 10);
      } else {
        Fail();
        return 0;
      }
      ++at_;
    }
    return value;
  }

  void Escape(std::string& text) {
    const char c = Peek();
    ++at_;
    const std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    if (const std::size_t name = names.find(c); c != '\0' && name != std::string_view::npos) {
      text += meanings[name];
      return;
    }
    if (c != 'u') return Fail();
    char32_t point = Hex();
    if (point >= 0xDC00 && point <= 0xDFFF) return Fail();
    if (point >= 0xD800 && point <= 0xDBFF) {
      if (!Take('\\') || !Take('u')) return Fail();
      const char32_t low = Hex();
      if (low < 0xDC00 || low > 0xDFFF) return Fail();
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    AppendUtf8(point, text);
  }

  std::string String() {
    std::string text;
    if (!Take('"')) Fail();
    while (!failed_ && !Take('"')) {
      if (AtEnd() || static_cast<unsigned char>(Peek()) < 0x20) {
        Fail();
      } else if (Take('\\')) {
        Escape(text);
      } else {
        text += bytes_[at_++];
      }
    }
    return text;
  }

  void Array(std::size_t depth) {
    Take('[');
    out_ += '[';
    std::size_t count = 0;
    Blanks();
    if (!Take(']')) {
      do {
        if (++count > limits_.max_elements) return Fail();
        if (count > 1) out_ += ',';
        Blanks();
        Value(depth + 1);
        Blanks();
      } while (!failed_ && Take(','));
      if (!Take(']')) return Fail();
    }
    out_ += ']';
  }

  void Object(std::size_t depth) {
    Take('{');
    out_ += '{';
    std::set<std::string> names;
    Blanks();
    if (!Take('}')) {
      do {
        Blanks();
        const std::string name = String();
        if (failed_ || !names.insert(name).second || names.size() > limits_.max_members) {
          return Fail();
        }
        if (names.size() > 1) out_ += ',';
        json::AppendString(name, out_);
        out_ += ':';
        Blanks();
        if (!Take(':')) return Fail();
        Blanks();
        Value(depth + 1);
        Blanks();
      } while (!failed_ && Take(','));
      if (!Take('}')) return Fail();
    }
    out_ += '}';
  }

  std::string_view bytes_;
  const Limits& limits_;
  std::size_t at_ = 0;
  bool failed_ = false;
  std::string out_;
};

}  // namespace

std::optional<std::string> StrictJson(std::string_view bytes, const Limits& limits) {
  return Reader(bytes, limits).Document();
}

}  // namespace referee::reference
