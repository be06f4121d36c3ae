// Writes compact JSON in the order it is told, so that equal values are equal bytes.  Locale-proof.

#ifndef REFEREE_SRC_BASE_JSON_WRITER_H_
#define REFEREE_SRC_BASE_JSON_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace referee::json {

// Appends a JSON string literal.  Bytes that are not UTF-8 become U+FFFD.
void AppendString(std::string_view text, std::string& out);

// The shortest text that reads back as the same double; "null" for what is not finite.
void AppendDouble(double value, std::string& out);

//   Writer w(&out);
//   w.BeginObject().Key("id").String("s-1").Key("n").Integer(3).EndObject();
//
// Appends to `out`, which has its final size whenever no object and no list is open, and spare
// room behind what is written until then.  Nobody else may change it meanwhile.
class Writer {
 public:
  explicit Writer(std::string* out) : out_(out), size_(out->size()) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Writer& BeginObject() { return Begin('{'); }
  Writer& EndObject() { return End('}'); }
  Writer& BeginArray() { return Begin('['); }
  Writer& EndArray() { return End(']'); }
  Writer& Key(std::string_view name);
  Writer& String(std::string_view text);
  Writer& Integer(std::int64_t value);
  Writer& Double(double value);
  Writer& Bool(bool value) { return Raw(value ? "true" : "false"); }
  Writer& Null() { return Raw("null"); }
  Writer& Raw(std::string_view json);  // A complete JSON value.

 private:
  Writer& Begin(char bracket);
  Writer& End(char bracket);

  // Where to write at most so many bytes; Advance() to behind the last.
  char* Room(std::size_t bytes) {
    if (out_->size() - size_ < bytes) Grow(bytes);
    return out_->data() + size_;
  }
  void Advance(const char* end) { size_ = static_cast<std::size_t>(end - out_->data()); }
  void Grow(std::size_t bytes);

  // After a value.
  Writer& Done();
  // The text as a literal, behind a comma if one is due.
  void Literal(std::string_view text);

  std::string* out_;
  std::size_t size_;  // Of what is written.
  std::size_t depth_ = 0;
  bool needs_comma_ = false;
};

}  // namespace referee::json

#endif  // REFEREE_SRC_BASE_JSON_WRITER_H_
