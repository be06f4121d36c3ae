#include "src/record/referral.h"

namespace referee {
namespace {

struct StateRow {
  Aspect aspect;
  std::string_view name, meaning;
};

// In the order of ReferralState.
constexpr std::array<StateRow, kReferralStateCount> kStates = {{
    {Aspect::kStatus, "submitted", "received; nobody has decided anything"},
    {Aspect::kStatus, "needs_more_context", "waits for answers; no rejection"},
    {Aspect::kStatus, "in_review", "a person looks at it"},
    {Aspect::kStatus, "disputed", "two titles cannot both stand, and a person settles which"},
    {Aspect::kStatus, "duplicate", "a person found it to be a record that exists"},
    {Aspect::kStatus, "accepted", "a person accepted it"},
    {Aspect::kStatus, "routed", "with its sales owner, who works it"},
    {Aspect::kStatus, "escalated", "with somebody above the owner"},
    {Aspect::kStatus, "retried", "the owner tries again to reach the prospect"},
    {Aspect::kStatus, "nurtured", "not ready yet; kept warm"},
    {Aspect::kStatus, "converted", "became business"},
    {Aspect::kStatus, "rewarded", "became business, and its reward is paid"},
    {Aspect::kStatus, "closed", "over, for the reason given"},
    {Aspect::kStatus, "rejected", "refused after review, with an approved explanation"},
    {Aspect::kCredit, "uncredited", "nobody is credited yet"},
    {Aspect::kCredit, "credited", "a person approved who is credited"},
    {Aspect::kReward, "none", "no reward is asked for"},
    {Aspect::kReward, "held", "a reward is asked for and nobody has confirmed anything"},
    {Aspect::kReward, "eligible", "eligibility is confirmed"},
    {Aspect::kReward, "approved", "people approved commission and reward"},
    {Aspect::kReward, "paid", "paid"},
    {Aspect::kReward, "refused", "refused, for the reason given"},
    {Aspect::kFeedback, "none", "nothing is to be told"},
    {Aspect::kFeedback, "draft_held", "a draft waits for approval"},
    {Aspect::kFeedback, "approved", "a person approved the exact text"},
    {Aspect::kFeedback, "sent", "the partner was told"},
    {Aspect::kCommitment, "none", "nobody asked for a commitment"},
    {Aspect::kCommitment, "held", "a commitment was asked for or made, and nobody approved it"},
    {Aspect::kCommitment, "committed", "a person approved the commitment"},
    {Aspect::kAdvocacy, "none", "no public reference is asked for"},
    {Aspect::kAdvocacy, "held", "a public reference is asked for"},
    {Aspect::kAdvocacy, "allowed", "a person approved the public reference"},
}};

const StateRow& RowOf(ReferralState state) { return kStates[static_cast<std::size_t>(state)]; }

}  // namespace

std::string_view AspectName(Aspect aspect) {
  constexpr std::array<std::string_view, kAspectCount> kNames = {
      "status", "credit", "reward", "feedback", "commitment", "advocacy"};
  return kNames[static_cast<std::size_t>(aspect)];
}

Aspect AspectOf(ReferralState state) { return RowOf(state).aspect; }
std::string_view ReferralStateName(ReferralState state) { return RowOf(state).name; }
std::string_view ReferralStateMeaning(ReferralState state) { return RowOf(state).meaning; }

std::string ReferralStateCode(ReferralState state) {
  std::string code;
  if (AspectOf(state) != Aspect::kStatus) {
    code += AspectName(AspectOf(state));
    code += '.';
  }
  code += ReferralStateName(state);
  return code;
}

std::optional<ReferralState> ReferralStateFromCode(std::string_view code) {
  for (int i = 0; i < kReferralStateCount; ++i) {
    const auto state = static_cast<ReferralState>(i);
    if (ReferralStateCode(state) == code) return state;
  }
  return std::nullopt;
}

std::string_view AllowanceName(Allowance permission) {
  constexpr std::array<std::string_view, 3> kNames = {"unknown", "given", "refused"};
  return kNames[static_cast<std::size_t>(permission)];
}

}  // namespace referee
