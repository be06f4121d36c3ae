// What tests of intake share: the record or the error of one document.

#ifndef REFEREE_TESTS_UNIT_INTAKE_READ_DOCUMENT_H_
#define REFEREE_TESTS_UNIT_INTAKE_READ_DOCUMENT_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/intake/parse_record.h"

namespace referee::testing {

inline absl::StatusOr<Record> ReadRecord(std::string_view json, UnknownMembers* unknown = nullptr) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  if (!node.ok()) return node.status();
  return ParseRecord(**node, unknown);
}

inline absl::StatusOr<Submission> ReadSubmission(std::string_view json,
                                                 UnknownMembers* unknown = nullptr) {
  json::Parser parser;
  const auto node = parser.Parse(json);
  if (!node.ok()) return node.status();
  return ParseSubmission(**node, unknown);
}

// "ok", or "/pointer: message".
inline std::string RecordError(std::string_view json) {
  const auto record = ReadRecord(json);
  return record.ok() ? "ok" : DescribeError(record.status());
}

inline std::string SubmissionError(std::string_view json) {
  const auto submission = ReadSubmission(json);
  return submission.ok() ? "ok" : DescribeError(submission.status());
}

// A record of `type` with one member more.
inline std::string With(std::string_view type, std::string_view member) {
  std::string json = "{\"type\":\"" + std::string(type) + "\",\"id\":\"x\",";
  return json + std::string(member) + "}";
}

// A referral with one member more.
inline std::string Submitted(std::string_view member) {
  return R"({"type":"submission","id":"s","intent":"referral",)" + std::string(member) + "}";
}

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_INTAKE_READ_DOCUMENT_H_
