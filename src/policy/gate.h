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

// Compiles a condition over the case schema in evidence mode, predicates filled in.
absl::StatusOr<cel::Program> CompileCondition(std::string_view source,
                                              const Predicates& predicates);

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

// `stop` true stops and wins; unknown, or a true or unknown `wait`, waits and names what is
// missing; an error is a fault.  `document` is the case document.
Finding RunGate(const Gate& gate, const cel::Value& document);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_GATE_H_
