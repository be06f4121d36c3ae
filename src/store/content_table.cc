#include "src/store/content_table.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "src/base/status_macros.h"
#include "src/store/link.h"

namespace referee {
namespace {

constexpr std::size_t kRowsPerPoll = 256;

// What is wrong with a row that was erased, by its columns; null when nothing is.
const char* FaultOfErased(const Statement& row, const ContentRow& content) {
  const bool is_gone = row.IsNull(3) && row.IsNull(4) && !content.is_once;
  return is_gone && content.erased_by > 0 ? nullptr : "is marked as erased and is not";
}

const char* FaultOfText(const Statement& row, const ContentRow& content) {
  if (row.IsNull(3) || row.IsNull(4)) return "was removed without an erasure";
  const std::string_view text = row.BytesAt(4);
  if (row.BytesAt(2).size() != content.commitment.size() ||
      Commitment(row.BytesAt(3), text) != content.commitment) {
    return "was altered: it is not what its commitment says";
  }
  if (content.is_once && row.BytesAt(5) != BytesOf(Sha256(text))) {
    return "has a digest that is not its own";
  }
  return nullptr;
}

}  // namespace

absl::StatusOr<ContentTable> ContentTable::Read(Database* database, const CallContext& call) {
  REFEREE_ASSIGN_OR_RETURN(
      Statement select,
      database->Prepare("SELECT id, tenant, commitment, salt, text, digest, erased_by"
                        " FROM content ORDER BY id"));
  ContentTable table;
  while (true) {
    REFEREE_ASSIGN_OR_RETURN(const bool has_row, select.Step());
    if (!has_row) return table;
    if (table.rows_.size() % kRowsPerPoll == 0) REFEREE_RETURN_IF_ERROR(call.Poll());
    ContentRow& row = table.rows_.emplace_back();
    row.id = select.IntegerAt(0);
    row.tenant = select.IntegerAt(1);
    row.commitment = DigestFromBytes(select.BytesAt(2)).value_or(Sha256Digest());
    row.is_once = !select.IsNull(5);
    if (select.IsNull(6)) {
      row.fault = FaultOfText(select, row);
    } else {
      row.erased_by = static_cast<std::uint64_t>(select.IntegerAt(6));
      row.fault = FaultOfErased(select, row);
      ++table.erased_;
    }
  }
}

ContentRow* ContentTable::Find(std::int64_t id) {
  const auto found =
      std::lower_bound(rows_.begin(), rows_.end(), id,
                       [](const ContentRow& row, std::int64_t wanted) { return row.id < wanted; });
  return found != rows_.end() && found->id == id ? &*found : nullptr;
}

}  // namespace referee
