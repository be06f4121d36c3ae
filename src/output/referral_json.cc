#include "src/output/referral_json.h"

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/json_writer.h"
#include "src/base/status_macros.h"

namespace referee {

std::string ReferralJson(const Referral& referral) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.referral/1").Key("id").String(referral.id);
  writer.Key("lanes").BeginArray();
  for (const LaneState state : referral.lanes) writer.String(LaneStateName(state));
  writer.EndArray().EndObject();
  return out;
}

absl::StatusOr<Referral> ReferralFromJson(std::string_view json) {
  json::Parser parser;
  REFEREE_ASSIGN_OR_RETURN(const json::Node* node, parser.Parse(json));
  const json::Node* id = node->Find("id");
  const json::Node* lanes = node->Find("lanes");
  if (id == nullptr) return InsideOf("id", Invalid("is required"));
  if (lanes == nullptr || lanes->elements.size() != kLaneCount) {
    return InsideOf("lanes", Invalid("must list the state of every lane"));
  }
  Referral referral;
  referral.id = id->text;
  for (std::size_t i = 0; i < kLaneCount; ++i) {
    for (const LaneState state :
         {LaneState::kOpen, LaneState::kHold, LaneState::kStop, LaneState::kDone}) {
      if (LaneStateName(state) == lanes->elements[i].text) referral.lanes[i] = state;
    }
  }
  return referral;
}

}  // namespace referee
