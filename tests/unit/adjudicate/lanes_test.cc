#include "src/adjudicate/lanes.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE_BEGIN("adjudicate/lanes");

namespace referee::testing {
namespace {

Finding Said(Lane lane, Verdict verdict, FindingSource source = FindingSource::kGate) {
  Finding finding;
  finding.lane = lane;
  finding.verdict = verdict;
  finding.source = source;
  return finding;
}

Conflict Open(ConflictKind kind) {
  Conflict conflict;
  conflict.kind = kind;
  return conflict;
}

std::string Text(const Lanes& lanes) {
  std::string text;
  for (const LaneState state : lanes) text += std::string(LaneStateName(state)) + " ";
  return text;
}

TEST_CASE("a lane stops by a gate and holds by a wait or a fault or a conflict [STP-29]") {
  struct Row {
    std::vector<Finding> findings;
    std::vector<Conflict> conflicts;
    const char* lanes;  // fit ownership attribution reward comms
  };
  const Row rows[] = {
      {{}, {}, "open open open open open "},
      {{Said(Lane::kFit, Verdict::kPass)}, {}, "open open open open open "},
      {{Said(Lane::kFit, Verdict::kWait)}, {}, "hold open open open open "},
      {{Said(Lane::kFit, Verdict::kFault)}, {}, "hold open open open open "},
      {{Said(Lane::kComms, Verdict::kStop)}, {}, "open open open open stop "},
      {{Said(Lane::kComms, Verdict::kStop), Said(Lane::kComms, Verdict::kWait)},
       {},
       "open open open open stop "},
      {{}, {Open(ConflictKind::kPartnerVsPartner)}, "open open hold open open "},
      {{Said(Lane::kAttribution, Verdict::kStop)},
       {Open(ConflictKind::kPartnerVsPartner)},
       "open open stop open open "},
      {{},
       {Open(ConflictKind::kSelfReferral), Open(ConflictKind::kNamedAccount)},
       "open hold open hold open "},
      // A rule speaks; it holds nothing unless it erred.
      {{Said(Lane::kFit, Verdict::kWait, FindingSource::kRule)}, {}, "open open open open open "},
      {{Said(Lane::kFit, Verdict::kFault, FindingSource::kRule)}, {}, "hold open open open open "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lanes);
    CHECK(Text(LaneStates(row.findings, row.conflicts)) == row.lanes);
  }
}

TEST_CASE("no finding and no conflict ever makes a lane done [APR-01]") {
  for (int lane = 0; lane < kLaneCount; ++lane) {
    for (const Verdict verdict :
         {Verdict::kPass, Verdict::kStop, Verdict::kWait, Verdict::kFault}) {
      for (const LaneState state : LaneStates({Said(static_cast<Lane>(lane), verdict)}, {})) {
        CHECK(state != LaneState::kDone);
      }
    }
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
