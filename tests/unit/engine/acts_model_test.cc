// Random calls against the real engine and a store in memory or in a file, held against the simple
// model of tests/reference/adjudicate/acts_model.h: what the engine lets through the model must
// allow, and what it refuses for want of an approval the model must miss as well.

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "src/adjudicate/lifecycle.h"
#include "tests/reference/adjudicate/acts_model.h"
#include "tests/unit/engine/engine_under_test.h"
#include "tests/unit/store/store_file.h"

TEST_SUITE_BEGIN("engine/acts_model");

namespace referee {
namespace {

using reference::ActsModel;
using reference::Attempt;
using reference::Subject;
using testing::Document;
using testing::EngineUnderTest;

// A few here; thousands under the label "slow", which sets REFEREE_ACTS_SEQUENCES.
constexpr int kFewSequences = 40;

int SequencesToRun() {
  const char* told = std::getenv("REFEREE_ACTS_SEQUENCES");
  return told == nullptr ? kFewSequences : std::atoi(told);
}

constexpr int kStepsASequence = 40;
constexpr int kDiligentEach = 20;
constexpr int kStepsOfDiligent = 160;
constexpr std::int64_t kStart = 1780300800;  // 2026-06-01T08:00:00Z

struct Tally {
  int submissions = 0, approved = 0, denied = 0, moved = 0, refused = 0, missing = 0;
  std::set<std::string> reached;
};

class Sequence {
 public:
  // A diligent sequence makes no slips and is not disturbed: it comes as far as there is to go.
  Sequence(std::uint32_t seed, bool is_diligent, Tally* tally,
           std::unique_ptr<Store> store = NewMemoryStore())
      : random_(seed), is_diligent_(is_diligent), tally_(*tally) {
    under_.store = std::move(store);
    model_.roles_of = {
        {"u-maya", {"partner_manager"}}, {"u-tom", {"partner_owner"}},
        {"u-pia", {"program_owner"}},    {"u-paul", {"program_owner"}},
        {"u-sam", {"sales_owner"}},      {"u-max", {"partner_manager", "partner_owner"}}};
    model_.parties = {"pu-nova", "pu-peak"};
    for (const char* action : {"accept", "attribute", "feedback", "reject_message", "advocacy"}) {
      model_.seconds_of[action] = 336 * 3600;
    }
    for (const char* action : {"commission", "reward", "commitment", "exception"}) {
      model_.seconds_of[action] = 168 * 3600;
    }
    Submit();
  }

  void Step() {
    now_ += Slip(40) ? 15 * 86400 : 60 + Pick(3600);
    ReadStatus();
    const int what = Pick(40);
    if (what == 0 && !is_diligent_) {
      Submit();
    } else if (what < 22) {
      Approve();
    } else {
      Move();
    }
  }

 private:
  int Pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  // True once in `often`, never in a diligent sequence.
  bool Slip(int often) { return !is_diligent_ && Pick(often) == 0; }

  template <typename List>
  const auto& OneOf(const List& list) {
    return list[static_cast<std::size_t>(Pick(static_cast<int>(std::size(list))))];
  }

  std::string Now() const { return FormatInstant(Instant{now_, 0}); }

  void Submit() {
    static constexpr std::array<const char*, 6> kIntents = {
        "referral", "referral", "introduction", "reward_claim", "status_query", "credit_query"};
    const bool is_first = under_.referral.empty();
    const bool is_nova = is_first || Pick(2) == 0;
    const std::string intent = is_first ? "referral" : OneOf(kIntents);
    std::string more;
    if (is_first && Pick(2) == 0) {
      more = R"(,"commitments":["a fixed price"],"advocacy":{"requested":true})";
    }
    if (is_first || intent == "reward_claim") {
      more += R"(,"reward":{"amount":{"minor":)" + std::to_string(10000 + now_ % 100000) +
              R"(,"currency":"EUR"}})";
    }
    under_.Submit(testing::SubmissionOf("s-" + std::to_string(++submissions_),
                                        is_nova ? "p-nova" : "p-peak",
                                        is_nova ? "pu-nova" : "pu-peak", Now(), intent, more));
    model_.decided_at = now_;
    ++tally_.submissions;
  }

  void ReadStatus() {
    const auto standing = under_.Ask(
        Document({{"type", "status"}, {"referral_id", under_.referral}, {"user", "u-sam"}}), Now());
    REQUIRE(standing.ok());
    json::Parser parser;
    const auto root = parser.Parse(standing->json);
    REQUIRE(root.ok());
    subjects_.clear();
    next_.clear();
    for (const json::Node& node : (*root)->Find("subjects")->elements) {
      subjects_.push_back({std::string(node.Find("action")->text),
                           std::string(node.Find("role")->text),
                           std::string(node.Find("subject_hash")->text),
                           static_cast<std::size_t>(*json::ToInteger(*node.Find("people"), 1, 9))});
      // What the status says is approved is what the model says.
      const std::string& action = subjects_.back().action;
      is_approved_[action] = node.Find("is_approved")->boolean;
    }
    for (const auto& entry : is_approved_) {
      const std::string& action = entry.first;
      CAPTURE(action);
      REQUIRE(entry.second == model_.Holds(action, subjects_, now_));
    }
    for (const json::Node& node : (*root)->Find("next")->elements) {
      next_.emplace_back(node.text);
    }
  }

  Attempt AnAttempt() {
    static constexpr std::array<const char*, 9> kUsers = {
        "u-maya", "u-tom", "u-pia", "u-paul", "u-max", "u-sam", "u-gone", "pu-nova", "u-nobody"};
    static constexpr std::array<const char*, 4> kRoles = {"partner_manager", "partner_owner",
                                                          "program_owner", "sales_owner"};
    // Mostly what nobody has approved yet: a walk that approves the same thing again gets nowhere.
    std::vector<Subject> open;
    for (const Subject& candidate : subjects_) {
      if (!is_approved_[candidate.action]) open.push_back(candidate);
    }
    const Subject& subject = open.empty() || Pick(4) == 0 ? OneOf(subjects_) : OneOf(open);
    Attempt attempt{subject.action, subject.role, "", subject.hash, true, now_};
    std::vector<std::string> able;
    for (const auto& [user, roles] : model_.roles_of) {
      if (roles.count(subject.role) == 1) able.push_back(user);
    }
    attempt.user = OneOf(able);
    if (Slip(10)) attempt.user = OneOf(kUsers);
    if (Slip(20)) attempt.role = OneOf(kRoles);
    if (Slip(20)) attempt.hash = OneOf(subjects_).hash;
    if (Slip(15)) attempt.at = now_ + Pick(7200) - 3600;
    if (Slip(12)) attempt.approves = false;
    return attempt;
  }

  void Approve() {
    const Attempt attempt = AnAttempt();
    const std::string id = "act-" + std::to_string(++acts_);
    const std::string at = FormatInstant(Instant{attempt.at, 0});
    const auto standing =
        under_.Approve(Document({{"type", "approval"},
                                 {"id", id},
                                 {"referral_id", under_.referral},
                                 {"action", attempt.action},
                                 {"subject_hash", attempt.hash},
                                 {"user", attempt.user},
                                 {"role", attempt.role},
                                 {"at", at},
                                 {"decision", attempt.approves ? "approve" : "refuse"},
                                 {"rationale", "because"}}),
                       Now());
    CAPTURE(DescribeError(standing.status()));
    CAPTURE(attempt.action);
    CAPTURE(attempt.user);
    REQUIRE(standing.ok() == model_.MayAct(attempt, subjects_, now_));
    ++(standing.ok() ? tally_.approved : tally_.denied);
    if (standing.ok()) model_.Note(id, attempt);
  }

  void Move() {
    std::string to = !next_.empty() && !Slip(6)
                         ? OneOf(next_)
                         : ReferralStateCode(static_cast<ReferralState>(Pick(kReferralStateCount)));
    const std::string id = "act-" + std::to_string(++acts_);
    const auto standing =
        under_.Move(Document({{"type", "transition"},
                              {"id", id},
                              {"referral_id", under_.referral},
                              {"to", to},
                              {"reason", to == "rejected" ? "low_fit" : "mistake"},
                              {"user", "u-sam"}}),
                    Now());
    CAPTURE(to);
    if (standing.ok()) {
      const auto row = ActsModel::Never().find(to);
      if (row != ActsModel::Never().end()) {
        for (const std::string& action : row->second) {
          CAPTURE(action);
          REQUIRE(model_.Holds(action, subjects_, now_));
        }
      }
      Use(*standing);
      ++tally_.moved;
      tally_.reached.insert(to);
      return;
    }
    ++tally_.refused;
    if (ErrorCode(standing.status()) != "approval.missing") return;
    ++tally_.missing;
    CAPTURE(DescribeError(standing.status()));
    REQUIRE(AnyMissing(to));
  }

  // Time does not end what a move rested on, and a move rests on nothing that does not stand.
  void Use(const Standing& standing) {
    json::Parser parser;
    const auto root = parser.Parse(standing.json);
    REQUIRE(root.ok());
    for (const json::Node& id : (*root)->Find("move")->Find("rests_on")->elements) {
      REQUIRE(model_.Use(std::string(id.text), subjects_, now_));
    }
  }

  bool AnyMissing(const std::string& to) {
    for (const referee::Move& move : Moves()) {
      if (ReferralStateCode(move.to) != to) continue;
      for (const RequiredApproval& required : move.approvals) {
        const std::string action(required.action);
        if (!action.empty() && !model_.Holds(action, subjects_, now_)) return true;
      }
    }
    return false;
  }

  std::mt19937 random_;
  bool is_diligent_;
  Tally& tally_;
  EngineUnderTest under_;
  ActsModel model_;
  std::vector<Subject> subjects_;
  std::vector<std::string> next_;
  std::map<std::string, bool> is_approved_;
  std::int64_t now_ = kStart;
  int submissions_ = 0, acts_ = 0;
};

TEST_CASE(
    "no sequence of calls reaches what is never automated without its approvals "
    "[APR-22] [APR-23] [APR-24] [APR-25] [APR-26] [APR-27] [APR-28] [APR-29] [FIT-17]") {
  Tally tally;
  const int sequences = SequencesToRun();
  for (int i = 0; i < sequences; ++i) {
    CAPTURE(i);
    const bool is_diligent = i % kDiligentEach == 0;
    Sequence sequence(static_cast<std::uint32_t>(i) + 17u, is_diligent, &tally);
    const int steps = is_diligent ? kStepsOfDiligent : kStepsASequence;
    for (int step = 0; step < steps; ++step) sequence.Step();
  }
  MESSAGE(sequences, " sequences: ", tally.submissions, " submissions, ", tally.approved,
          " approvals, ", tally.denied, " denied, ", tally.moved, " moves, ", tally.refused,
          " refused, ", tally.missing, " of them for want of an approval");
  // The walk must come to where it matters, or it proves nothing.
  std::vector<std::string> due = {"accepted", "credit.credited", "feedback.sent",
                                  "advocacy.allowed"};
  if (sequences >= 1000) {
    for (const char* state : {"routed", "rejected", "reward.eligible", "reward.approved",
                              "reward.paid", "commitment.committed", "converted"}) {
      due.emplace_back(state);
    }
  }
  for (const std::string& state : due) {
    CAPTURE(state);
    CHECK(tally.reached.count(state) == 1);
  }
  CHECK(tally.denied > sequences / 2);
  CHECK(tally.missing > sequences / 2);
}

// Of one sequence over a file: the journal is sound, and every decision is made again as it was.
void CheckJournal(const testing::StoreFile& file) {
  const std::unique_ptr<Store> store = file.Open();
  const auto report = store->Verify("", CallContext());
  REQUIRE(report.ok());
  CHECK(report->is_sound());
  const auto engine = Engine::Create(EngineOptions());
  REQUIRE(engine.ok());
  const auto entries = store->CountEntries("", CallContext());
  REQUIRE(entries.ok());
  for (std::uint64_t entry = 1; entry <= *entries; ++entry) {
    CAPTURE(entry);
    const auto replay = engine->Replay(*store, "", entry, CallContext());
    REQUIRE(replay.ok());
    CHECK((replay->outcome == ReplayOutcome::kSame || replay->outcome == ReplayOutcome::kNone));
  }
}

TEST_CASE("random acts over a store in a file leave a sound journal that replays [AUD-05]") {
  constexpr int kSequences = 4, kSteps = 30;
  Tally tally;
  for (int i = 0; i < kSequences; ++i) {
    CAPTURE(i);
    const testing::StoreFile file("acts_model.store");
    {
      Sequence sequence(static_cast<std::uint32_t>(i) + 91u, i == 0, &tally, file.Open());
      for (int step = 0; step < kSteps; ++step) sequence.Step();
    }
    CheckJournal(file);
  }
  CHECK(tally.approved > kSequences);
  CHECK(tally.moved > 0);
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
