// Decision tables: rows of cells over the same inputs, for people who do not write expressions.
//
// A cell is a CEL unary test of its input: "-" is always true, "true" and "false" stand for
// themselves, ">= 50" compares, anything else is a list of values that the input must be in
// ('"gold", "platinum"').
//
// What a table gives decides which hit policies make sense.  `fit_tier` takes one answer: unique
// (at most one row may hit), first (the first row that hits) or any (rows that hit must agree).
// `reasons` takes all rows that hit: collect (each result once, ascending) or rule_order (as the
// rows stand).  Every other pairing is refused at load.

#ifndef REFEREE_SRC_POLICY_DECISION_TABLE_H_
#define REFEREE_SRC_POLICY_DECISION_TABLE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/cel/cel.h"
#include "src/policy/gate.h"

namespace referee::policy {

enum class HitPolicy : std::uint8_t { kUnique, kFirst, kAny, kCollect, kRuleOrder };

struct TableRow {
  explicit TableRow(cel::Program condition) : when(std::move(condition)) {}

  cel::Program when;
  std::string result, because;
};

struct DecisionTable {
  std::string name, gives;
  HitPolicy hit_policy = HitPolicy::kFirst;
  std::vector<TableRow> rows;
};

// What a table says: the rows that answer.  `unknown` when an undecided row could still change the
// answer; `fault` when a row erred, or hits contradict the hit policy.
struct TableAnswer {
  std::vector<const TableRow*> hits;
  bool unknown = false, fault = false;
};

// What `gives` may say.
inline constexpr std::string_view kGivesFitTier = "fit_tier";
inline constexpr std::string_view kGivesReasons = "reasons";

// Fails with the pointer of the member; faults of a cell name the row.
absl::StatusOr<DecisionTable> ReadTable(const json::Node& node, const Predicates& predicates);

// Total.  Under first, an undecided row only leaves the answer open when its result differs from
// that of the first row that hits; under any, when it differs from the rows that hit.
TableAnswer Decide(const DecisionTable& table, const cel::Value& document);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_DECISION_TABLE_H_
