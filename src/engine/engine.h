// The engine: one submission in, one decision out.  The only code that knows all steps.

#ifndef REFEREE_SRC_ENGINE_ENGINE_H_
#define REFEREE_SRC_ENGINE_ENGINE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/call.h"
#include "src/engine/replay.h"
#include "src/index/snapshot.h"
#include "src/match/model.h"
#include "src/output/decision_json.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"
#include "src/store/store.h"

namespace referee {

struct EngineOptions {
  Limits limits;
};

struct SubmitOptions {
  std::string tenant;
  std::string as_of;  // RFC 3339; "" takes the submission's received_at.
  DecisionParts parts;
};

// Immutable once created: any number of threads may use one engine.  Copies share their state.
class Engine {
 public:
  static absl::StatusOr<Engine> Create(const EngineOptions& options);

  // Adjudicates one submission document and commits it to `store`.
  //
  //   kInvalidArgument    not a valid submission; the JSON pointer says where
  //   kAlreadyExists      the idempotency key was used with other content
  //   kResourceExhausted  beyond the limits
  //   kCancelled, kDeadlineExceeded  as `call` asked; nothing is committed
  absl::StatusOr<std::shared_ptr<const StoredAnswer>> Submit(const Policy& policy,
                                                             const Snapshot& records, Store& store,
                                                             std::string_view json,
                                                             const SubmitOptions& options,
                                                             const CallContext& call) const;

  // Candidates for one record or submission document, best first, as a JSON document
  // {"schema":"referee.matches/1","matches":[...],"truncated":false}.
  absl::StatusOr<std::string> Match(const Policy& policy, const Snapshot& records,
                                    std::string_view json, const CallContext& call) const;

  // Makes the decision of one entry of a file store again, from what was kept with it; see
  // ReplayEntry() in replay.h.
  absl::StatusOr<referee::Replay> Replay(Store& store, std::string_view tenant, std::uint64_t entry,
                                         const CallContext& call) const;

  const EngineOptions& options() const;

 private:
  struct State;
  explicit Engine(std::shared_ptr<const State> state);

  std::shared_ptr<const State> state_;
};

// Evaluates one CEL expression; the answer is the JSON line of `referee eval` (design section 4).
// Fails only for unusable bindings or schema; faults of the expression are in the answer.
enum class EvaluationMode : std::uint8_t { kStrict, kEvidence };
absl::StatusOr<std::string> EvaluateExpression(std::string_view expression,
                                               std::string_view bindings_json,
                                               std::string_view schema_json, EvaluationMode mode,
                                               const Limits& limits);

}  // namespace referee

#endif  // REFEREE_SRC_ENGINE_ENGINE_H_
