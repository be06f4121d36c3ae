// Rows of CSV exports -> record documents, across the files of one load.

#ifndef REFEREE_SRC_INTAKE_MAPPING_EXPORT_READER_H_
#define REFEREE_SRC_INTAKE_MAPPING_EXPORT_READER_H_

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "src/base/call.h"
#include "src/intake/mapping/mapping.h"

namespace referee::mapping {

// One record as canonical JSON, and the row that it came from.
struct MappedRecord {
  std::string json;
  std::string file;
  std::size_t line = 0;
};

// Collects the exports of one load, so that rows of a part (opportunity_partner, team_member) find
// the record they belong to whichever file comes first.
class ExportReader {
 public:
  ExportReader();
  ~ExportReader();
  ExportReader(ExportReader&&) noexcept;
  ExportReader& operator=(ExportReader&&) noexcept;

  // Columns of the customer's own, from now on.
  void AddCustomColumns(std::vector<CustomColumn> columns);

  // Reads one file; `map` is "salesforce:lead".  Errors name file, line and column, and the column
  // stands in the JSON pointer.  Nothing of a file with an error is kept.
  absl::Status Read(std::string_view map, std::string_view file, std::string_view bytes,
                    const Limits& limits);

  // The records read so far, by type and id; empties the reader (custom columns stay).  Fails for
  // a part whose record no file gave.
  absl::StatusOr<std::vector<MappedRecord>> Take();

  // Forgets what was read since the last Take().
  void Clear();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace referee::mapping

#endif  // REFEREE_SRC_INTAKE_MAPPING_EXPORT_READER_H_
