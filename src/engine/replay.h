// What a decision was made from, kept with it, and the decision made again from that alone.

#ifndef REFEREE_SRC_ENGINE_REPLAY_H_
#define REFEREE_SRC_ENGINE_REPLAY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "src/adjudicate/adjudicate.h"
#include "src/attribution/match_trace.h"
#include "src/index/snapshot.h"
#include "src/index/snapshot_reads.h"
#include "src/match/model.h"
#include "src/output/decision_json.h"
#include "src/store/store.h"

namespace referee {

// Notes what one adjudication reads.
struct Recorder {
  SnapshotReads records, history;
  MatchTrace trace;
};

// The frame of a decision from what was noted; `records` and `history` are the snapshots read.
Frame FrameOf(const Recorder& recorder, const Snapshot& records, const Snapshot& history,
              const std::optional<Referral>& referral, const DecisionParts& parts);

enum class ReplayOutcome : std::uint8_t {
  kNone,       // The entry is a person's act and holds no decision.
  kSame,       // The same bytes.
  kDifferent,  // Another version of the engine, or what was kept was altered.
  kErased,     // What the decision was made from, or the decision, was erased.
};

struct Replay {
  ReplayOutcome outcome = ReplayOutcome::kNone;
  std::string commitment;  // To the stored decision, "sha256:..."; "" for kNone.
  std::string decision;    // As it is made now, without "audit"; "" for kNone and kErased.
};

// Makes the decision of one entry again.
//
//   kNotFound            there is no such entry
//   kFailedPrecondition  the store keeps no journal
//   kDataLoss            the store is damaged
absl::StatusOr<Replay> ReplayEntry(const Model& model, Store& store, std::string_view tenant,
                                   std::uint64_t entry, const CallContext& call);

// {"schema":"referee.replay/1","entry","outcome","commitment","decision"}
std::string ReplayJson(std::uint64_t entry, const Replay& replay);

}  // namespace referee

#endif  // REFEREE_SRC_ENGINE_REPLAY_H_
