#include "src/policy/policy.h"

#include <set>
#include <string>

#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/policy");

namespace referee::testing {
namespace {

const Policy& Standard() {
  static const auto& policy = *new Policy(Policy::Standard().value());
  return policy;
}

TEST_CASE("equal content has one hash whatever the order of members") {
  const auto again = Policy::FromJson(Standard().document());
  REQUIRE(again.ok());
  CHECK(again->hash() == Standard().hash());
  CHECK(again->document() == Standard().document());
  CHECK(Standard().id() == "standard");
}

TEST_CASE("a setting changes the parameter and the hash and nothing else") {
  const auto changed = Standard().With({{"tie_window_hours", "1"}, {"tie_window_hours", "12"}});
  REQUIRE(changed.ok());
  CHECK(changed->parameters().tie_window_hours == 12);
  CHECK(changed->hash() != Standard().hash());
  CHECK(changed->parameters().owner_sla_hours == Standard().parameters().owner_sla_hours);
  const auto same = Standard().With({{"tie_window_hours", "24"}});
  REQUIRE(same.ok());
  CHECK(same->hash() == Standard().hash());
}

TEST_CASE("a wrong setting names its pointer and the kind and the nearest parameter") {
  struct Row {
    const char* name;
    const char* json;
    const char* pointer;
    const char* says;
  };
  const Row rows[] = {
      {"tie_window_hours", "\"x\"", "/parameters/tie_window_hours", "a string"},
      {"tie_window_hours", "", "/parameters/tie_window_hours", ""},
      {"tie_window_hour", "1", "/parameters/tie_window_hour", "did you mean tie_window_hours?"},
      {"high_valu", "1", "/parameters/high_valu", "did you mean high_value?"},
      {"colour", "1", "/parameters/colour", "is no parameter"},
      {"minimum_deal", R"({"minor":1})", "/parameters/minimum_deal/currency", "required"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto changed = Standard().With({{row.name, row.json}});
    REQUIRE_FALSE(changed.ok());
    CHECK(ErrorPointer(changed.status()) == row.pointer);
    CHECK(DescribeError(changed.status()).find(row.says) != std::string::npos);
  }
}

TEST_CASE(
    "every act that is never automated has somebody who approves it [APR-22][APR-23][APR-24]") {
  const std::set<std::string> never(Standard().never_automate().begin(),
                                    Standard().never_automate().end());
  for (const char* action : {"accept", "reject_message", "attribute", "commission", "reward",
                             "commitment", "advocacy", "exception", "feedback"}) {
    CAPTURE(action);
    CHECK(never.count(action) == 1);
  }
}

TEST_CASE(
    "the matrix asks those that the contract names [APR-02][APR-03][APR-04][APR-05][APR-06]") {
  struct Row {
    const char* action;
    const char* role;
  };
  const Row rows[] = {{"accept", "partner_manager"},        {"attribute", "partner_manager"},
                      {"commission", "partner_manager"},    {"feedback", "partner_manager"},
                      {"commitment", "partner_manager"},    {"reward", "program_owner"},
                      {"accept", "partner_owner"},          {"attribute", "partner_owner"},
                      {"reject_message", "partner_manager"}};
  for (const Row& row : rows) {
    CAPTURE(row.action);
    CAPTURE(row.role);
    bool found = false;
    for (const ApproverRule& rule : Standard().approver_rules()) {
      for (const std::string& role : rule.roles) {
        found = found || (rule.action == row.action && role == row.role);
      }
      CHECK(rule.not_submitter);
      CHECK(rule.expires_hours > 0);
    }
    CHECK(found);
  }
}

TEST_CASE("every kind of conflict has a precedence of its own and a proposal and a reviewer") {
  std::set<std::int32_t> precedences;
  for (int i = 0; i < kConflictKindCount; ++i) {
    const ConflictRule& rule = Standard().conflict_rule(static_cast<ConflictKind>(i));
    CHECK(precedences.insert(rule.precedence).second);
    CHECK_FALSE(rule.proposal.empty());
    CHECK_FALSE(rule.review_role.empty());
    CHECK(rule.clause.starts_with("conflicts."));
  }
}

TEST_CASE("all conflicts need review but two [STP-18]") {
  for (int i = 0; i < kConflictKindCount; ++i) {
    const auto kind = static_cast<ConflictKind>(i);
    CHECK(Standard().NeedsReview(kind) ==
          (kind != ConflictKind::kNoCompanyIdentity && kind != ConflictKind::kDifferentScope));
  }
}

TEST_CASE("slas are hours of the parameters they name") {
  CHECK(Standard().SlaHours("decision") == 48);
  CHECK(Standard().SlaHours("owner") == 4);
  CHECK(Standard().SlaHours("feedback") == 72);
  CHECK(Standard().SlaHours("partner_accept") == 24);
  CHECK(Standard().SlaHours("lunch") == 0);
}

TEST_CASE("a path without a question of its own is asked for by its name") {
  CHECK(Standard().QuestionFor("submission.need").second == "partner");
  CHECK(Standard().QuestionFor("company.mood").first.find("company.mood") != std::string::npos);
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
