#include "src/output/fact_json.h"

#include <cstdint>

namespace referee {
namespace {

using json::Writer;

void WriteAmount(Writer& writer, const Amount& amount) {
  writer.BeginObject().Key("minor");
  if (amount.minor.has()) {
    writer.Integer(*amount.minor);
  } else {
    writer.Null();
  }
  writer.Key("currency");
  WriteTextOrNull(writer, amount.currency.get());
  writer.EndObject();
}

struct ValueWriter {
  Writer& writer;
  void operator()(std::monostate) const { writer.Null(); }
  void operator()(bool value) const { writer.Bool(value); }
  void operator()(std::int64_t value) const { writer.Integer(value); }
  void operator()(const std::string& value) const { writer.String(value); }
  void operator()(const Amount& value) const { WriteAmount(writer, value); }
};

}  // namespace

void WriteTextOrNull(Writer& writer, std::string_view text) {
  if (text.empty()) {
    writer.Null();
  } else {
    writer.String(text);
  }
}

void WriteTexts(Writer& writer, const std::vector<std::string>& texts) {
  writer.BeginArray();
  for (const std::string& text : texts) writer.String(text);
  writer.EndArray();
}

void WriteFactValue(Writer& writer, const FactValue& value) {
  std::visit(ValueWriter{writer}, value);
}

void WriteRef(Writer& writer, const RecordRef& ref) {
  writer.BeginObject().Key("type").String(ref.type).Key("id").String(ref.id).EndObject();
}

void WriteFact(Writer& writer, const Fact& fact) {
  writer.BeginObject().Key("path").String(fact.path).Key("value");
  WriteFactValue(writer, fact.value);
  writer.Key("record");
  WriteRef(writer, fact.record);
  writer.Key("at");
  WriteTextOrNull(writer, fact.at);
  writer.Key("for").Bool(fact.is_for).EndObject();
}

void WriteFacts(Writer& writer, const std::vector<Fact>& facts) {
  writer.BeginArray();
  for (const Fact& fact : facts) WriteFact(writer, fact);
  writer.EndArray();
}

void WriteMissing(Writer& writer, const std::vector<MissingFact>& missing) {
  writer.Key("missing").BeginArray();
  for (const MissingFact& fact : missing) writer.String(fact.path);
  writer.EndArray();
  writer.Key("unknown").BeginArray();
  for (const MissingFact& fact : missing) {
    writer.BeginObject().Key("path").String(fact.path).Key("reason").String(fact.reason);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteReview(Writer& writer, std::string_view role) {
  writer.Key("review").BeginObject().Key("role");
  WriteTextOrNull(writer, role);
  writer.EndObject();
}

}  // namespace referee
