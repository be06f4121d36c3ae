#include "src/intake/mapping/export_reader.h"

#include <algorithm>

#include "src/base/error_location.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"
#include "src/base/text.h"
#include "src/intake/csv.h"
#include "src/intake/mapping/cell.h"
#include "src/intake/mapping/record_builder.h"

namespace referee::mapping {
namespace {

// A column of the file at hand, joined with its row of the table.
struct BoundColumn {
  std::size_t index;
  std::string path;
  Convert convert;
  std::span<const Code> codes;
  std::size_t currency_index;  // npos: none.
};

struct Draft {
  RecordBuilder builder;
  std::string file;
  std::size_t line = 0;
  bool has_base = false;  // A row that is no part has been read.
};

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

std::size_t IndexOf(const CsvTable& table, std::string_view name) {
  const auto found = std::find(table.columns.begin(), table.columns.end(), name);
  return found == table.columns.end() ? kNoColumn
                                      : static_cast<std::size_t>(found - table.columns.begin());
}

std::string Quoted(std::string_view text) {
  std::string out;
  json::AppendString(text, out);
  return out;
}

// "exports/Leads.csv" is the object lead, "Opportunities.csv" opportunity.
const Object* ObjectOfFile(std::string_view vendor, std::string_view file) {
  const std::size_t slash = file.find_last_of("/\\");
  std::string name = LowerAscii(slash == std::string_view::npos ? file : file.substr(slash + 1));
  name.resize(std::min(name.size(), name.find('.')));
  for (const std::string_view plural : {"", "s", "ies"}) {
    if (!name.ends_with(plural)) continue;
    std::string singular = name.substr(0, name.size() - plural.size());
    if (plural == "ies") singular += 'y';
    if (const Object* object = FindObject(vendor, singular); object != nullptr) return object;
  }
  return nullptr;
}

}  // namespace

struct ExportReader::State {
  std::vector<CustomColumn> custom;
  // Ordered, so that the records come out in one order whatever the order of the files.
  std::map<std::pair<std::string, std::string>, Draft> drafts;

  std::vector<BoundColumn> Bind(const Object& object, const CsvTable& table) const;
  absl::Status ReadRow(const Object& object, const CsvTable& table,
                       const std::vector<BoundColumn>& columns, const CsvRow& row,
                       std::string_view file);
};

ExportReader::ExportReader() : state_(std::make_unique<State>()) {}
ExportReader::~ExportReader() = default;
ExportReader::ExportReader(ExportReader&&) noexcept = default;
ExportReader& ExportReader::operator=(ExportReader&&) noexcept = default;

void ExportReader::AddCustomColumns(std::vector<CustomColumn> columns) {
  for (CustomColumn& column : columns) state_->custom.push_back(std::move(column));
}

std::vector<BoundColumn> ExportReader::State::Bind(const Object& object,
                                                   const CsvTable& table) const {
  std::vector<BoundColumn> bound;
  // The customer's own columns first: the first value of a member wins.
  for (const CustomColumn& column : custom) {
    if (column.vendor != object.vendor || column.object != object.name) continue;
    const std::size_t index = IndexOf(table, column.name);
    if (index != kNoColumn) bound.push_back({index, column.path, column.convert, {}, kNoColumn});
  }
  for (const Column& column : object.columns) {
    const std::size_t index = IndexOf(table, column.name);
    if (index == kNoColumn) continue;
    const std::size_t currency =
        column.argument.empty() ? kNoColumn : IndexOf(table, column.argument);
    bound.push_back({index, std::string(column.path), column.convert, column.codes, currency});
  }
  return bound;
}

absl::Status ExportReader::State::ReadRow(const Object& object, const CsvTable& table,
                                          const std::vector<BoundColumn>& columns,
                                          const CsvRow& row, std::string_view file) {
  const auto id_column =
      std::find_if(columns.begin(), columns.end(),
                   [](const BoundColumn& column) { return column.path == "id"; });
  const std::string& id = row.fields[id_column->index];
  const std::string& id_name = table.columns[id_column->index];
  if (IsBlank(id)) return InsideOf(id_name, Invalid("must not be blank"));
  Draft& draft = drafts[{std::string(object.type), id}];
  if (!object.is_part) {
    if (draft.has_base) {
      return InsideOf(id_name, absl::AlreadyExistsError("the same id stands at " + draft.file +
                                                        ":" + std::to_string(draft.line)));
    }
    draft.has_base = true;
  }
  if (!object.is_part || draft.line == 0) {
    draft.file = file;
    draft.line = row.line;
  }
  draft.builder.NextRow();
  draft.builder.Set("type", Quoted(object.type));
  for (const BoundColumn& column : columns) {
    const std::string& text = row.fields[column.index];
    if (IsBlank(text)) continue;  // An empty cell says nothing.
    const std::string_view currency =
        column.currency_index == kNoColumn ? std::string_view() : row.fields[column.currency_index];
    auto value = CellJson(column.convert, column.codes, TrimAscii(text), TrimAscii(currency));
    if (!value.ok()) return InsideOf(table.columns[column.index], value.status());
    draft.builder.Set(column.path, std::move(*value));
  }
  return absl::OkStatus();
}

absl::Status ExportReader::Read(std::string_view map, std::string_view file, std::string_view bytes,
                                const Limits& limits) {
  const std::size_t colon = map.find(':');
  const std::string_view vendor = map.substr(0, colon);
  const Object* object = colon == std::string_view::npos
                             ? ObjectOfFile(vendor, file)
                             : FindObject(vendor, map.substr(colon + 1));
  if (object == nullptr) {
    return AtLine(file, 1,
                  absl::NotFoundError("is mapped as an object that is not known; known are " +
                                      KnownObjects(vendor)));
  }
  REFEREE_ASSIGN_OR_RETURN(const CsvTable table, ParseCsv(file, bytes, limits));
  const std::vector<BoundColumn> columns = state_->Bind(*object, table);
  const bool has_id = std::any_of(columns.begin(), columns.end(),
                                  [](const BoundColumn& column) { return column.path == "id"; });
  if (!has_id) return AtLine(file, 1, Invalid("must have a column with the id of the record"));
  for (const CsvRow& row : table.rows) {
    REFEREE_RETURN_IF_ERROR(
        AtLine(file, row.line, state_->ReadRow(*object, table, columns, row, file)));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<MappedRecord>> ExportReader::Take() {
  std::vector<MappedRecord> records;
  const auto drafts = std::move(state_->drafts);
  state_->drafts.clear();
  for (const auto& [identity, draft] : drafts) {
    if (!draft.has_base) {
      return AtLine(draft.file, draft.line,
                    Invalid("adds to a " + identity.first + " that no file of this load has"));
    }
    records.push_back({draft.builder.Json(), draft.file, draft.line});
  }
  return records;
}

void ExportReader::Clear() { state_->drafts.clear(); }

}  // namespace referee::mapping
