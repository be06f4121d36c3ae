// What matching found while one case was gathered, in order: a decision is made again from it,
// years later, when the records that it was compared with are gone and their statistics have
// changed.

#ifndef REFEREE_SRC_ATTRIBUTION_MATCH_TRACE_H_
#define REFEREE_SRC_ATTRIBUTION_MATCH_TRACE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/index/snapshot.h"
#include "src/match/match_parties.h"

namespace referee {

class MatchTrace {
 public:
  MatchTrace() = default;  // Notes.

  // One that answers with what another noted; kDataLoss with the pointer when `node` is not what
  // AppendTo() writes.
  static absl::StatusOr<MatchTrace> FromJson(const json::Node& node);

  // {"has_history","results":[...],"scores":[...]}
  void AppendTo(json::Writer& writer) const;

  bool answers() const { return answers_; }

  void Note(const Snapshot& snapshot, const MatchResult& result);
  void Note(const AspectMatch& score) { scores_.push_back(score); }
  void NoteHistory(bool has_history) { has_history_ = has_history; }

  // The next answers, with the records' numbers in this snapshot.  kDataLoss when fewer were noted
  // or a record is not there.
  absl::StatusOr<MatchResult> NextResult(const Snapshot& snapshot);
  AspectMatch NextScore();
  bool has_history() const { return has_history_; }

 private:
  struct Noted {
    MatchResult result;
    std::vector<std::uint64_t> sequences;  // Of the matches that are submissions, else 0.
  };

  bool answers_ = false;
  bool has_history_ = false;
  std::vector<Noted> results_;
  std::vector<AspectMatch> scores_;
  std::size_t next_result_ = 0, next_score_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_MATCH_TRACE_H_
