// What tests of the mappings share: the records that CSV files become.

#ifndef REFEREE_TESTS_UNIT_INTAKE_MAPPING_READ_EXPORT_H_
#define REFEREE_TESTS_UNIT_INTAKE_MAPPING_READ_EXPORT_H_

#include <string>
#include <utility>
#include <vector>

#include "src/base/error_location.h"
#include "src/intake/mapping/export_reader.h"
#include "tests/unit/intake/read_document.h"

namespace referee::testing {

// A file of an export: "salesforce:lead", and its text.
using ExportFile = std::pair<std::string, std::string>;

// The records as JSON lines, or the error.  Every record must be one that intake accepts.
inline std::string ReadExport(const std::vector<ExportFile>& files, std::string_view mapping = {}) {
  mapping::ExportReader reader;
  if (!mapping.empty()) {
    json::Parser parser;
    const auto node = parser.Parse(mapping);
    if (!node.ok()) return DescribeError(node.status());
    auto columns = mapping::ReadCustomColumns(**node);
    if (!columns.ok()) return DescribeError(columns.status());
    reader.AddCustomColumns(std::move(*columns));
  }
  for (const auto& [map, bytes] : files) {
    const absl::Status status = reader.Read(map, map + ".csv", bytes, {});
    if (!status.ok()) return DescribeError(status);
  }
  const auto records = reader.Take();
  if (!records.ok()) return DescribeError(records.status());
  std::string out;
  for (const mapping::MappedRecord& record : *records) {
    const auto parsed = ReadRecord(record.json);
    if (!parsed.ok()) {
      return DescribeError(AtLine(record.file, record.line, parsed.status()));
    }
    out += record.json + "\n";
  }
  return out;
}

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_INTAKE_MAPPING_READ_EXPORT_H_
