// What stands behind the opaque handles.  Each holds C++ objects by value; those that are shared
// count their references inside, so handles may be freed in any order.

#ifndef REFEREE_CAPI_HANDLES_H_
#define REFEREE_CAPI_HANDLES_H_

#include <memory>
#include <string>
#include <vector>

#include "include/referee/referee.h"
#include "src/engine/acts.h"
#include "src/engine/engine.h"
#include "src/index/snapshot.h"
#include "src/policy/policy.h"
#include "src/record/decision.h"
#include "src/record/match.h"
#include "src/store/store.h"

namespace referee::capi {

// The host's log function; `data` destroys the user data with the last copy.
struct LogSink {
  referee_log_fn log = nullptr;
  std::shared_ptr<void> data;
};

}  // namespace referee::capi

struct referee_config {
  referee::EngineOptions options;
  referee::capi::LogSink sink;
};

struct referee_engine {
  referee::Engine engine;
  referee::capi::LogSink sink;
};

struct referee_policy {
  referee::Policy policy;
};

struct referee_snapshot {
  referee::Snapshot snapshot;
};

struct referee_store {
  std::unique_ptr<referee::Store> store;
};

struct referee_finding {
  const referee::Finding* finding;
};

struct referee_conflict {
  const referee::Conflict* conflict;
};

struct referee_match {
  const referee::Match* match;
};

// The handles of the parts are made with the decision, not on first use: a `const` handle has no
// hidden state, which is what makes it safe to share.
struct referee_decision {
  std::shared_ptr<const referee::StoredAnswer> stored;
  std::vector<referee_finding> findings;
  std::vector<referee_conflict> conflicts;
  std::vector<referee_match> matches;
};

struct referee_standing {
  referee::Standing standing;
};

struct referee_document {
  std::string json;
};

#endif  // REFEREE_CAPI_HANDLES_H_
