// The steps of adjudication in their order, without an engine and without a store: what output and
// policy tests decide with.

#ifndef REFEREE_TESTS_UNIT_OUTPUT_DECIDE_H_
#define REFEREE_TESTS_UNIT_OUTPUT_DECIDE_H_

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "src/adjudicate/adjudicate.h"
#include "src/adjudicate/count_approvals.h"
#include "src/attribution/attribute.h"
#include "src/attribution/gather.h"
#include "src/base/error_location.h"
#include "src/intake/parse_record.h"
#include "src/match/model.h"
#include "src/output/decision_json.h"
#include "src/output/prepare.h"
#include "src/policy/policy.h"
#include "src/routing/route.h"

namespace referee::testing {

inline const Policy& StandardPolicy() {
  static const auto& policy = *new Policy(Policy::Standard().value());
  return policy;
}

// One run: records, then submissions in their order, each seeing those before it.
class Run {
 public:
  explicit Run(std::string_view records, Policy policy = StandardPolicy())
      : policy_(std::move(policy)) {
    const absl::Status loaded = corpus_.LoadNdjson("records", records, CallContext());
    INFO(DescribeError(loaded));
    REQUIRE(loaded.ok());
  }

  Decision Decide(std::string_view json) {
    json::Parser parser;
    const auto node = parser.Parse(json);
    REQUIRE(node.ok());
    auto submission = ParseSubmission(**node, nullptr);
    INFO(DescribeError(submission.status()));
    REQUIRE(submission.ok());
    GatherInput input;
    input.records = corpus_.Publish();
    input.history = history_.Publish();
    input.submission = *submission;
    input.sequence = ++sequence_;
    input.as_of = submission->received_at->instant;
    input.as_of_text = submission->received_at->text;
    input.model = &model_;
    input.parameters = &policy_.parameters();
    auto gathered = GatherCase(std::move(input), CallContext());
    REQUIRE(gathered.ok());
    the_case = std::move(*gathered);
    Attribution attribution = Attribute(the_case, policy_.parameters());
    Judgement judgement = policy_.Judge(the_case, attribution);
    Decision decision =
        Adjudicate(policy_, the_case, std::move(attribution), std::move(judgement), last_);
    decision.route = ProposeRoute(policy_, the_case);
    PrepareSubjects(policy_, the_case, &decision);
    CountApprovals(the_case, &decision);
    PrepareOutputs(policy_, the_case, ReferralOf(decision), &decision);
    REQUIRE(
        history_
            .AddSubmission(*submission, json, {the_case.referral_id, sequence_, the_case.receipt})
            .ok());
    last_ = LastDecision{decision.lanes};
    return decision;
  }

  Case the_case;  // Of the last decision.

 private:
  // The referral as it is when nobody has acted on it.
  std::optional<Referral> ReferralOf(const Decision& decision) const {
    if (decision.referral_id.empty()) return std::nullopt;
    Referral referral;
    referral.id = decision.referral_id;
    const auto put = [&](ReferralState state) {
      referral.states[static_cast<std::size_t>(AspectOf(state))] = state;
    };
    put(ReferralState::kDraftHeld);
    const Submission& submission = the_case.submission;
    if (submission.reward.has() || submission.intent == Intent::kRewardClaim) {
      put(ReferralState::kRewardHeld);
    }
    return referral;
  }

  Policy policy_;
  Model model_ = Model::Default();
  Corpus corpus_, history_;
  std::uint64_t sequence_ = 0;
  std::optional<LastDecision> last_;
};

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_OUTPUT_DECIDE_H_
