// A gate: a condition that stops one lane, or waits while the evidence is missing.

#ifndef REFEREE_SRC_POLICY_GATE_H_
#define REFEREE_SRC_POLICY_GATE_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/base/string_map.h"
#include "src/cel/cel.h"
#include "src/record/decision.h"

namespace referee::policy {

// Named expressions; conditions use them as @{name}.
using Predicates = StringMap<std::string>;

// What a condition may read.  Gates, rules and tables make the verdicts, so they cannot read them.
enum class Sees : std::uint8_t { kCase, kCaseAndVerdicts };

// Compiles a condition over the case schema in evidence mode, predicates filled in.  A predicate
// may use others; one that uses itself is an error.
absl::StatusOr<cel::Program> CompileCondition(std::string_view source, const Predicates& predicates,
                                              Sees sees);

// The same for the member `name` of a policy document, which is required.
absl::StatusOr<cel::Program> ReadCondition(const json::Node& node, std::string_view name,
                                           const Predicates& predicates, Sees sees);

struct Gate {
  explicit Gate(cel::Program condition) : stop(std::move(condition)) {}

  std::string code;
  Lane lane = Lane::kFit;
  cel::Program stop;
  std::optional<cel::Program> wait;
  std::vector<std::string> ask;  // Case paths that a true `wait` asks for.
  std::string who, review_role, because;
  std::vector<std::string> covers;
  bool runs_on_queries = false;
};

// Fails with the pointer of the member; faults of an expression carry line and column too.
absl::StatusOr<Gate> ReadGate(const json::Node& node, const Predicates& predicates);

// The paths of an unknown value, each once, ascending.
void AddUnknownPaths(const cel::Value& value, std::vector<MissingFact>* missing);

// Why a condition gave no verdict, without any value of the case.
std::string FaultText(const cel::Value& value);

// The scalars that a condition read, as they were: at most eight, in order of their paths.
void QuoteEvidence(const cel::Program& program, const cel::Value& document, Finding* finding);

// `stop` true stops and wins; unknown, or a true or unknown `wait`, waits and names what is
// missing; an error is a fault.  `document` is the case document.
Finding RunGate(const Gate& gate, const cel::Value& document);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_GATE_H_
