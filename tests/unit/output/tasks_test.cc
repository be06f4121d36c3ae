#include "src/output/tasks.h"

#include "tests/unit/output/example.h"

TEST_SUITE_BEGIN("output/tasks");

namespace referee::testing {
namespace {

std::string Text(const std::vector<Task>& tasks) {
  std::string text;
  for (const Task& task : tasks) {
    text += task.code + ":" + task.owner + ":" + task.role + ":" + task.due.substr(5, 8) + " ";
  }
  return text;
}

TEST_CASE("sales owner and partner owner and manager get their tasks [OUT-07][RSO-11][RSO-12]") {
  Run run(Records(kAccount));
  CHECK(Text(run.Decide(Submitted()).outputs.tasks) ==
        "sales_owner:u-sam:sales_owner:06-01T14 partner_owner:u-tom:partner_owner:06-01T14 "
        "accept:u-maya:partner_manager:06-03T10 feedback:u-maya:partner_manager:06-04T10 ");
}

TEST_CASE("each conflict is a review of its role and missing context a task of the manager") {
  Run run(Records(std::string(kAccount) + std::string(kRivalRegistration)));
  const auto tasks = run.Decide(Submitted(R"({"need":null})")).outputs.tasks;
  CHECK(Text(tasks).find("review:u-tom:partner_owner:06-03T10") != std::string::npos);
  CHECK(Text(tasks).find("context:u-maya:partner_manager:06-01T14") != std::string::npos);
  for (const Task& task : tasks) {
    CHECK_FALSE(task.title.empty());
    if (task.code != "review") continue;
    CHECK(task.title.ends_with(": another partner claims this customer"));
  }
}

TEST_CASE("a query asks nobody to work or accept") {
  Run run(Records(kAccount));
  const std::string tasks =
      Text(run.Decide(Submitted(R"({"intent":"status_query"})")).outputs.tasks);
  CHECK(tasks.find("sales_owner") == std::string::npos);
  CHECK(tasks.find("accept") == std::string::npos);
  CHECK(tasks.find("feedback") != std::string::npos);
}

TEST_CASE("a task is due in the working hours of its owner in its own zone [RSO-04][REC-61]") {
  Run run(Records(
      R"({"type":"account","id":"a-1","name":"Falkenried Werke AG","domains":["falkenried.example"],"owner":"u-ny"}
{"type":"user","id":"u-ny","active":true,"availability":{"tz":"America/New_York","hours":[{"days":[1,2,3,4,5],"from":"09:00","to":"17:00"}]}}
)"));
  const auto tasks = run.Decide(Submitted()).outputs.tasks;
  // 09:00 in New York is 13:00 in UTC; four hours later it is 17:00.
  CHECK(tasks.front().due == "2026-06-01T17:00:00Z");
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
