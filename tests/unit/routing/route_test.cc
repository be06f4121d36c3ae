#include "src/routing/route.h"

#include <string>

#include "src/base/text.h"
#include "tests/unit/routing/case_with.h"

TEST_SUITE_BEGIN("routing/route");

namespace referee::testing {
namespace {

constexpr std::string_view kPeople =
    R"({"type":"user","id":"u-sam","active":true}
{"type":"user","id":"u-opp","active":true}
{"type":"user","id":"u-gone","active":false,"backup_user":"u-sam"}
{"type":"user","id":"u-lost","active":false,"backup_user":"u-gone"}
{"type":"user","id":"u-away","active":true,"backup_user":"u-sam","availability":{"ooo":[{"from":"2026-05-30T00:00:00Z","to":"2026-06-08T00:00:00Z"}]}}
{"type":"user","id":"u-back","active":true,"backup_user":"u-sam","availability":{"ooo":[{"from":"2026-05-30T00:00:00Z","to":"2026-06-01T10:00:00Z"}]}}
{"type":"user","id":"u-ter","active":true}
{"type":"user","id":"u-mars","active":true,"availability":{"tz":"Mars/Olympus","hours":[{"days":[1],"from":"09:00","to":"17:00"}]}}
{"type":"territory","id":"t-de","countries":["DE"],"owner":"u-ter"}
{"type":"partner","id":"p-nova","partner_owner":"u-gone","partner_manager":"u-opp","feedback_owner":"u-nobody"}
)";

const Policy& Standard() {
  static const auto& policy = *new Policy(Policy::Standard().value());
  return policy;
}

TEST_CASE("the owner of an open opportunity goes before account and territory [RSO-01][RSO-03]") {
  Case the_case = CaseWith(kPeople);
  Place(&the_case, "DE");
  CHECK(ProposeRoute(Standard(), the_case).sales_owner == "u-ter");
  AddAccount(&the_case, "u-sam");
  CHECK(ProposeRoute(Standard(), the_case).sales_owner == "u-sam");
  Opportunity& opportunity = AddOpportunity(&the_case, "u-opp", true);
  CHECK(ProposeRoute(Standard(), the_case).sales_owner == "u-sam");
  opportunity.is_closed = false;
  CHECK(ProposeRoute(Standard(), the_case).sales_owner == "u-opp");
  the_case.opportunities.back().company = Band::kPossible;
  CHECK(ProposeRoute(Standard(), the_case).sales_owner == "u-sam");
}

TEST_CASE("who is not there is skipped and the reason is kept [RSO-05]") {
  struct Row {
    const char* owner;
    const char* takes;
    const char* reason;
  };
  const Row rows[] = {
      {"u-gone", "u-sam", "u-gone is not active: u-sam stands in"},
      {"u-lost", "u-ter", "u-lost is not active and nobody stands in"},
      {"u-away", "u-sam", "u-away is out of office: u-sam stands in"},
      {"u-back", "u-back", "u-back is proposed"},
      {"u-nobody", "u-ter", "u-nobody is not a known user"},
      {nullptr, "u-ter", "owner of territory t-de: u-ter is proposed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reason);
    Case the_case = CaseWith(kPeople);
    Place(&the_case, "DE");
    AddAccount(&the_case, row.owner);
    const Route route = ProposeRoute(Standard(), the_case);
    CHECK(route.sales_owner == row.takes);
    CHECK(Join(route.reasons, "; ").find(row.reason) != std::string::npos);
    CHECK(route.queue.empty());
  }
}

TEST_CASE("where nobody can take it the queue of the policy does") {
  Case the_case = CaseWith(kPeople);
  AddAccount(&the_case, "u-lost");
  const Route route = ProposeRoute(Standard(), the_case);
  CHECK(route.sales_owner.empty());
  CHECK(route.queue == "partner-operations");
  CHECK(route.due == "2026-06-01T14:00:00Z");
}

TEST_CASE("partner owner and feedback owner come from the partner or its manager [RSO-02]") {
  Case the_case = CaseWith(kPeople);
  the_case.source.partner = the_case.records.FindPartner("p-nova");
  const Route route = ProposeRoute(Standard(), the_case);
  CHECK(route.partner_owner == "u-sam");
  CHECK(route.feedback_owner == "u-opp");
}

TEST_CASE("a zone that nobody knows is said and read as UTC") {
  Case the_case = CaseWith(kPeople);
  AddAccount(&the_case, "u-mars");
  const Route route = ProposeRoute(Standard(), the_case);
  CHECK(route.due == "2026-06-01T14:00:00Z");
  CHECK(Join(route.reasons, "; ").find("read in UTC") != std::string::npos);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
