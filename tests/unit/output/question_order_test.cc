#include "src/output/question_order.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("output/question_order");

namespace referee::testing {
namespace {

void Wait(Decision* decision, const char* code, Lane lane, std::vector<std::string> paths) {
  Finding finding;
  finding.code = code;
  finding.lane = lane;
  finding.verdict = Verdict::kWait;
  for (std::string& path : paths) finding.missing.push_back({std::move(path), "absent"});
  decision->findings.push_back(std::move(finding));
  decision->lanes[static_cast<std::size_t>(lane)] = LaneState::kHold;
}

void Ask(Decision* decision, const char* path) {
  decision->missing.push_back({path, "?", "partner"});
}

std::string Order(const Decision& decision) {
  std::string text;
  for (const RankedQuestion& question : OrderQuestions(decision)) {
    text += question.path + "(";
    for (const std::string& code : question.unlocks) text += code + " ";
    text += "|";
    for (const Lane lane : question.opens) text += std::string(LaneName(lane)) + " ";
    text += ") ";
  }
  return text;
}

TEST_CASE("what opens a lane comes first and then what unlocks most [OUT-14]") {
  Decision decision;
  Ask(&decision, "a");
  Ask(&decision, "b");
  Ask(&decision, "c");
  Ask(&decision, "d");
  Wait(&decision, "fit_1", Lane::kFit, {"a", "b"});
  Wait(&decision, "fit_2", Lane::kFit, {"b"});
  Wait(&decision, "comms_1", Lane::kComms, {"d"});
  Wait(&decision, "comms_2", Lane::kComms, {"d"});
  Wait(&decision, "own", Lane::kOwnership, {"b", "c"});
  CHECK(Order(decision) == "d(comms_1 comms_2 |comms ) b(fit_1 fit_2 own |) a(fit_1 |) c(own |) ");
}

TEST_CASE("a lane that a conflict or another gate holds is not opened by an answer") {
  Decision decision;
  Ask(&decision, "a");
  Wait(&decision, "fit_1", Lane::kFit, {"a"});
  CHECK(Order(decision) == "a(fit_1 |fit ) ");
  Conflict conflict;
  conflict.kind = ConflictKind::kNoCompanyIdentity;  // Of the lane fit.
  conflict.missing.push_back({"a", "absent"});
  decision.conflicts.push_back(conflict);
  CHECK(Order(decision) == "a(fit_1 no_company_identity |) ");
  decision.conflicts.clear();
  Finding stop;
  stop.code = "stale";
  stop.lane = Lane::kFit;
  stop.verdict = Verdict::kStop;
  decision.findings.push_back(stop);
  CHECK(Order(decision) == "a(fit_1 |) ");
}

TEST_CASE("questions of equal weight keep the order of their paths") {
  Decision decision;
  for (const char* path : {"a", "b", "c"}) {
    Ask(&decision, path);
    Wait(&decision, path, Lane::kFit, {path});
  }
  CHECK(Order(decision) == "a(a |) b(b |) c(c |) ");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
