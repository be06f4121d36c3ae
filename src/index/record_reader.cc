#include "src/index/record_reader.h"

#include <utility>

#include "src/intake/parse_record.h"

namespace referee {

Record RecordReader::Read(const Snapshot& snapshot, RecordNo record) {
  const auto node = parser_.Parse(snapshot.DocumentAt(record));
  if (!node.ok()) return Partner();
  auto parsed = ParseRecord(**node, nullptr);
  return parsed.ok() ? std::move(*parsed) : Record();
}

Submission RecordReader::ReadSubmission(const Snapshot& snapshot, RecordNo record) {
  const auto node = parser_.Parse(snapshot.DocumentAt(record));
  if (!node.ok()) return {};
  auto parsed = ParseSubmission(**node, nullptr);
  return parsed.ok() ? std::move(*parsed) : Submission();
}

}  // namespace referee
