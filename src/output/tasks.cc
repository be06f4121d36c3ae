#include "src/output/tasks.h"

#include <string>
#include <utility>

#include "src/output/brief.h"
#include "src/output/plain_words.h"
#include "src/output/template.h"
#include "src/routing/business_hours.h"

namespace referee {
namespace {

class TaskList {
 public:
  TaskList(const Policy& policy, const Case& the_case)
      : policy_(policy), case_(the_case), party_(PartyText(the_case)) {}

  void Add(std::string code, const std::string& owner, std::string role, std::int32_t hours,
           std::string_view kind) {
    Slots slots;
    slots.emplace_back("party", party_);
    slots.emplace_back("kind", std::string(kind));
    Task task;
    task.title = Render(policy_.text("task." + code), slots);
    const User* user = owner.empty() ? nullptr : case_.records.FindUser(owner);
    task.due = FormatInstant(AfterWorkingHours(user, case_.as_of, hours));
    task.code = std::move(code);
    task.owner = owner;
    task.role = std::move(role);
    tasks_.push_back(std::move(task));
  }

  std::vector<Task> Take() { return std::move(tasks_); }

 private:
  const Policy& policy_;
  const Case& case_;
  std::string party_;
  std::vector<Task> tasks_;
};

// Who sits in a reviewing role for this case, as far as the records say.
std::string OwnerOfRole(const Case& the_case, const Route& route, std::string_view role) {
  if (role == "sales_owner") return route.sales_owner;
  const Partner* partner = the_case.source.partner;
  if (role == "partner_owner") return route.partner_owner;
  if (role == "partner_manager" && partner != nullptr) return partner->partner_manager.get();
  return {};
}

}  // namespace

std::vector<Task> TasksFor(const Policy& policy, const Case& the_case, const Decision& decision) {
  const Route& route = decision.route;
  TaskList list(policy, the_case);
  const bool is_query = !MakesClaim(the_case.submission.intent);
  const std::string manager = OwnerOfRole(the_case, route, "partner_manager");
  if (!is_query) {
    list.Add("sales_owner", route.sales_owner, "sales_owner", policy.SlaHours("owner"), "");
  }
  if (!is_query && !route.partner_owner.empty()) {
    list.Add("partner_owner", route.partner_owner, "partner_owner", policy.SlaHours("owner"), "");
  }
  for (const Conflict& conflict : decision.conflicts) {
    list.Add("review", OwnerOfRole(the_case, route, conflict.review_role), conflict.review_role,
             policy.SlaHours("decision"), ConflictWords(policy, conflict.kind));
  }
  if (!is_query) {
    list.Add("accept", manager, "partner_manager", policy.SlaHours("decision"), "");
  }
  if (!decision.missing.empty()) {
    list.Add("context", manager, "partner_manager", policy.SlaHours("owner"), "");
  }
  list.Add("feedback", route.feedback_owner, "partner_manager", policy.SlaHours("feedback"), "");
  return list.Take();
}

}  // namespace referee
