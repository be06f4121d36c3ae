#include "src/index/record_reader.h"

#include <utility>

#include "src/intake/parse_record.h"

namespace referee {

const json::Node* RecordReader::Document(const Snapshot& snapshot, RecordNo record) {
  const std::string_view bytes = snapshot.DocumentAt(record);
  if (const json::Node* node = parser_.ParseAgain(bytes); node != nullptr) return node;
  const auto node = parser_.Parse(bytes);
  return node.ok() ? *node : nullptr;
}

Record RecordReader::Read(const Snapshot& snapshot, RecordNo record) {
  const json::Node* document = Document(snapshot, record);
  if (document == nullptr) return Partner();
  auto parsed = ParseRecord(*document, nullptr);
  return parsed.ok() ? std::move(*parsed) : Record();
}

Submission RecordReader::ReadSubmission(const Snapshot& snapshot, RecordNo record) {
  const json::Node* document = Document(snapshot, record);
  if (document == nullptr) return {};
  auto parsed = ParseSubmission(*document, nullptr);
  return parsed.ok() ? std::move(*parsed) : Submission();
}

}  // namespace referee
