// A referral laid out by hand: two partners claim it, acceptance asks two roles, and nobody has
// approved anything.

#ifndef REFEREE_TESTS_UNIT_ADJUDICATE_REFERRAL_UNDER_TEST_H_
#define REFEREE_TESTS_UNIT_ADJUDICATE_REFERRAL_UNDER_TEST_H_

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/adjudicate/approvals.h"
#include "src/adjudicate/lifecycle.h"
#include "src/record/referral.h"

namespace referee::testing {

inline Instant InstantOf(std::string_view text) {
  const auto instant = ParseInstant(text);
  REQUIRE(instant.ok());
  return *instant;
}

inline Moment MomentOf(std::string_view text) { return Time{InstantOf(text), std::string(text)}; }

inline constexpr std::string_view kDecidedAt = "2026-06-01T10:00:00Z";
inline constexpr std::string_view kNow = "2026-06-02T10:00:00Z";
inline constexpr std::int32_t kHoldsHours = 336;

inline User UserOf(std::string id, std::vector<std::string> roles) {
  User user;
  user.id = std::move(id);
  user.roles = std::move(roles);
  return user;
}

class ReferralUnderTest {
 public:
  ReferralUnderTest() {
    referral.id = "r-1";
    referral.decided_at = kDecidedAt;
    referral.partners = {{"p-nova", {"pu-1"}, {"s-1"}, {}}, {"p-peak", {"pu-2"}, {"s-2"}, {}}};
    referral.barred = {"c-referrer", "pu-1"};
    Need("accept", "partner_manager", true);
    Need("accept", "partner_owner", true);
    for (const char* action : {"attribute", "feedback"}) Need(action, "partner_manager", true);
    for (const char* action :
         {"reject_message", "commission", "commitment", "advocacy", "exception"}) {
      Need(action, "partner_manager", false);
    }
    Need("reward", "program_owner", false);
  }

  void Need(std::string action, std::string role, bool is_asked, std::int32_t people = 1) {
    ReferralNeed entry;
    entry.need.subject_hash = "sha256:" + action;
    entry.need.action = std::move(action);
    entry.need.role = std::move(role);
    entry.need.people = people;
    entry.need.expires_hours = kHoldsHours;
    entry.is_asked = is_asked;
    referral.needs.push_back(std::move(entry));
  }

  static Approval Act(std::string action, std::string user, std::string role) {
    Approval act;
    act.id = "act-" + action + '-' + user + '-' + role;
    act.subject_hash = "sha256:" + action;
    act.action = std::move(action);
    act.referral_id = std::string("r-1");
    act.user = std::move(user);
    act.role = std::move(role);
    act.at = MomentOf(kNow);
    act.decision = std::string("approve");
    act.rationale = std::string("looked at it");
    return act;
  }

  // Records the act when it may be; the users are those of the cast.
  absl::Status Give(const Approval& act, std::string_view as_of = kNow) {
    const absl::Status status =
        CheckApproval(referral, act, Find(act.user.get()), InstantOf(as_of));
    if (status.ok()) AddApproval(act, &referral);
    return status;
  }

  absl::Status Give(std::string action, std::string user, std::string role) {
    return Give(Act(std::move(action), std::move(user), std::move(role)));
  }

  // Everything that is asked or could be, by the right people.
  void GiveAll() {
    for (const ReferralNeed& entry : std::vector<ReferralNeed>(referral.needs)) {
      const std::string user = entry.need.role == "partner_manager" ? "u-maya"
                               : entry.need.role == "partner_owner" ? "u-tom"
                                                                    : "u-pia";
      REQUIRE(Give(entry.need.action, user, entry.need.role).ok());
    }
  }

  static TransitionAct MoveTo(std::string to, std::string reason = "") {
    TransitionAct act;
    act.id = "move-" + to;
    act.referral_id = std::string("r-1");
    act.to = std::move(to);
    if (!reason.empty()) act.reason = std::move(reason);
    act.user = std::string("u-sam");
    act.at = MomentOf(kNow);
    return act;
  }

  absl::Status Move(const TransitionAct& act, std::string_view as_of = kNow) {
    const absl::Status status = CheckMove(referral, act, Find(act.user.get()), InstantOf(as_of));
    if (status.ok()) MakeMove(act, InstantOf(as_of), &referral);
    return status;
  }

  absl::Status Move(std::string to, std::string reason = "") {
    return Move(MoveTo(std::move(to), std::move(reason)));
  }

  const User* Find(const std::string& id) const {
    for (const User& user : users) {
      if (user.id == id) return &user;
    }
    return nullptr;
  }

  bool IsApprovedNow(std::string_view action) const {
    return IsApproved(referral, action, InstantOf(kNow));
  }

  Referral referral;
  std::vector<User> users = {UserOf("u-maya", {"partner_manager"}),
                             UserOf("u-both", {"partner_manager", "partner_owner"}),
                             UserOf("u-tom", {"partner_owner"}),
                             UserOf("u-pia", {"program_owner"}),
                             UserOf("u-paul", {"program_owner"}),
                             UserOf("u-sam", {"sales_owner"}),
                             UserOf("c-referrer", {"partner_manager"}),
                             UserOf("pu-2", {"partner_manager"})};
};

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_ADJUDICATE_REFERRAL_UNDER_TEST_H_
