// CSV as RFC 4180 describes it: a header row, quoted fields with doubled quotes and line ends
// inside.

#ifndef REFEREE_SRC_INTAKE_CSV_H_
#define REFEREE_SRC_INTAKE_CSV_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"

namespace referee {

struct CsvRow {
  std::size_t line = 0;  // Of its first field, from 1.
  std::vector<std::string> fields;
};

struct CsvTable {
  std::vector<std::string> columns;  // Names are unique.
  std::vector<CsvRow> rows;          // Each with one field a column.
};

// Strict but for a byte order mark, which spreadsheets write.  Fails with the line for text that is
// not UTF-8, a quote that does not end, a row of another width, and a column named twice.  Linear.
absl::StatusOr<CsvTable> ParseCsv(std::string_view file, std::string_view bytes,
                                  const Limits& limits);

}  // namespace referee

#endif  // REFEREE_SRC_INTAKE_CSV_H_
