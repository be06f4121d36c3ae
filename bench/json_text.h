// JSON objects for made records, written member by member.

#ifndef REFEREE_BENCH_JSON_TEXT_H_
#define REFEREE_BENCH_JSON_TEXT_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace referee::bench {

// Two digits.  Requires: number < 100.
inline void Append2(std::size_t number, std::string& out) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

// Texts are written as they are: made words hold nothing that JSON escapes.
class JsonObject {
 public:
  JsonObject& Raw(std::string_view name, std::string_view value) {
    text_ += text_.empty() ? "{\"" : ",\"";
    text_ += name;
    text_ += "\":";
    text_ += value;
    return *this;
  }
  JsonObject& Text(std::string_view name, std::string_view value) {
    std::string quoted = "\"";
    quoted += value;
    quoted += '"';
    return Raw(name, quoted);
  }
  JsonObject& Number(std::string_view name, std::size_t value) {
    return Raw(name, std::to_string(value));
  }
  JsonObject& Texts(std::string_view name, std::initializer_list<std::string_view> values) {
    std::string list = "[";
    for (const std::string_view value : values) {
      list += list.size() == 1 ? "\"" : ",\"";
      list += value;
      list += '"';
    }
    return Raw(name, list + ']');
  }
  std::string Done() { return std::exchange(text_, {}) + '}'; }

 private:
  std::string text_;
};

}  // namespace referee::bench

#endif  // REFEREE_BENCH_JSON_TEXT_H_
