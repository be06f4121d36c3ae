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
  std::vector<Code> codes;
  std::size_t currency_index;  // kNoColumn: none.
};

struct Draft {
  RecordBuilder builder;
  std::string file;
  std::size_t line = 0;
  bool has_base = false;  // A row that is no part has been read.
};

// What one row says: members by their paths.
struct MappedRow {
  std::string id;
  std::size_t line = 0;
  std::vector<std::pair<std::string, std::string>> members;
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

// "emails[]" takes each element of a list.
absl::Status ReadCell(const BoundColumn& column, std::string_view text, std::string_view currency,
                      MappedRow* out) {
  if (column.convert == Convert::kList && column.path.ends_with("[]")) {
    for (const std::string_view part : Split(text, ';')) {
      if (!IsBlank(part)) out->members.emplace_back(column.path, Quoted(TrimAscii(part)));
    }
    return absl::OkStatus();
  }
  REFEREE_ASSIGN_OR_RETURN(std::string value,
                           CellJson(column.convert, column.codes, text, currency));
  out->members.emplace_back(column.path, std::move(value));
  return absl::OkStatus();
}

absl::StatusOr<MappedRow> ReadRow(const CsvTable& table, const std::vector<BoundColumn>& columns,
                                  std::size_t id_index, const CsvRow& row) {
  MappedRow mapped;
  mapped.line = row.line;
  mapped.id = TrimAscii(row.fields[id_index]);
  if (IsBlank(mapped.id)) return InsideOf(table.columns[id_index], Invalid("must not be blank"));
  for (const BoundColumn& column : columns) {
    const std::string& text = row.fields[column.index];
    if (IsBlank(text)) continue;  // An empty cell says nothing.
    const std::string_view currency =
        column.currency_index == kNoColumn ? std::string_view() : row.fields[column.currency_index];
    REFEREE_RETURN_IF_ERROR(
        InsideOf(table.columns[column.index],
                 ReadCell(column, TrimAscii(text), TrimAscii(currency), &mapped)));
  }
  return mapped;
}

}  // namespace

struct ExportReader::State {
  std::vector<CustomColumn> custom;
  // Ordered, so that the records come out in one order whatever the order of the files.
  std::map<std::pair<std::string, std::string>, Draft> drafts;

  std::vector<BoundColumn> Bind(const Object& object, const CsvTable& table) const;
  // The place of the record of this type and id that stands already, or "".
  std::string PlaceOf(const Object& object, const std::string& id) const;
  absl::StatusOr<std::vector<MappedRow>> ReadRows(const Object& object, const CsvTable& table,
                                                  const std::vector<BoundColumn>& columns,
                                                  std::size_t id_index,
                                                  std::string_view file) const;
  void AddRow(const Object& object, MappedRow row, std::string_view file);
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
  std::vector<bool> is_custom(table.columns.size());
  // The customer's own columns first: the first value of a member wins.
  for (const CustomColumn& column : custom) {
    if (column.vendor != object.vendor || column.object != object.name) continue;
    const std::size_t index = IndexOf(table, column.name);
    if (index == kNoColumn) continue;
    is_custom[index] = true;
    std::vector<Code> codes;
    for (const auto& [vendor, canonical] : column.words) codes.push_back({vendor, canonical});
    bound.push_back(
        {index, column.path, column.convert, std::move(codes),
         column.currency_column.empty() ? kNoColumn : IndexOf(table, column.currency_column)});
  }
  for (const Column& column : object.columns) {
    const std::size_t index = IndexOf(table, column.name);
    if (index == kNoColumn || is_custom[index]) continue;
    const std::size_t currency =
        column.argument.empty() ? kNoColumn : IndexOf(table, column.argument);
    bound.push_back({index,
                     std::string(column.path),
                     column.convert,
                     {column.codes.begin(), column.codes.end()},
                     currency});
  }
  return bound;
}

std::string ExportReader::State::PlaceOf(const Object& object, const std::string& id) const {
  const auto draft = drafts.find({std::string(object.type), id});
  if (draft == drafts.end() || !draft->second.has_base) return {};
  return draft->second.file + ":" + std::to_string(draft->second.line);
}

absl::StatusOr<std::vector<MappedRow>> ExportReader::State::ReadRows(
    const Object& object, const CsvTable& table, const std::vector<BoundColumn>& columns,
    std::size_t id_index, std::string_view file) const {
  std::vector<MappedRow> rows;
  std::map<std::string, std::size_t> lines;
  for (const CsvRow& row : table.rows) {
    auto mapped = ReadRow(table, columns, id_index, row);
    if (!mapped.ok()) return AtLine(file, row.line, mapped.status());
    if (!object.is_part) {
      const auto [first, is_new] = lines.try_emplace(mapped->id, row.line);
      const std::string place = is_new ? PlaceOf(object, mapped->id)
                                       : std::string(file) + ":" + std::to_string(first->second);
      if (!place.empty()) {
        return AtLine(file, row.line,
                      InsideOf(table.columns[id_index],
                               absl::AlreadyExistsError("the same id stands at " + place)));
      }
    }
    rows.push_back(std::move(*mapped));
  }
  return rows;
}

void ExportReader::State::AddRow(const Object& object, MappedRow row, std::string_view file) {
  Draft& draft = drafts[{std::string(object.type), row.id}];
  if (!object.is_part || draft.line == 0) {
    draft.file = file;
    draft.line = row.line;
  }
  draft.has_base = draft.has_base || !object.is_part;
  draft.builder.NextRow();
  draft.builder.Set("type", Quoted(object.type));
  for (auto& [path, json] : row.members) draft.builder.Set(path, std::move(json));
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
  const auto id_column =
      std::find_if(columns.begin(), columns.end(),
                   [](const BoundColumn& column) { return column.path == "id"; });
  if (id_column == columns.end()) {
    return AtLine(file, 1, Invalid("must have a column with the id of the record"));
  }
  // All rows are read before any is kept.
  REFEREE_ASSIGN_OR_RETURN(std::vector<MappedRow> rows,
                           state_->ReadRows(*object, table, columns, id_column->index, file));
  for (MappedRow& row : rows) state_->AddRow(*object, std::move(row), file);
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
