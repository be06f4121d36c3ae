#include "src/output/subjects.h"

#include <doctest/doctest.h>

#include <set>

TEST_SUITE_BEGIN("output/subjects");

namespace referee::testing {
namespace {

constexpr const char* kActions[] = {"accept",     "reject_message", "attribute",
                                    "commission", "reward",         "commitment",
                                    "advocacy",   "exception",      "feedback"};

Decision Example() {
  Decision decision;
  decision.referral_id = "r-1";
  decision.submission_id = "s-1";
  decision.policy_hash = "p";
  decision.outputs.feedback_draft = "Thank you.";
  Claim claim;
  claim.id = "submission:s-1";
  claim.partner_id = "p-nova";
  decision.attribution.claims.push_back(claim);
  return decision;
}

TEST_CASE("each action binds something of its own") {
  std::set<std::string> hashes;
  for (const char* action : kActions) {
    const std::string hash = SubjectHash(action, Example(), Submission());
    CHECK(hash.starts_with("sha256:"));
    CHECK(hashes.insert(hash).second);
    CHECK(hash == SubjectHash(action, Example(), Submission()));
  }
}

TEST_CASE("changing the thing changes its hash and no other [APR-01]") {
  struct Row {
    const char* changed;
    void (*change)(Decision&, Submission&);
    const char* actions;  // Whose hash changes.
  };
  const Row rows[] = {
      {"text", [](Decision& d, Submission&) { d.outputs.feedback_draft += "!"; }, " feedback "},
      {"rejection", [](Decision& d, Submission&) { d.outputs.rejection_draft += "!"; },
       " reject_message "},
      {"split", [](Decision& d, Submission&) { d.attribution.claims[0].partner_id = "p-x"; },
       " attribute commission reward "},
      {"state",
       [](Decision& d, Submission&) { d.attribution.claims[0].state = ClaimState::kWithdrawn; },
       " attribute commission reward "},
      {"time alone",
       [](Decision& d, Submission&) { d.attribution.claims[0].state = ClaimState::kEnded; }, ""},
      {"amount",
       [](Decision&, Submission& s) {
         s.reward = Money(Amount{std::int64_t{5}, std::string("EUR")});
       },
       " commission reward "},
      {"commitments",
       [](Decision&, Submission& s) { s.commitments = std::vector<std::string>{"a discount"}; },
       " commitment "},
      {"recommendation",
       [](Decision& d, Submission&) { d.recommendation = Recommendation::kAccept; },
       " accept advocacy exception "},
      {"referral", [](Decision& d, Submission&) { d.referral_id = "r-2"; },
       " accept reject_message attribute commission reward commitment advocacy exception "
       "feedback "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.changed);
    Decision decision = Example();
    Submission submission;
    row.change(decision, submission);
    for (const char* action : kActions) {
      CAPTURE(action);
      const bool differs =
          SubjectHash(action, decision, submission) != SubjectHash(action, Example(), Submission());
      const std::string word = std::string(" ") + action + " ";
      CHECK(differs == (std::string(row.actions).find(word) != std::string::npos));
    }
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
