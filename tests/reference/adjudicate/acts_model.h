// What may be approved and reached, as simply as it can be said: an oracle for the acts of people.
//
// It knows no states but the name of the one that somebody wants to reach, keeps a plain list of
// what was approved, and says yes or no.  It shares no code and no table with src/adjudicate.

#ifndef REFEREE_TESTS_REFERENCE_ADJUDICATE_ACTS_MODEL_H_
#define REFEREE_TESTS_REFERENCE_ADJUDICATE_ACTS_MODEL_H_

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace referee::reference {

// What is to be approved now: one row for each role of an action.
struct Subject {
  std::string action, role, hash;
  std::size_t people = 1;  // Who must approve the action, over all its roles.
};

struct Attempt {
  std::string action, role, user, hash;
  bool approves = true;
  std::int64_t at = 0;  // Seconds.
};

class ActsModel {
 public:
  std::map<std::string, std::set<std::string>> roles_of;  // Of active users.
  std::set<std::string> parties;                          // Who submitted or acts for a partner.
  std::map<std::string, std::int64_t> seconds_of;  // How long an approval of an action holds.
  std::int64_t decided_at = 0;

  // What people must have approved before a state is reached; the mission's never-automate list.
  static const std::map<std::string, std::vector<std::string>>& Never() {
    static const std::map<std::string, std::vector<std::string>> kNever = {
        {"accepted", {"accept"}},
        {"routed", {"accept"}},
        {"converted", {"accept"}},
        {"rejected", {"reject_message"}},
        {"credit.credited", {"attribute"}},
        {"reward.eligible", {"attribute"}},
        {"reward.approved", {"attribute", "commission", "reward"}},
        {"reward.paid", {"attribute", "commission", "reward"}},
        {"rewarded", {"attribute", "commission", "reward"}},
        {"commitment.committed", {"commitment", "accept"}},
        {"advocacy.allowed", {"advocacy"}},
    };
    return kNever;
  }

  bool MayAct(const Attempt& a, const std::vector<Subject>& subjects, std::int64_t now) const {
    const auto user = roles_of.find(a.user);
    if (user == roles_of.end() || user->second.count(a.role) == 0) return false;
    if (parties.count(a.user) == 1) return false;
    bool is_asked = false;
    for (const Subject& s : subjects) {
      is_asked = is_asked || (s.action == a.action && s.role == a.role && s.hash == a.hash);
    }
    if (!is_asked || a.at > now || a.at < decided_at) return false;
    if (a.at + seconds_of.at(a.action) <= now) return false;
    if (!a.approves) return true;
    for (const Given& g : given_) {
      const bool other_role = g.a.action == a.action && g.a.user == a.user && g.a.role != a.role;
      if (other_role && g.a.approves && IsCurrent(g, subjects) && Lives(g, now)) return false;
    }
    return true;
  }

  void Note(const std::string& id, const Attempt& attempt) {
    given_.push_back({id, attempt, false});
  }

  // Every role, each by another person, none refused since.
  bool Holds(const std::string& action, const std::vector<Subject>& subjects,
             std::int64_t now) const {
    return !Supporters(action, subjects, now).empty();
  }

  // A move rested on this act: from then on time does not end it.  False when it may not have.
  bool Use(const std::string& id, const std::vector<Subject>& subjects, std::int64_t now) {
    for (Given& g : given_) {
      if (g.id != id) continue;
      const bool stands = g.a.approves && IsCurrent(g, subjects) && Lives(g, now);
      g.used = true;
      return stands;
    }
    return false;
  }

 private:
  struct Given {
    std::string id;
    Attempt a;
    bool used;
  };

  bool Lives(const Given& g, std::int64_t now) const {
    // A refusal does not pass with time.
    return g.used || !g.a.approves || now < g.a.at + seconds_of.at(g.a.action);
  }

  // Once another hash was to be approved an act is void for ever: hashes name the submission or
  // the text, so an old one does not come back.
  static bool IsCurrent(const Given& g, const std::vector<Subject>& subjects) {
    for (const Subject& s : subjects) {
      if (s.action == g.a.action && s.role == g.a.role && s.hash == g.a.hash) return true;
    }
    return false;
  }

  std::vector<std::size_t> Supporters(const std::string& action,
                                      const std::vector<Subject>& subjects,
                                      std::int64_t now) const {
    std::vector<std::string> roles;
    std::size_t enough = 1;
    for (const Subject& s : subjects) {
      if (s.action != action) continue;
      roles.push_back(s.role);
      enough = std::max(enough, s.people);
    }
    std::vector<std::size_t> all;
    std::set<std::string> people;
    for (const std::string& role : roles) {
      std::vector<std::size_t> of_role;
      for (std::size_t i = 0; i < given_.size(); ++i) {
        const Given& g = given_[i];
        if (g.a.action != action || g.a.role != role) continue;
        if (!IsCurrent(g, subjects) || !Lives(g, now)) continue;
        if (!g.a.approves) of_role.clear();
        if (g.a.approves) of_role.push_back(i);
      }
      if (of_role.empty()) return {};
      for (const std::size_t i : of_role) people.insert(given_[i].a.user);
      all.insert(all.end(), of_role.begin(), of_role.end());
    }
    // One person never stands in two roles (MayAct), so that different people are enough people.
    return people.size() >= std::max(enough, roles.size()) ? all : std::vector<std::size_t>();
  }

  std::vector<Given> given_;
};

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_ADJUDICATE_ACTS_MODEL_H_
