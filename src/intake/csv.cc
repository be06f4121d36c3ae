#include "src/intake/csv.h"

#include <algorithm>
#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"

namespace referee {
namespace {

class CsvReader {
 public:
  explicit CsvReader(std::string_view bytes) : bytes_(bytes) {}

  bool AtEnd() const { return at_ >= bytes_.size(); }
  std::size_t line() const { return line_; }

  absl::StatusOr<CsvRow> ReadRow() {
    CsvRow row;
    row.line = line_;
    for (;;) {
      REFEREE_ASSIGN_OR_RETURN(std::string field, ReadField());
      row.fields.push_back(std::move(field));
      if (AtEnd()) return row;
      if (bytes_[at_] == ',') {
        ++at_;
        continue;
      }
      SkipLineEnd();
      return row;
    }
  }

 private:
  absl::StatusOr<std::string> ReadField() {
    if (!AtEnd() && bytes_[at_] == '"') return ReadQuoted();
    const std::size_t start = at_;
    while (!AtEnd() && bytes_[at_] != ',' && bytes_[at_] != '\n' && bytes_[at_] != '\r') {
      if (bytes_[at_] == '"') return Invalid("has a quote inside of a field without quotes");
      ++at_;
    }
    return std::string(bytes_.substr(start, at_ - start));
  }

  absl::StatusOr<std::string> ReadQuoted() {
    std::string field;
    ++at_;
    while (!AtEnd()) {
      const char c = bytes_[at_++];
      if (c == '\n') ++line_;
      if (c != '"') {
        field += c;
      } else if (!AtEnd() && bytes_[at_] == '"') {
        field += '"';
        ++at_;
      } else if (AtEnd() || bytes_[at_] == ',' || bytes_[at_] == '\n' || bytes_[at_] == '\r') {
        return field;
      } else {
        return Invalid("has text after a closing quote");
      }
    }
    return Invalid("has a quote that does not end");
  }

  void SkipLineEnd() {
    if (bytes_[at_] == '\r') ++at_;
    if (!AtEnd() && bytes_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0, line_ = 1;
};

// The line of the first byte that is not UTF-8.
std::size_t LineOfBrokenText(std::string_view bytes) {
  std::size_t line = 1;
  for (const std::string_view text : Split(bytes, '\n')) {
    if (!IsValidUtf8(text)) break;
    ++line;
  }
  return line;
}

bool IsBlankRow(const CsvRow& row) { return row.fields.size() == 1 && row.fields[0].empty(); }

absl::Status CheckColumns(const std::vector<std::string>& columns) {
  std::vector<std::string> sorted = columns;
  std::sort(sorted.begin(), sorted.end());
  const auto twin = std::adjacent_find(sorted.begin(), sorted.end());
  if (twin != sorted.end()) return InsideOf(*twin, Invalid("is the name of two columns"));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<CsvTable> ParseCsv(std::string_view file, std::string_view bytes,
                                  const Limits& limits) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!IsValidUtf8(bytes)) {
    return AtLine(file, LineOfBrokenText(bytes), Invalid("is not valid UTF-8"));
  }
  CsvReader reader(bytes);
  CsvTable table;
  while (!reader.AtEnd()) {
    auto row = reader.ReadRow();
    if (!row.ok()) return AtLine(file, reader.line(), row.status());
    if (IsBlankRow(*row)) continue;
    if (table.columns.empty()) {
      table.columns = std::move(row->fields);
      if (table.columns.size() > limits.max_members) {
        return AtLine(file, row->line, absl::ResourceExhaustedError("has too many columns"));
      }
      REFEREE_RETURN_IF_ERROR(AtLine(file, row->line, CheckColumns(table.columns)));
      continue;
    }
    if (row->fields.size() != table.columns.size()) {
      return AtLine(
          file, row->line,
          Invalid("must have " + std::to_string(table.columns.size()) +
                  " fields as the header has, found " + std::to_string(row->fields.size())));
    }
    table.rows.push_back(std::move(*row));
  }
  if (table.columns.empty()) return AtLine(file, 1, Invalid("must have a header row"));
  return table;
}

}  // namespace referee
