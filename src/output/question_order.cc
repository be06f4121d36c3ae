#include "src/output/question_order.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace referee {
namespace {

bool Names(const std::vector<MissingFact>& missing, std::string_view path) {
  return std::any_of(missing.begin(), missing.end(),
                     [&](const MissingFact& fact) { return fact.path == path; });
}

// True when the answer to `path` is all that the lane waits for.
bool Opens(const Decision& decision, Lane lane, std::string_view path) {
  if (decision.lane(lane) != LaneState::kHold) return false;
  for (const Conflict& conflict : decision.conflicts) {
    if (LaneOf(conflict.kind) == lane) return false;
  }
  for (const Finding& finding : decision.findings) {
    if (finding.lane != lane || !finding.HoldsALane()) continue;
    if (finding.missing.size() != 1 || finding.missing.front().path != path) return false;
  }
  return true;
}

struct Ranked {
  RankedQuestion question;
  std::size_t alone = 0;
};

Ranked RankOf(const Decision& decision, const Question& question) {
  Ranked ranked;
  ranked.question.path = question.path;
  ranked.question.question = question.question;
  ranked.question.ask = question.ask;
  for (const Finding& finding : decision.findings) {
    if (!finding.HoldsALane() || !Names(finding.missing, question.path)) continue;
    ranked.question.unlocks.push_back(finding.code);
    ranked.alone += finding.missing.size() == 1 ? 1 : 0;
  }
  for (const Conflict& conflict : decision.conflicts) {
    if (!Names(conflict.missing, question.path)) continue;
    ranked.question.unlocks.emplace_back(ConflictKindName(conflict.kind));
  }
  for (int i = 0; i < kLaneCount; ++i) {
    const Lane lane = static_cast<Lane>(i);
    if (Opens(decision, lane, question.path)) ranked.question.opens.push_back(lane);
  }
  return ranked;
}

}  // namespace

std::vector<RankedQuestion> OrderQuestions(const Decision& decision) {
  std::vector<Ranked> ranked;
  for (const Question& question : decision.missing) ranked.push_back(RankOf(decision, question));
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    const auto weight = [](const Ranked& r) {
      return std::tuple(r.question.opens.size(), r.alone, r.question.unlocks.size());
    };
    return weight(a) > weight(b);  // Equal ones stay in the order of their paths.
  });
  std::vector<RankedQuestion> questions;
  for (Ranked& entry : ranked) questions.push_back(std::move(entry.question));
  return questions;
}

}  // namespace referee
