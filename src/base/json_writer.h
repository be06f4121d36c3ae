// Writes compact JSON in the order it is told, so that equal values are equal bytes.  Locale-proof.

#ifndef REFEREE_SRC_BASE_JSON_WRITER_H_
#define REFEREE_SRC_BASE_JSON_WRITER_H_

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
class Writer {
 public:
  explicit Writer(std::string* out) : out_(out) {}

  Writer& BeginObject();
  Writer& EndObject();
  Writer& BeginArray();
  Writer& EndArray();
  Writer& Key(std::string_view name);
  Writer& String(std::string_view text);
  Writer& Integer(std::int64_t value);
  Writer& Double(double value);
  Writer& Bool(bool value);
  Writer& Null();
  Writer& Raw(std::string_view json);  // A complete JSON value.

 private:
  void Separate();

  std::string* out_;
  bool needs_comma_ = false;
};

}  // namespace referee::json

#endif  // REFEREE_SRC_BASE_JSON_WRITER_H_
