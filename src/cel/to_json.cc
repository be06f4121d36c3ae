#include <cmath>
#include <string>

#include "src/base/json_writer.h"
#include "src/cel/base64.h"
#include "src/cel/duration_text.h"
#include "src/cel/number_text.h"
#include "src/cel/value.h"

namespace referee::cel {
namespace {

void Write(const Value& value, json::Writer& writer);

// Keys of JSON objects are texts.
std::string KeyText(const Value& key) {
  switch (key.kind()) {
    case Kind::kBool: return key.bool_value() ? "true" : "false";
    case Kind::kInt: return std::to_string(key.int_value());
    case Kind::kUint: return std::to_string(key.uint_value());
    case Kind::kDouble: return FormatDouble(key.double_value());
    case Kind::kString: return std::string(key.string_value());
    default: return "";
  }
}

void WriteMap(const Value& map, json::Writer& writer) {
  writer.BeginObject();
  for (const MapEntry& entry : map.entries()) {
    if (entry.second.is_missing()) continue;
    writer.Key(KeyText(entry.first));
    Write(entry.second, writer);
  }
  writer.EndObject();
}

void WriteError(const Value& error, json::Writer& writer) {
  writer.BeginObject().Key("error").BeginObject();
  writer.Key("code").String(error.error_code()).Key("message").String(error.error_message());
  writer.Key("line").Integer(static_cast<std::int64_t>(error.error_line()));
  writer.Key("column").Integer(static_cast<std::int64_t>(error.error_column()));
  writer.EndObject().EndObject();
}

void WriteUnknown(const Value& unknown, json::Writer& writer) {
  writer.BeginObject().Key("unknown").BeginArray();
  for (const UnknownPath& path : unknown.unknown_paths()) {
    writer.BeginObject().Key("path").String(path.path).Key("reason").String(path.reason);
    writer.EndObject();
  }
  writer.EndArray().EndObject();
}

void Write(const Value& value, json::Writer& writer) {
  switch (value.kind()) {
    case Kind::kNull: writer.Null(); break;
    case Kind::kBool: writer.Bool(value.bool_value()); break;
    case Kind::kInt: writer.Integer(value.int_value()); break;
    case Kind::kUint: writer.Raw(std::to_string(value.uint_value())); break;
    case Kind::kDouble:
      if (std::isfinite(value.double_value())) {
        writer.Double(value.double_value());
      } else {
        writer.String(FormatDouble(value.double_value()));
      }
      break;
    case Kind::kString: writer.String(value.string_value()); break;
    case Kind::kBytes: writer.String(EncodeBase64(value.bytes_value())); break;
    case Kind::kList:
      writer.BeginArray();
      for (const Value& element : value.elements()) Write(element, writer);
      writer.EndArray();
      break;
    case Kind::kMap: WriteMap(value, writer); break;
    case Kind::kType: writer.String(TypeName(value.type_value())); break;
    case Kind::kTimestamp: writer.String(FormatInstant(value.timestamp_value())); break;
    case Kind::kDuration: writer.String(FormatDuration(value)); break;
    case Kind::kOptional:
      if (value.optional_value() == nullptr) {
        writer.Null();
      } else {
        Write(*value.optional_value(), writer);
      }
      break;
    case Kind::kError: WriteError(value, writer); break;
    case Kind::kUnknown: WriteUnknown(value, writer); break;
  }
}

}  // namespace

std::string ToJson(const Value& value) {
  std::string out;
  json::Writer writer(&out);
  Write(value, writer);
  return out;
}

}  // namespace referee::cel
